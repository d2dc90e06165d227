import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { verifyLedger } from '#store/ledger.ts';
import { perform } from './desk.ts';
import { rescoreCampaign } from './rescore-campaign.ts';
import { rescoreInspection } from './rescore-inspection.ts';
import { setAsideFindings } from './set-aside-findings.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(async () => office.close());

const cards = async () =>
  await office.db
    .selectFrom('inspections')
    .select(['id', 'verdict', 'score', 'card'])
    .orderBy('id')
    .execute();
const reason = '测试';

test('by its own rubric a round comes to what its acts made of it', async () => {
  const [one = 0, two = 0] = Object.values(office.findingIds);
  await setAsideFindings(office.desk('inspector'), [one, two], reason);
  const before = await cards();
  const done = await rescoreCampaign(office.desk('inspector'), office.campaignId, { reason });
  assert.deepEqual(done, { sites: 10, changed: 0 });
  assert.deepEqual(await cards(), before);
});

test('all at once gives what one by one gives', async () => {
  const broken = async () =>
    await office.db
      .updateTable('inspections')
      .set((eb) => ({
        score: null,
        card: eb.fn('jsonb_set', ['card', eb.val('{score}'), eb.val('null')]),
      }))
      .execute();
  await broken();
  await perform(office.desk('inspector'), async (act) => {
    for (const id of Object.values(office.inspectionIds)) await rescoreInspection(act, id);
  });
  const oneByOne = await cards();
  await broken();
  await rescoreCampaign(office.desk('inspector'), office.campaignId, { reason });
  assert.deepEqual(await cards(), oneByOne);
});

test('another rubric that asks for the same facts judges anew, with a line for each change', async () => {
  const before = await cards();
  const other = { rubric: 'cn-census-2015', overlays: ['hubei-pass-line-80'], reason };
  const done = await rescoreCampaign(office.desk('inspector'), office.campaignId, other);
  const after = await cards();
  const changed = after.filter(({ verdict }, at) => verdict !== before[at]?.verdict).length;
  assert.ok(changed > 0);
  assert.equal(done.changed, changed);
  const lines = await office.db
    .selectFrom('ledger')
    .select(['act', 'thing_id'])
    .where('act', 'in', ['campaign.rescore', 'inspection.rescore'])
    .orderBy('number', 'desc')
    .limit(changed + 1)
    .execute();
  assert.equal(lines.at(-1)?.act, 'campaign.rescore');
  assert.equal((await verifyLedger(office.db)).broken, null);
});

test('a rubric that measures otherwise, another state and who may not lead are refused', async () => {
  const desk = office.desk('inspector');
  await assert.rejects(
    rescoreCampaign(desk, office.campaignId, { rubric: 'cn-indicators-2019', reason }),
    { code: 'rubric-measures-otherwise' },
  );
  await assert.rejects(rescoreCampaign(office.desk('auditor'), office.campaignId, { reason }), {
    code: 'right-missing',
  });
  await office.db.updateTable('campaigns').set({ state: 'drafted' }).execute();
  await assert.rejects(rescoreCampaign(desk, office.campaignId, { reason }), {
    code: 'campaign-not-there',
  });
});
