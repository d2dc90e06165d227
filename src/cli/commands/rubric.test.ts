import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { RubricDifference } from '#domain/rubric.ts';
import { parseRubric } from '#score/parse-rubric.ts';
import {
  renderRubricCheck,
  renderRubricDiff,
  renderRubricList,
  renderRubricShow,
} from './rubric.ts';

const [census, indicators] = ['cn-census-2015', 'cn-indicators-2019'].map((id) => {
  const text = readFileSync(new URL(`../../../rubrics/${id}.yaml`, import.meta.url), 'utf8');
  return parseRubric(text, { file: `${id}.yaml`, overlays: [] });
}) as [ReturnType<typeof parseRubric>, ReturnType<typeof parseRubric>];

test('the list has one line a rubric, with what is unknown', () => {
  const lines = renderRubricList([census, indicators], 'zh').split('\n');
  assert.match(lines[0] ?? '', /^编号 +版本 +指标 +分值未知 +名称$/);
  assert.match(lines[2] ?? '', /^cn-census-2015 +1 +28 +5 +全国政府网站普查评分表（2015）$/);
  assert.match(lines[3] ?? '', /^cn-indicators-2019 +1 +37 +28 /);
});

test('a rubric shows its lines with rule, mark and clause, in both languages', () => {
  const zh = renderRubricShow(census, 'zh');
  assert.match(zh, /homepage-links +首页链接 +每个链接1分 +H +可用性 · 链接可用性 · 首页/);
  assert.match(zh, /合格线 60 \[H\]/);
  assert.match(zh, /homepage-availability .*每1%访问失败5分/);
  const en = renderRubricShow(census, 'en');
  assert.match(en, /other-links +Dead links on other pages +0.1 points a link +H/);
  assert.match(en, /survey\.minimum 3 \[H\]/);
  assert.match(en, /portal: survey\.minimum 3 \[I\]/);
});

test('a check says that there are no mistakes, then what to know', () => {
  const text = { zh: '分值未知', en: 'points unknown' };
  const shown = renderRubricCheck(
    census,
    [{ code: 'points-unknown', where: 'downloads', text }],
    'en',
  );
  assert.match(shown, /^cn-census-2015: no mistakes, 28 lines, 1 warnings\n/);
  assert.match(shown, /downloads +points unknown$/);
  assert.match(renderRubricCheck(census, [], 'zh'), /没有提醒。$/);
});

test('a difference is a line with both sides', () => {
  const difference: RubricDifference = {
    part: 'scale',
    where: 'passLine',
    before: '60',
    after: null,
  };
  const shown = renderRubricDiff(census, indicators, [difference], 'zh');
  assert.match(shown, /^cn-census-2015 → cn-indicators-2019\n/);
  assert.match(shown, /计分 +passLine +60 +−$/);
  assert.match(renderRubricDiff(census, census, [], 'en'), /No difference\.$/);
});
