import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CHECKS_A_DAY } from '#domain/site-check.ts';
import { listPackagedRubrics } from '#store/load-data.ts';
import { askChecks, listWaitingChecks } from './ask-checks.ts';
import { askForCheck } from './ask-for-check.ts';
import { monitoringTerms } from './monitoring-terms.ts';
import { runCheck } from './run-check.ts';
import { type ChangingSite, serveChangingSite } from './testing/changing-site.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';
import type { Watch } from './watch.ts';

describe('a unit has its own site checked', () => {
  let office: SampleOffice;
  let site: ChangingSite;
  let own = 0;
  const terms = monitoringTerms({ allowNet: ['127.0.0.0/8'] });
  const stop = new AbortController();
  const watch: Watch = {
    now: () => office.desk('inspector').now(),
    wait: async () => undefined,
    signal: stop.signal,
    report: () => undefined,
  };
  before(async () => {
    site = await serveChangingSite();
    office = await openSampleOffice();
    own = office.siteIds['minzheng'] ?? 0;
    await office.db
      .updateTable('sites')
      .set({ homepage: site.homepage })
      .where('id', '=', own)
      .execute();
  });
  after(async () => {
    await office.close();
    await site.close();
  });

  test('what it finds is told as it would be judged, and charged to nobody', async () => {
    site.setDead(['/a']);
    const editor = office.desk('editor');
    const findings = await office.db.selectFrom('findings').select('id').execute();
    const id = await askForCheck(editor, own);
    await assert.rejects(askForCheck(editor, own), { code: 'check-there' });
    const job = office.desk({ job: 'check-site' });
    assert.deepEqual(await listWaitingChecks(job, 10), [id]);
    assert.equal(await runCheck(job, id, { terms, watch }), true);
    assert.equal(await runCheck(job, id, { terms, watch }), false);
    const { items } = await askChecks(editor, own, { limit: 5 });
    const [check] = items;
    assert.equal(check?.state, 'done');
    const dead = check?.result?.findings.filter(({ kind }) => kind === 'link-dead');
    assert.deepEqual(
      dead?.map(({ url, state }) => [url, state]),
      [[`${site.homepage}a`, 'confirmed']],
    );
    assert.ok(listPackagedRubrics().includes(check?.result?.rubric ?? ''));
    assert.deepEqual(await office.db.selectFrom('findings').select('id').execute(), findings);
  });

  test('a neighbour does not see the site, and nobody asks without end', async () => {
    await assert.rejects(askForCheck(office.desk('otherEditor'), own), { code: 'not-found' });
    await assert.rejects(askForCheck(office.desk('reviewer'), own), { code: 'right-missing' });
    const rows = Array.from({ length: CHECKS_A_DAY }, () => ({
      site_id: own,
      asked_at: office.desk('admin').now(),
      finished_at: office.desk('admin').now(),
      state: 'failed' as const,
    }));
    await office.db.insertInto('site_checks').values(rows).execute();
    await assert.rejects(askForCheck(office.desk('editor'), own), { code: 'check-too-often' });
  });
});
