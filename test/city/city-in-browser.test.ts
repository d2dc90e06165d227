import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { CityTruth } from '#city/truth-model.ts';
import type { Evidence } from '#domain/finding.ts';
import type { Result } from '#domain/result.ts';
import { issueCircular } from '#office/issue-circular.ts';
import { scoreRun } from '#office/score-run.ts';
import { verifyRun } from '#office/verify-run.ts';
import { openRunFolder } from '#store/run-folder.ts';
import { compareWithTruth } from './compare-with-truth.ts';
import { inspectSimulatedCity } from './inspect-simulated-city.ts';

// Two sites, one of them with a fresh, a stale and a blank list that only scripts show.

const skip =
  process.platform === 'linux' && process.arch === 'x64' ? false : 'no packaged browser here';
const SEED = 8;
let dir: string;
let truth: CityTruth;
let result: Result;

before(async () => {
  if (skip) return;
  dir = join(mkdtempSync(join(tmpdir(), 'xunwang-browser-')), 'run');
  const city = { seed: SEED, sites: 2, reader: 'browser' } as const;
  ({ truth, result } = await inspectSimulatedCity(city, dir, 2));
  await issueCircular(openRunFolder(dir), result, { brief: null, pdf: false });
});

after(() => {
  if (!skip) rmSync(dirname(dir), { recursive: true, force: true });
});

test('lists that only a script shows are measured: stale, blank and fresh', { skip }, () => {
  const differences = truth.sites.flatMap((site, index) => {
    const inspected = result.sites[index];
    assert.ok(inspected);
    return compareWithTruth(site, inspected).differences;
  });
  assert.deepEqual(differences, []);
  const found = result.sites.flatMap(({ findings }) => findings);
  assert.ok(found.every(({ reason }) => reason !== 'needs-rendering'));
  for (const [kind, name] of [
    ['channel-stale', '规划计划'],
    ['channel-blank', '统计信息'],
  ]) {
    const finding = found.find((one) => one.kind === kind && one.channel?.name === name);
    assert.equal(finding?.state, 'confirmed', `${kind} ${name}`);
  }
});

function pictures(): { siteKey: string; proof: Evidence }[] {
  return result.sites.flatMap(({ key, findings }) =>
    findings.flatMap(({ evidence }) =>
      evidence.flatMap((proof) => (proof.picture ? [{ siteKey: key, proof }] : [])),
    ),
  );
}

test('confirmed findings have pictures, and a saved run with them scores the same', {
  skip,
}, () => {
  assert.ok(pictures().length > 0);
  for (const { siteKey, proof } of pictures()) {
    const file = join(dir, 'sites', siteKey, proof.picture ?? '');
    assert.equal(readFileSync(file).toString('hex', 0, 3), 'ffd8ff');
  }
  const request = { rubric: null, overlays: [], asOf: null };
  assert.deepEqual(scoreRun({ ...request, dir }).after, result);
});

test('what the browser saw is verified, and a changed picture is named', { skip }, () => {
  assert.deepEqual(verifyRun(dir).doubts, []);
  const [first] = pictures();
  const file = join(dir, 'sites', first?.siteKey ?? '', first?.proof.picture ?? '');
  assert.ok(existsSync(file));
  appendFileSync(file, 'x');
  const { doubts } = verifyRun(dir);
  assert.equal(doubts.length, 1);
  assert.equal(doubts[0]?.visit, first?.proof.visit);
  assert.equal(doubts[0]?.what, 'changed');
  assert.ok((doubts[0]?.findings.length ?? 0) > 0);
});
