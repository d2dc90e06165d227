import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Probe } from '#domain/availability.ts';
import { listDueWatches, listLateWatches } from '#store/monitoring.ts';
import { findSiteRow } from '#store/site-at.ts';
import { askAvailability } from './ask-monitoring.ts';
import { noteAvailability } from './monitor-availability.ts';
import { monitoringTerms } from './monitoring-terms.ts';
import { restartWatches } from './restart-watches.ts';
import { takeOverProbes } from './take-over-probes.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
let siteId = 0;
const terms = monitoringTerms();
before(async () => {
  office = await openSampleOffice();
  siteId = office.siteIds['minzheng'] ?? 0;
});
after(() => office.close());

function probe(at: string, hasFailed: boolean): Probe {
  return {
    id: `p-${at}`,
    due: at,
    at,
    tries: 1,
    outcome: { kind: 'failed', why: 'timeout', detail: 'no answer', ms: 15_000 },
    ...(!hasFailed && {
      outcome: {
        kind: 'answered',
        status: 200,
        contentType: 'text/html',
        bodyHash: `sha256:${'0'.repeat(64)}`,
        bodyBytes: 0,
        truncated: false,
        insecure: false,
        ms: 100,
      },
    }),
    finalUrl: 'http://minzheng.example.gov.cn/',
    openMs: hasFailed ? 15_000 : 100,
    firstByteMs: null,
    isBlocked: false,
    saysMissing: false,
    controls: null,
    isLost: false,
  };
}

/** Twenty visits of the day before, of which the first two failed. */
const probes = Array.from({ length: 20 }, (_, hour) =>
  probe(`2019-05-27T${String(hour).padStart(2, '0')}:00:00.000Z`, hour < 2),
);

test('visits of another instrument are judged, kept once and told in the ledger', async () => {
  const given = { probes, source: 'another instrument' };
  assert.equal(await takeOverProbes(office.desk('inspector'), siteId, given, terms), 20);
  assert.equal(await takeOverProbes(office.desk('inspector'), siteId, given, terms), 0);
  const { days } = await askAvailability(office.desk('inspector'), siteId, 7);
  const [failed, opened] = [2, 18];
  assert.deepEqual(
    days.reduce(([f, o], { tally }) => [f + tally.failed, o + tally.opened] as const, [
      0, 0,
    ] as readonly [number, number]),
    [failed, opened],
  );
  const lines = await office.db
    .selectFrom('ledger')
    .select('after')
    .where('act', '=', 'monitoring.take-over')
    .execute();
  assert.deepEqual(lines[0]?.after, { probes: 20, source: 'another instrument' });
});

test('who only reads may not', async () => {
  const auditor = office.desk('auditor');
  const taking = takeOverProbes(auditor, siteId, { probes, source: 'x' }, terms);
  await assert.rejects(taking, { code: 'right-missing' });
});

test('they give signals by the usual rule', async () => {
  const site = await findSiteRow(office.db, siteId);
  assert.ok(site);
  const changes = await noteAvailability(office.desk({ job: 'test' }), site, terms);
  assert.deepEqual(changes, [{ kind: 'availability', from: null, to: 'watch' }]);
});

test('after a pause that was meant nothing is late, and looks come one after the other', async () => {
  await restartWatches(office.desk({ job: 'test' }), terms);
  const at = office.desk('inspector').now();
  assert.deepEqual(await listLateWatches(office.db, at, terms.plan.lateAfter), []);
  const due = await listDueWatches(office.db, at, { limit: 200 });
  assert.deepEqual(due, []);
  const later = new Date(Date.parse(at) + terms.plan.every.pages / 2).toISOString();
  const half = await listDueWatches(office.db, later, { limit: 200, kind: 'pages' });
  assert.equal(half.length, Object.keys(office.siteIds).length / 2);
});
