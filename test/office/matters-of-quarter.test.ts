import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import { acceptAll } from '#office/testing/sample-judging.ts';
import { secondQuarter, smallerPlan } from '#demo/matters/matter-plan.ts';
import { matterStatistics } from '#office/ask-matter-statistics.ts';
import { draftCircular } from '#office/draft-circular.ts';
import { fillMatters } from '#office/fill-matters.ts';
import { reconcileCircular } from '#office/reconcile-circular.ts';
import { skipHearing } from '#office/skip-hearing.ts';
import { chaseMatters } from '#office/chase-matters.ts';
import { findCircular } from '#store/circulars.ts';
import { renderMarkdown } from '#publish/render-markdown.ts';
import { playMatters } from './matter-stage.ts';

// The whole quarter, with all 563 letters: npm run check:quarter.

let office: SampleOffice;
const plan = smallerPlan(secondQuarter, 0.05);
const period = { from: plan.from, to: '2019-05-27' };
before(async () => {
  office = await openSampleOffice();
  await playMatters(office, plan);
  office.setClock('2019-05-27T08:00:00.000Z');
});
after(() => office.close());

test('the figures of the quarter come out of what happened', async () => {
  const now = office.desk('inspector').now();
  const { errorReports, inquiries } = await matterStatistics(office.db, null, period, now);
  assert.equal(errorReports.received, 11);
  assert.deepEqual(errorReports.bySite.map(({ site, received }) => [site, received]).slice(0, 1), [
    ['通山县人民政府网站', 5],
  ]);
  assert.deepEqual([errorReports.replyRate.rate, errorReports.satisfaction.rate], [1, 1]);
  assert.ok(errorReports.true < 11, 'what was answered was not all true');
  const { published, open, withheld, refused } = plan.ends;
  assert.deepEqual(
    [inquiries.handled, inquiries.inProgress, inquiries.unpublished],
    [published, open, withheld + refused],
  );
});

test('figures of a moment that has passed stay what they were', async () => {
  const asked = { ...period, cutoff: '2019-05-10T16:00:00.000Z' };
  const { inquiries } = await matterStatistics(office.db, null, asked, asked.cutoff);
  const { received, handled, inProgress, unpublished } = inquiries;
  assert.equal(received, handled + inProgress + unpublished);
  assert.ok(inProgress > 0 && handled < plan.ends.published);
});

test('a circular is filled from them, and blocked when one inquiry is changed by hand', async () => {
  const inspector = office.desk('inspector');
  await acceptAll(office);
  await skipHearing(inspector, office.campaignId, '测试');
  const drafted = await draftCircular(inspector, office.campaignId);
  const wrong = await fillMatters(inspector, drafted, {
    errorReports: { from: plan.from, to: '2019-05-20' },
    inquiries: period,
  });
  assert.deepEqual(wrong, []);
  const row = await findCircular(office.db, drafted);
  assert.ok(row);
  const text = renderMarkdown(row.circular);
  assert.match(text, /反映问题11条（其中通山县人民政府网站5条/);
  assert.match(text, /家单位出现答复超期的情况/);
  const victim = await office.db
    .selectFrom('inquiries')
    .select('id')
    .where('state', '=', 'published')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  await office.db
    .updateTable('inquiries')
    .set({ state: 'withheld' })
    .where('id', '=', victim.id)
    .execute();
  await assert.rejects(
    reconcileCircular(inspector, drafted),
    (error: Error & { code?: string }) => {
      assert.equal(error.code, 'matters-unreconciled');
      assert.match(error.message, new RegExp(`inquiry ${victim.id} state: withheld ≠ `));
      return true;
    },
  );
});

test('what is due is chased, each told once', async () => {
  const job = office.desk({ job: 'chase' });
  assert.ok((await chaseMatters(job)) > 0);
  const count = async () =>
    (
      await office.db
        .selectFrom('notices')
        .select('id')
        .where('kind', '=', 'matter-overdue')
        .execute()
    ).length;
  const told = await count();
  await chaseMatters(job);
  assert.equal(await count(), told);
});
