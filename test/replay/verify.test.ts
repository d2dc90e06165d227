import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Finding } from '#domain/finding.ts';
import type { Result } from '#domain/result.ts';
import { type Verification, verifyRun } from '#office/verify-run.ts';
import { callInProcess } from '../doors/call-in-process.ts';
import { callXunwang } from '../doors/call-xunwang.ts';
import { makeSmallRun, type SmallRun } from './small-city.ts';

let run: SmallRun;
let parent: string;
/** A confirmed finding that costs points, its site, and the visit it rests on. */
let proven: { finding: Finding; siteKey: string; visit: string };

before(async () => {
  run = await makeSmallRun();
  parent = mkdtempSync(join(tmpdir(), 'xunwang-verify-'));
  proven = provenFinding(run.result);
});
after(() => {
  run.remove();
  rmSync(parent, { recursive: true, force: true });
});

function provenFinding(result: Result): typeof proven {
  for (const site of result.sites) {
    const charged = new Set(site.deductions.flatMap(({ findings }) => findings));
    const finding = site.findings.find(
      ({ id, kind, state }) => charged.has(id) && kind !== 'link-dead' && state === 'confirmed',
    );
    const visit = finding?.evidence[0]?.visit;
    if (finding && visit) return { finding, siteKey: site.key, visit };
  }
  return assert.fail('the small city has a finding that costs points');
}

/** A copy of the run, to be tampered with. */
function copyOf(one: TestContext): string {
  const dir = mkdtempSync(join(parent, 'copy-'));
  cpSync(run.dir, dir, { recursive: true });
  one.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function namedFindings({ doubts }: Verification): string[] {
  return doubts.flatMap(({ findings }) => findings.map(({ id }) => id));
}

interface IndexLine {
  visit: string | null;
  records: { type: string; offset: number; length: number }[];
}

function indexLines(dir: string): IndexLine[] {
  const text = readFileSync(join(dir, 'sites', proven.siteKey, 'index.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as IndexLine);
}

/** Where the response of the proven visit lies in the WARC file. */
function responsePlace(dir: string): { offset: number; length: number } {
  const entry = indexLines(dir).find(({ visit }) => visit === proven.visit);
  const place = entry?.records.find(({ type }) => type === 'response');
  return place ?? assert.fail('the evidence has a response record');
}

function edit(file: string, change: (bytes: Buffer) => Buffer): void {
  writeFileSync(file, change(readFileSync(file)));
}

function flip(offset: number): (bytes: Buffer) => Buffer {
  return (bytes) => {
    bytes[offset] = (bytes[offset] ?? 0) ^ 0x01;
    return bytes;
  };
}

test('an untouched run is verified, and the door says so quietly', async () => {
  assert.deepEqual(verifyRun(run.dir).doubts, []);
  const call = await callXunwang(['verify', run.dir, '--lang', 'en']);
  assert.equal(call.code, 0);
  assert.match(call.stdout, /^Verified: 2 sites, .*everything recomputes\.\n$/);
  assert.equal(call.stderr, '');
});

const removals: { what: string; remove: (dir: string) => void }[] = [
  {
    what: 'from the archive',
    remove: (dir) => {
      const { offset, length } = responsePlace(dir);
      edit(join(dir, 'sites', proven.siteKey, 'archive.warc.gz'), (bytes) =>
        Buffer.concat([bytes.subarray(0, offset), bytes.subarray(offset + length)]),
      );
    },
  },
  ...(['visits', 'facts', 'index'] as const).map((name) => ({
    what: `from the ${name}`,
    remove: (dir: string) =>
      edit(join(dir, 'sites', proven.siteKey, `${name}.jsonl`), (bytes) => {
        const lines = bytes.toString('utf8').split('\n');
        const kept = lines.filter((line) => !isOf(line, proven.visit));
        assert.equal(kept.length, lines.length - 1);
        return Buffer.from(kept.join('\n'));
      }),
  })),
];

function isOf(line: string, visit: string): boolean {
  if (line === '') return false;
  const value = JSON.parse(line) as { id?: string; visit?: string | null };
  return value.id === visit || value.visit === visit;
}

for (const { what, remove } of removals) {
  test(`evidence removed ${what} is missed, and the finding that rested on it is named`, (one) => {
    const dir = copyOf(one);
    remove(dir);
    const checked = verifyRun(dir);
    assert.ok(namedFindings(checked).includes(proven.finding.id), canonicalJson(checked.doubts));
  });
}

test('a byte changed in the evidence of a finding names the finding', (one) => {
  const { offset, length } = responsePlace(run.dir);
  for (const place of [offset + 10, offset + (length >> 1)]) {
    const dir = copyOf(one);
    edit(join(dir, 'sites', proven.siteKey, 'archive.warc.gz'), flip(place));
    assert.ok(namedFindings(verifyRun(dir)).includes(proven.finding.id), `byte ${place}`);
  }
});

test('a byte changed anywhere below sites/ or in any document is noticed', (one) => {
  const dir = copyOf(one);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  assert.ok(files.some((file) => file.endsWith('circular.docx')));
  // Any place of any file will do; the store's own tests try many more.
  const shares = [0, 0.37, 0.71, 0.99999];
  for (const [index, file] of files.toSorted().entries()) {
    const original = readFileSync(file);
    const offset = Math.floor(original.length * (shares[index % shares.length] ?? 0));
    writeFileSync(file, flip(offset)(Buffer.from(original)));
    assert.ok(noticed(dir), `${file}: byte ${offset} of ${original.length}`);
    writeFileSync(file, original);
  }
  assert.deepEqual(verifyRun(dir).doubts, [], 'put back, all is well again');
});

/** Whether a run is doubted, or not even readable as one. */
function noticed(dir: string): boolean {
  try {
    return verifyRun(dir).doubts.length > 0;
  } catch (error) {
    assert.equal((error as Error).name, 'Refusal', String(error));
    return true;
  }
}

test('a site that is gone altogether is doubted with all its findings', (one) => {
  const dir = copyOf(one);
  rmSync(join(dir, 'sites', proven.siteKey), { recursive: true });
  const checked = verifyRun(dir);
  const about = checked.doubts.filter(({ site }) => site === proven.siteKey);
  assert.ok(about.length > 0);
});

test('the door names finding and file of what no longer holds, and ends in exit code 1', async (one) => {
  const dir = copyOf(one);
  edit(join(dir, 'sites', proven.siteKey, 'archive.warc.gz'), flip(responsePlace(dir).offset + 20));
  const call = await callXunwang(['verify', dir, '--lang', 'en']);
  assert.equal(call.code, 1);
  assert.match(call.stdout, new RegExp(`${proven.finding.id} ${proven.finding.kind}`));
  assert.match(call.stdout, /archive\.warc\.gz/);
});

const tampered: { what: string; change: (result: Result) => void; names: RegExp }[] = [
  {
    what: 'a score',
    change: (result) => {
      const site = result.sites.find(({ key }) => key === proven.siteKey);
      if (site) site.score = 99.9;
    },
    names: /score: 99\.9 ≠ /,
  },
  {
    what: 'a deduction',
    change: (result) => {
      const [deduction] = result.sites.find(({ key }) => key === proven.siteKey)?.deductions ?? [];
      if (deduction) deduction.points += 0.1;
    },
    names: /deductions: /,
  },
  {
    what: 'a finding that is gone',
    change: (result) => {
      const site = result.sites.find(({ key }) => key === proven.siteKey);
      if (site) site.findings = site.findings.filter(({ id }) => id !== proven.finding.id);
    },
    names: /findings f-[0-9a-f]{10} [a-z-]+: ∅ ≠ confirmed/,
  },
  {
    what: 'the name of a unit',
    change: (result) => {
      const site = result.sites.find(({ key }) => key === proven.siteKey);
      if (site) site.unit = '别的局';
    },
    names: /unit: .*别的局/,
  },
  {
    what: 'the pass line',
    change: (result) => {
      result.passLine = 10;
    },
    names: /result\.json|passLine/,
  },
];

for (const { what, change, names } of tampered) {
  test(`publishing refuses a result in which ${what} was changed by hand, and names it`, async (one) => {
    const dir = copyOf(one);
    const file = join(dir, 'result.json');
    const result = JSON.parse(readFileSync(file, 'utf8')) as Result;
    change(result);
    writeFileSync(file, canonicalJson(result));
    rmSync(join(dir, 'circular.docx'));
    const words = ['publish', dir, '--no-pdf', '--lang', 'en'];
    const call = await (what === 'a score' ? callXunwang(words) : callInProcess(words));
    assert.equal(call.code, 1, call.stderr);
    assert.match(call.stderr, names);
    assert.equal(existsSync(join(dir, 'circular.docx')), false, 'nothing was published');
    assert.ok(verifyRun(dir).doubts.length > 0, 'and verify doubts it too');
  });
}
