import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRng } from '#city/rng.ts';
import { verifyRun } from '#office/verify-run.ts';
import { inspectionDir } from '#store/inspection-folder.ts';
import { OfficePerson } from '../office/office-client.ts';
import { callPlainly } from './faults/plain-call.ts';
import {
  openSmallCity,
  openWholeService,
  PASSWORD,
  settleOffice,
  smallCampaign,
  type WholeService,
} from './faults/whole-service.ts';

// The backup drill, by the commands that docs/operations.md names: a service with a judged
// campaign and another under way is backed up while it goes on; the backup is brought back into an
// empty place in a bare environment, killed at random instants and called again; ledger and
// evidence are verified; one flipped bit in any file of the backup is found and named.
// npm run check:backup -- [--seed N] [--flips 20] [--kills 5]

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1 << 30)) },
    flips: { type: 'string', default: '20' },
    kills: { type: 'string', default: '5' },
  },
});
const chance = seededRng(values.seed).next;
const startedMs = performance.now();
const say = (line: string) => {
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${seconds} s  ${line}\n`);
};
say(`seed ${values.seed}`);
const folder = mkdtempSync(join(tmpdir(), 'xunwang-drill-'));
const backup = join(folder, 'backups', '2019-06-30');
try {
  const kept = await backUpWhileWorking();
  await flipBits(Number(values.flips));
  const target = await restoreAmidKills(Number(values.kills));
  await inspectRestored(target, kept);
  say('the drill is passed');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What must be there again. */
interface Kept {
  campaign: number;
  scores: Record<string, unknown>[];
  ledger: { number: number; hash: string };
}

async function backUpWhileWorking(): Promise<Kept> {
  const city = await openSmallCity(3, 300);
  const service = await openWholeService({});
  try {
    const { inspector, regionId } = await settleOffice(service, city);
    const start = async () => {
      const made = await inspector.ask(
        'POST',
        '/campaigns',
        smallCampaign(regionId, city.truth.asOf),
      );
      await inspector.ask('POST', `/campaigns/${String(made.body['id'])}/start`);
      return Number(made.body['id']);
    };
    const campaign = await start();
    await reviewed(inspector, campaign);
    const findings = await inspector.all(`/findings?campaign=${campaign}&state=confirmed`);
    await inspector.ask('POST', '/findings/acceptances', {
      findings: findings.map(({ id }) => id),
    });
    const scores = await scoresOf(inspector, campaign);
    await start();
    const call = await callPlainly(['backup', backup, '--json'], bare(service.data));
    assert.equal(call.code, 0, call.text);
    const manifest = JSON.parse(call.text) as {
      ledger: Kept['ledger'];
      evidence: { files: number; bytes: number };
    };
    const { files, bytes } = manifest.evidence;
    say(
      `backed up while inspecting: ledger line ${manifest.ledger.number}, ${files} files of evidence, ${bytes} bytes`,
    );
    await inspector.ask('POST', '/units', { name: '备份之后的单位', regionId });
    return { campaign, scores, ledger: manifest.ledger };
  } finally {
    await service.close();
    await city.close();
  }
}

/** Nothing but the data folder and a path for the system's own programs. */
function bare(data: string): Record<string, string> {
  return { XUNWANG_DATA: data, PATH: '/usr/bin:/bin' };
}

async function flipBits(flips: number): Promise<void> {
  const files = filesBelow(backup);
  const harmed = join(folder, 'harmed');
  cpSync(backup, harmed, { recursive: true });
  for (let flip = 0; flip < flips; flip++) {
    const name = files[Math.floor(chance() * files.length)] ?? '';
    const path = join(harmed, name);
    const bytes = readFileSync(path);
    if (bytes.length === 0) continue;
    const at = Math.floor(chance() * bytes.length);
    const whole = Buffer.from(bytes);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
    writeFileSync(path, bytes);
    const found = await callPlainly(['backup', '--check', harmed], {});
    assert.equal(found.code, 2, `${name}: ${found.text}`);
    const named = name === 'manifest.sha256' ? 'manifest.json' : name;
    assert.ok(found.text.includes(named), `${name} is named: ${found.text}`);
    writeFileSync(path, whole);
  }
  const fine = await callPlainly(['backup', '--check', backup], {});
  assert.equal(fine.code, 0, fine.text);
  say(`${flips} flipped bits, each found and its file named; the backup itself is whole`);
}

/** Restores into one empty place, killed at random instants, until one call comes to its end. */
async function restoreAmidKills(kills: number): Promise<string> {
  const target = join(folder, 'another machine');
  for (let kill = 0; kill < kills; kill++) {
    const afterMs = 500 + chance() * 4000;
    const call = await callPlainly(['restore', backup], bare(target), (child) => {
      setTimeout(() => {
        if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
      }, afterMs);
    });
    say(`restore killed after ${afterMs.toFixed(0)} ms: ${call.signal ?? call.text.trim()}`);
    if (call.code === 0) return target;
  }
  const call = await callPlainly(['restore', backup], bare(target));
  assert.equal(call.code, 0, call.text);
  say(call.text.trim());
  return target;
}

async function inspectRestored(target: string, kept: Kept): Promise<void> {
  const ledger = await callPlainly(['ledger', 'verify', '--json'], bare(target));
  assert.equal(ledger.code, 0, ledger.text);
  const { lines, head } = JSON.parse(ledger.text) as { lines: number; head: string };
  assert.deepEqual({ number: lines, hash: head }, kept.ledger);
  say(`the ledger holds: ${lines} lines, the head is the backup's`);
  const service = await openWholeService({ data: target });
  try {
    await verifyEvidence(service);
    // Connections that were closed while we computed are noticed first.
    await sleep(100);
    const inspector = await new OfficePerson(service.origin).signIn('inspector', PASSWORD);
    assert.deepEqual(await scoresOf(inspector, kept.campaign), kept.scores);
    const units = await inspector.all('/units');
    assert.ok(units.every(({ name }) => name !== '备份之后的单位'));
    say('signed in on another port with the old password: scores as before, nothing of later');
  } finally {
    await service.close();
  }
}

/** Every visit's bytes against its hash, every judgement recomputed, every seal as in the table. */
async function verifyEvidence(service: WholeService): Promise<void> {
  const measured = await service.ask((db) =>
    db
      .selectFrom('inspections')
      .select(['campaign_id', 'site', 'seal'])
      .where('state', '=', 'measured')
      .execute(),
  );
  assert.ok(measured.length > 0);
  let visits = 0;
  for (const { campaign_id, site, seal } of measured) {
    const dir = inspectionDir(service.evidenceDir, campaign_id, site.key);
    const checked = verifyRun(dir);
    assert.deepEqual(checked.doubts, []);
    const finished = JSON.parse(readFileSync(join(dir, 'finished.json'), 'utf8')) as {
      seal: string;
    };
    assert.equal(finished.seal, seal);
    visits += checked.visits;
  }
  say(`evidence of ${measured.length} sites verified: ${visits} visits, seals as in the table`);
}

async function reviewed(person: OfficePerson, id: number): Promise<void> {
  while ((await person.ask('GET', `/campaigns/${id}`)).body['state'] === 'running') {
    await sleep(100);
  }
}

async function scoresOf(person: OfficePerson, id: number): Promise<Record<string, unknown>[]> {
  const list = await person.all(`/campaigns/${id}/inspections`);
  return list.map(({ siteId, verdict, score, state }) => ({ siteId, verdict, score, state }));
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dir, name)).isFile())
    .toSorted();
}
