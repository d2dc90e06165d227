import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import type { Result } from '#domain/result.ts';
import { buildCircular } from './circular-model.ts';
import { isField } from './fields.ts';
import { reconcile } from './reconcile.ts';
import { renderMarkdown } from './render-markdown.ts';
import { circularLines, runsOf } from './runs-of.ts';
import {
  fullBrief,
  incompleteSite,
  resultOf,
  shippedWording,
  site,
  smallResult,
  vetoedSite,
} from './testing/sample-result.ts';

const wording = shippedWording();
const golden = (name: string) => new URL(`../../test/golden/${name}`, import.meta.url);

function textOf(result: Result, brief = {}): string {
  return circularLines(buildCircular(result, brief, wording)).join('\n');
}

test('the circular of a small campaign reads as its golden file', () => {
  for (const [name, brief] of [
    ['circular-full.md', fullBrief()],
    ['circular-bare.md', {}],
  ] as const) {
    const text = renderMarkdown(buildCircular(smallResult(), brief, wording));
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden(name), text);
    assert.equal(text, readFileSync(golden(name), 'utf8'), `${name}: run npm run bless`);
  }
});

test('35 sites of which one fails give 34/35 = 97.1 %', () => {
  const passing = Array.from({ length: 34 }, (_, index) => site(`s${index}`, `第${index}局`));
  const text = textOf(resultOf([...passing, vetoedSite('z', '市招商局')]));
  assert.match(text, /对35家政府网站进行了检查，合格34家，不合格1家，总体合格率97\.1%（34\/35）/);
});

test('incomplete sites count neither as passed nor as failed and are listed apart', () => {
  const text = textOf(
    resultOf([site('a', '甲局'), vetoedSite('b', '乙局'), incompleteSite('c', '丙局')]),
  );
  assert.match(text, /合格1家，不合格1家，总体合格率50\.0%（1\/2）/);
  assert.match(text, /另有1家网站未测全（丙局）/);
});

test('all sites that tie at the line of the good are named', () => {
  const result = resultOf([
    site('a', '甲局', [['x', 5, [['survey-none', { window: 'P1Y' }]]]]),
    site('b', '乙局', [['x', 5, [['survey-none', { window: 'P1Y' }]]]]),
    site('c', '丙局', [['x', 5.1, [['survey-none', { window: 'P1Y' }]]]]),
  ]);
  assert.match(textOf(result), /甲局、乙局2家网站运行情况较好/);
});

test('examples end with all that tie with the last', () => {
  const none = (count: number) =>
    [['x', 1, Array.from({ length: count }, () => ['channel-blank', {}, '甲'])]] as const;
  const sites = [3, 1, 2, 2, 1, 2, 2, 2, 1].map((count, index) =>
    site(`s${index}`, `第${'一二三四五六七八九'[index]}局`, none(count) as never),
  );
  assert.match(
    textOf(resultOf(sites)),
    /9家网站共有空白栏目16个（数量较多的有第一局、第三局、第四局、第六局、第七局、第八局）/,
  );
});

test('what the brief does not say is not printed, and no figure stands outside a field', () => {
  const circular = buildCircular(smallResult(), {}, wording);
  const text = circularLines(circular).join('\n');
  assert.doesNotMatch(text, /网络问政|找错|集约化|undefined|null|\{/);
  const words = runsOf(circular).filter((run) => !isField(run));
  assert.deepEqual(
    words.filter(({ text: said }) => /\d/.test(said)),
    [],
  );
  assert.equal(circular.documentNumber, '〔    〕  号');
});

test('fewer than five scored sites get neither mean nor bands', () => {
  assert.doesNotMatch(textOf(resultOf([site('a', '甲局'), site('b', '乙局')])), /平均得分/);
});

test('a repeat offender that is no site of the campaign is refused', () => {
  const brief = { repeatOffenders: [{ unit: '市邮政局', since: '2019年第一季度' }] };
  assert.throws(
    () => buildCircular(smallResult(), brief, wording),
    (error: Refusal) => error.code === 'brief-unit-unknown',
  );
});

test('a campaign without sites, or without a verdict, has no rate', () => {
  for (const result of [resultOf([]), resultOf([incompleteSite('a', '甲局')])]) {
    const circular = buildCircular(result, {}, wording);
    assert.match(circularLines(circular).join('\n'), /不计算合格率/);
    assert.deepEqual(reconcile(circular, result), []);
  }
});
