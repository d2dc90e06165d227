import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { Refusal, type RefusalCode } from '#base/refusal.ts';
import type { Site } from '#domain/site.ts';
import { openBucket } from '#store/bucket/bucket.ts';
import { noteFinished } from '#store/evidence-folders.ts';
import { tallyByDay } from '#store/monitoring.ts';
import { BACKUP_LOCK } from '#store/postgres/backup.ts';
import { type LoopbackBucket, openLoopbackBucket } from '#store/testing/loopback-bucket.ts';
import type { Desk } from './desk.ts';
import { forgetEvidence } from './forget-evidence.ts';
import { bringEvidence, keepEvidence } from './keep-evidence.ts';
import { openSmallOffice, type SmallOffice } from './testing/small-office.ts';

const site: Site = {
  key: 'one',
  unit: '某局',
  homepage: 'http://one.test/',
  siteIdCode: null,
  kind: 'portal',
};
const retention = { keepChargedDays: 1827, keepVisitsDays: 90, keepProbesDays: 400 };
const DAY_MS = 86_400_000;

describe('evidence is kept and forgotten', () => {
  let office: SmallOffice;
  let far: LoopbackBucket;
  let desk: Desk;
  const nowMs = Date.parse('2026-06-30T04:00:00.000Z');
  const ago = (days: number) => new Date(nowMs - days * DAY_MS).toISOString();
  before(async () => {
    office = await openSmallOffice([site]);
    desk = { ...office.job, now: () => ago(0) };
  });
  beforeEach(async () => {
    far = await openLoopbackBucket();
    await office.db.deleteFrom('evidence_folders').execute();
  });
  after(async () => {
    await office.close();
  });

  const pathOf = (folder: string) => join(office.evidenceDir, folder);

  async function plant(
    folder: string,
    days: number,
    more: { kind?: 'look' | 'recheck'; inspectionId?: number } = {},
  ): Promise<void> {
    for (const file of ['run.json', 'sites/某 局/visits.warc.gz']) {
      const path = join(pathOf(folder), file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${folder} ${file}`);
    }
    const kind = more.inspectionId === undefined ? (more.kind ?? 'look') : 'inspection';
    const inspectionId = more.inspectionId ?? null;
    await noteFinished(office.db, { folder, kind, inspectionId, finishedAt: ago(days) });
  }

  async function refusal(act: Promise<unknown>): Promise<[RefusalCode, string]> {
    const error = await act.then(
      () => null,
      (failure: unknown) => failure,
    );
    assert.ok(error instanceof Refusal, String(error));
    return [error.code, String(error.args['why'] ?? '')];
  }

  test('evidence goes into the bucket, its copy is left out, and it comes back as it was', async (t) => {
    t.after(() => far.close());
    const bucket = openBucket(far.address);
    await plant('monitoring/one/links-1', 40);
    await plant('monitoring/one/links-2', 1);
    assert.deepEqual(await keepEvidence(desk, bucket, 30), { kept: 2, dropped: 1 });
    assert.equal(far.objects.size, 6);
    assert.equal(existsSync(pathOf('monitoring/one/links-1')), false);
    assert.equal(existsSync(pathOf('monitoring/one/links-2')), true);
    assert.deepEqual(await keepEvidence(desk, bucket, 30), { kept: 0, dropped: 0 });
    const dir = await bringEvidence(desk, bucket, 'monitoring/one/links-1');
    const file = 'sites/某 局/visits.warc.gz';
    assert.equal(readFileSync(join(dir, file), 'utf8'), `monitoring/one/links-1 ${file}`);
    assert.equal(existsSync(join(dir, 'kept.json')), false);
    const unknown = bringEvidence(desk, bucket, 'monitoring/two/links-1');
    assert.deepEqual(await refusal(unknown), ['evidence-unknown', '']);
  });

  test('a bucket that fails costs nothing, and what it alters is not taken back', async (t) => {
    const bucket = openBucket(far.address);
    await plant('monitoring/one/pages-1', 40);
    const wrong = openBucket({ ...far.address, secret: 'another' });
    assert.deepEqual(await refusal(keepEvidence(desk, wrong, 30)), ['bucket-failed', 'refused']);
    far.failWith = 503;
    assert.deepEqual(await refusal(keepEvidence(desk, bucket, 30)), ['bucket-failed', 'busy']);
    assert.equal(existsSync(pathOf('monitoring/one/pages-1')), true);
    far.failWith = null;
    assert.deepEqual(await keepEvidence(desk, bucket, 30), { kept: 1, dropped: 1 });
    const [path = ''] = [...far.objects.keys()].filter((key) => key.endsWith('run.json'));
    const whole = far.objects.get(path) ?? Buffer.alloc(0);
    far.objects.set(path, Buffer.from('another'));
    const altered = bringEvidence(desk, bucket, 'monitoring/one/pages-1');
    assert.deepEqual(await refusal(altered), ['bucket-damaged', '']);
    assert.equal(existsSync(pathOf('monitoring/one/pages-1')), false);
    far.objects.delete(path);
    const missing = bringEvidence(desk, bucket, 'monitoring/one/pages-1');
    assert.deepEqual(await refusal(missing), ['bucket-failed', 'missing']);
    far.objects.set(path, whole);
    await bringEvidence(desk, bucket, 'monitoring/one/pages-1');
    await far.close();
    t.diagnostic('the far side is gone');
    await plant('monitoring/one/pages-2', 40);
    assert.deepEqual(await refusal(keepEvidence(desk, bucket, 30)), [
      'bucket-failed',
      'unreachable',
    ]);
  });

  async function inspected(
    key: string,
    state: 'published' | 'reviewing',
    isCharged: boolean,
  ): Promise<number> {
    const { id: campaign } = await office.db
      .insertInto('campaigns')
      .values({
        region_id: office.regionId,
        name: key,
        period: key,
        state,
        as_of: '2026-01-01',
        rubric: '{}',
        settings: '{}',
        sample: '{}',
        opened_at: ago(200),
        published_at: ago(120),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const [site_id = 0] = office.siteIds;
    const row = { campaign_id: campaign, site_id, position: 0, site: '{}', state: 'measured' };
    const { rows } = await sql<{ id: number }>`
      insert into inspections (campaign_id, site_id, position, site, state)
      values (${row.campaign_id}, ${row.site_id}, 0, '{}', 'measured') returning id
    `.execute(office.db);
    const id = Number(rows[0]?.id);
    if (isCharged) {
      await sql`
        insert into findings
          (inspection_id, campaign_id, site_id, key, kind, state, finding, review)
        values (${id}, ${campaign}, ${site_id}, 'k', 'link-dead', 'confirmed', '{}', 'accepted')
      `.execute(office.db);
    }
    return id;
  }

  test('what is past its time goes, here and there, and the ledger names it', async (t) => {
    t.after(() => far.close());
    const bucket = openBucket(far.address);
    const kept = {
      'monitoring/one/new': [1, {}],
      'orders/1/look-2': [100, { kind: 'recheck' }],
      'campaigns/1/charged': [130, { inspectionId: await inspected('charged', 'published', true) }],
      'campaigns/2/open': [130, { inspectionId: await inspected('open', 'reviewing', false) }],
    } as const;
    const gone = {
      'monitoring/one/old': [91, {}],
      'orders/2/look-2': [1900, { kind: 'recheck' }],
      'campaigns/3/fine': [130, { inspectionId: await inspected('fine', 'published', false) }],
    } as const;
    for (const [folder, [days, more]] of Object.entries({ ...kept, ...gone })) {
      await plant(folder, days, more);
    }
    await keepEvidence(desk, bucket, 10_000);
    const client = await office.db.connection().execute(async (db) => {
      await sql`select pg_advisory_lock_shared(${BACKUP_LOCK})`.execute(db);
      const meanwhile = await forgetEvidence(desk, bucket, retention);
      await sql`select pg_advisory_unlock_shared(${BACKUP_LOCK})`.execute(db);
      return meanwhile;
    });
    assert.equal(client, null, 'nothing goes while a backup is made');
    assert.deepEqual(await forgetEvidence(desk, bucket, retention), { folders: 3, visits: 0 });
    for (const folder of Object.keys(kept)) assert.ok(existsSync(pathOf(folder)), folder);
    for (const folder of Object.keys(gone)) assert.ok(!existsSync(pathOf(folder)), folder);
    const names = [...far.objects.keys()].join('\n');
    for (const folder of Object.keys(gone)) assert.ok(!names.includes(folder), folder);
    const line = await office.db
      .selectFrom('ledger')
      .select(['before', 'reason'])
      .where('act', '=', 'evidence.delete')
      .executeTakeFirstOrThrow();
    const named = (line.before as { evidence: { folder: string }[] }).evidence;
    assert.deepEqual(named.map(({ folder }) => folder).toSorted(), Object.keys(gone).toSorted());
    assert.equal(line.reason, 'past 90 days, or 1827 where charged');
    assert.deepEqual(await forgetEvidence(desk, bucket, retention), { folders: 0, visits: 0 });
  });

  test('visits of monitoring become counts by day, and the strip is as it was', async (t) => {
    t.after(() => far.close());
    const [siteId = 0] = office.siteIds;
    await sql`
      insert into probes (site_id, due_at, at, result, took_ms, probe)
      select ${siteId}, at, at, case when n % 7 = 0 then 'failed' else 'opened' end, 5, '{}'
      from generate_series(0, 99) n, lateral (
        select ${ago(0)}::timestamptz - interval '398 days' - n * interval '2 hours' as at) t
    `.execute(office.db);
    const strip = await tallyByDay(office.db, siteId, ago(500));
    const forgotten = await forgetEvidence(desk, null, retention);
    assert.ok(forgotten && forgotten.visits > 50 && forgotten.visits < 100);
    assert.deepEqual(await tallyByDay(office.db, siteId, ago(500)), strip);
  });
});
