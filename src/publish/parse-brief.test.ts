import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { parseBrief } from './parse-brief.ts';
import { parseWording } from './parse-wording.ts';

const full = `
region: 咸宁市
issuer: 咸宁市人民政府办公室
period: 2019年第二季度
date: 2019-05-27
samplingRatio: 1
errorReports:
  cutoff: 2019-05-20
  total: 11
  bySite:
    - { name: 咸宁市政府门户网站, count: 1 }
    - { name: 通山县人民政府网站, count: 10 }
  replied: 11
inquiries: { received: 563, handled: 442, inProgress: 90, unpublished: 31 }
consolidation: [数据迁移基本完成。]
tasks:
  - heading: 开设网站
    units: [市医疗保障局]
    deadline: 2019-06-30
    opensSite: true
repeatOffenders: [{ unit: 咸安区人民政府, since: 2019年第一季度 }]
`;

function refusal(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  return assert.fail('nothing was refused');
}

test('a brief is read as it is written, and what is missing is missing', () => {
  const brief = parseBrief(full, 'brief.yaml');
  assert.equal(brief.date, '2019-05-27');
  assert.equal(brief.errorReports?.bySite?.[1]?.count, 10);
  assert.deepEqual(brief.tasks, [
    { heading: '开设网站', units: ['市医疗保障局'], deadline: '2019-06-30', opensSite: true },
  ]);
  assert.ok(!('salutation' in brief) && !('satisfied' in (brief.errorReports ?? {})));
  assert.deepEqual(parseBrief('', 'brief.yaml'), {});
});

test('a mistake in a brief is refused with its line and field', () => {
  const cases: [string, string, number, string][] = [
    ['date: 2019-05-27', 'date: 27.5.2019', 5, 'date'],
    ['total: 11', 'total: elf', 9, 'errorReports.total'],
    ['count: 10', 'count: -1', 12, 'errorReports.bySite[2].count'],
    ['samplingRatio: 1', 'samplingRatio: 100', 6, 'samplingRatio'],
    ['opensSite: true', 'opensSite: maybe', 20, 'tasks[1].opensSite'],
    ['period:', 'perriod:', 4, 'perriod'],
    ['received: 563', 'recieved: 563', 14, 'inquiries.recieved'],
    ['- heading: 开设网站', '- heading:', 17, 'tasks[1].heading'],
  ];
  for (const [right, wrong, line, field] of cases) {
    const { code, args } = refusal(() => parseBrief(full.replace(right, wrong), 'brief.yaml'));
    assert.equal(code, 'brief-mistake', wrong);
    assert.deepEqual([args.line, args.field], [line, field]);
  }
  assert.equal(refusal(() => parseBrief('a: [', 'brief.yaml')).code, 'brief-yaml');
  assert.equal(refusal(() => parseBrief('- 1', 'brief.yaml')).code, 'brief-mistake');
});

test('wording that carries a figure, lacks a phrase or names no kind is refused', () => {
  const file = new URL('../../wording/circular.zh.yaml', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const field = (wrong: string) => refusal(() => parseWording(wrong, 'w.yaml')).args.field;
  assert.equal(
    field(text.replace('noteLabel: 说明：', 'noteLabel: 说明2：')),
    'sentences.noteLabel',
  );
  assert.equal(
    field(text.replace('    phrase: 未开设征集调查栏目\n', '')),
    'findings.survey-missing.phrase',
  );
  assert.equal(
    field(text.replace('kinds: [link-dead]', 'kinds: [link-dad]')),
    'problemGroups[3].kinds[1]',
  );
  assert.equal(field(text.replace('poorBelow: 80', 'poorBelow: low')), 'naming.poorBelow');
  assert.equal(refusal(() => parseWording('a: [', 'w.yaml')).code, 'wording-yaml');
});
