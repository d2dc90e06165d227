import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Converter } from 'opencc-js/cn2t';
import { type AuditReport, auditCircular } from '#office/audit-circular.ts';
import { callXunwang } from '../doors/call-xunwang.ts';
import { temporaryFolder } from '../doors/temporary-folder.ts';
import {
  asCsv,
  asDocument,
  asJson,
  asWorkbook,
  type MadeRow,
  madeRows,
  madeText,
  plantedPoints,
} from './made-circular.ts';

const byCensus = { rubric: 'cn-census-2015', overlays: [] };
const traditional = Converter({ from: 'cn', to: 't' });

function pointsOf({ points }: AuditReport): string[] {
  return points.map(
    ({ weight, about, row, printed, recomputed }) =>
      `${weight} ${about} ${row ?? 'text'} ${printed} ${recomputed}`,
  );
}

const scripts: { script: string; write: (text: string) => string }[] = [
  { script: 'simplified', write: (text) => text },
  { script: 'traditional', write: traditional },
];
const forms: {
  form: string;
  file: string;
  data: (rows: readonly MadeRow[]) => string | Uint8Array;
}[] = [
  { form: 'JSON', file: 'annex.json', data: asJson },
  { form: 'CSV', file: 'annex.csv', data: asCsv },
  { form: 'a workbook', file: 'annex.xlsx', data: asWorkbook },
];

function rowsIn(write: (text: string) => string): MadeRow[] {
  return madeRows.map(({ unit, problems, score, result }) => ({
    unit: write(unit),
    problems: problems.map(write),
    score: typeof score === 'string' ? write(score) : score,
    result: write(result),
  }));
}

for (const { script, write } of scripts) {
  for (const { form, file, data } of forms) {
    test(`every planted contradiction is found in ${form}, ${script}`, (one) => {
      const folder = temporaryFolder(one);
      const [annex, circular] = [join(folder, file), join(folder, 'circular.txt')];
      writeFileSync(annex, data(rowsIn(write)));
      writeFileSync(circular, write(madeText));
      const report = auditCircular({ ...byCensus, file: annex, circular });
      assert.deepEqual(pointsOf(report), plantedPoints);
      assert.equal(report.agreeing, madeRows.length - 1);
    });
  }

  test(`every planted contradiction is found in a Word document, ${script}`, async (one) => {
    const file = join(temporaryFolder(one), 'circular.docx');
    writeFileSync(file, await asDocument(write(madeText), rowsIn(write)));
    assert.deepEqual(pointsOf(auditCircular({ ...byCensus, file })), plantedPoints);
  });
}

test('the door lists the contradictions with their arithmetic and ends in exit code 1', async (one) => {
  const folder = temporaryFolder(one);
  writeFileSync(join(folder, 'annex.csv'), asCsv(madeRows));
  const call = await callXunwang(['audit', 'annex.csv'], { cwd: folder });
  assert.equal(call.code, 1, call.stderr);
  assert.match(call.stdout, /94.*92.*100 − 1×3（.+） − 5（.+） = 92/);
  const english = await callXunwang(['audit', 'annex.csv', '--lang', 'en'], { cwd: folder });
  assert.match(
    english.stdout,
    /Printed 94; its own problems give 92 \(100 − 1×3 \(.+\) − 5 \(.+\) = 92\): \+2/,
  );
});

test('an annex without a contradiction is left in peace, exit code 0', async (one) => {
  const folder = temporaryFolder(one);
  writeFileSync(join(folder, 'annex.csv'), asCsv(madeRows.slice(0, 2)));
  const call = await callXunwang(['audit', 'annex.csv', '--json'], { cwd: folder });
  assert.equal(call.code, 0, call.stdout);
  assert.deepEqual((JSON.parse(call.stdout) as AuditReport).points, []);
});

const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'seed');
const files = {
  annex: join(shared, 'annex.json'),
  circular: join(shared, 'xianning-2019q2-circular.zh-Hant.txt'),
};

test('the circular of a real city is audited, where it lies beside the checkout', async (one) => {
  if (!existsSync(files.annex) || !existsSync(files.circular)) {
    one.diagnostic('../shared/seed is not there: only the annex of our own making was audited');
    return;
  }
  const call = await callXunwang(['audit', files.annex, '--circular', files.circular, '--json']);
  assert.equal(call.code, 1, call.stderr);
  const report = JSON.parse(call.stdout) as AuditReport;
  const about = (subject: string, weight = 'contradiction') =>
    report.points.filter((point) => point.about === subject && point.weight === weight);
  assert.deepEqual(
    about('score').map(({ row, printed, recomputed }) => [row, printed, recomputed]),
    [
      [5, '93', '90'],
      [6, '85', '88'],
      [10, '99.7', '99.9'],
      [20, '92', '91'],
      [32, '82', '84'],
      [33, '81', '83'],
    ],
  );
  for (const { sentence, recomputed } of about('score')) {
    assert.ok(sentence.zh.includes(`= ${recomputed}`), sentence.zh);
  }
  const ambiguous = about('score', 'ambiguity');
  assert.deepEqual(
    ambiguous.map(({ row }) => row),
    [3, 34],
  );
  assert.match(ambiguous[0]?.sentence.zh ?? '', /首页1个，另有10个.*99、98\.1/);
  assert.match(ambiguous[1]?.sentence.zh ?? '', /1年类2个、6个月类1个.*65/);
  assert.deepEqual(
    about('pass-rate').map(({ printed, recomputed }) => [printed, recomputed]),
    [['97.2%', '97.14%']],
  );
  const [good] = about('good-sites');
  assert.deepEqual([good?.printed, good?.recomputed], ['12', '13']);
  assert.match(good?.sentence.zh ?? '', /市应急管理局（95）未列入.*市林业局/);
  assert.deepEqual(
    about('to-open').map(({ row }) => row),
    [19, 12, 31],
  );
  assert.deepEqual(about('phrase', 'remark'), [], 'every phrase was understood');
  assert.equal(report.agreeing, 29);
});
