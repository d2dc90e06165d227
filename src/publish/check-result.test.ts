import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Evidence } from '#domain/finding.ts';
import { checkResult } from './check-result.ts';
import { buildCircular } from './circular-model.ts';
import { openData } from './open-data.ts';
import { fullBrief, resultOf, shippedWording, smallResult } from './testing/sample-result.ts';

function schema(name: string): object {
  return JSON.parse(readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8'));
}

const proof: Evidence = {
  visit: 'v000001',
  url: 'http://a.example.gov.cn/',
  at: '2019-05-27T01:30:00.000Z',
  status: 404,
  outcome: 'answered',
  bodyHash: `sha256:${'a'.repeat(64)}`,
  excerpt: null,
  look: 0,
};

test('a result conforms to its schema, and a wrong one is told where', () => {
  const result = smallResult();
  for (const { findings } of result.sites) {
    for (const finding of findings) finding.evidence.push(proof);
  }
  const described = schema('result.schema.json');
  assert.deepEqual(checkResult(result, described), []);
  const [first] = result.sites;
  assert.ok(first);
  const wrong = { ...first, siteIdCode: '12', verdict: 'passed' };
  const mistakes = checkResult(resultOf([wrong as never]), described).join('\n');
  assert.match(mistakes, /\/sites\/0\/siteIdCode must match pattern/);
  assert.match(mistakes, /\/sites\/0\/verdict must be equal to one of the allowed values/);
});

test('open data conforms to its schema and carries every figure of the circular once', () => {
  for (const brief of [fullBrief(), {}]) {
    const circular = buildCircular(smallResult(), brief, shippedWording());
    const data = openData(circular, smallResult());
    assert.deepEqual(checkResult(data, schema('open-data.schema.json')), []);
    const ids = data.figures.map(({ field }) => field);
    assert.equal(new Set(ids).size, ids.length);
    const rate = data.figures.find(({ field }) => field === 'sites.passRate');
    assert.deepEqual(rate?.value, { numerator: 8, denominator: 9, rounded: 88.9 });
    assert.equal(data.sites[8]?.problems[0], '单项否决：2周内首页栏目信息更新总量为0');
  }
});
