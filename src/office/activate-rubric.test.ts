import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { verifyLedger } from '#store/ledger.ts';
import { activateRubric, withdrawActivation } from './activate-rubric.ts';
import { askActivations, rubricInForce } from './ask-activations.ts';
import { askCampaign } from './ask-campaigns.ts';
import { askCampaignRubric } from './ask-rubrics.ts';
import { openCampaign } from './open-campaign.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(() => office.close());

const reason = '国办秘函〔2019〕19号';
const order = (asOf: string) => ({
  regionId: office.places.city.id,
  name: `抽查${asOf}`,
  period: '2019年第三季度',
  asOf,
});

test('a rubric in force is what campaigns get from its day on; open ones keep theirs', async () => {
  const leader = office.desk('leader');
  const inspector = office.desk('inspector');
  const regionId = office.places.city.id;
  const before = await openCampaign(inspector, order('2019-05-28'));
  const wanted = { regionId, rubric: 'cn-indicators-2019', from: '2019-07-01', reason };
  await assert.rejects(activateRubric(inspector, wanted), { code: 'right-missing' });
  const id = await activateRubric(leader, wanted);
  assert.equal((await askActivations(leader)).items[0]?.state, 'coming');

  office.setClock('2019-07-02T02:00:00.000Z');
  assert.equal((await askActivations(leader)).items[0]?.state, 'in-force');
  const rubricOf = async (campaign: number) =>
    (await askCampaignRubric(inspector, campaign)).rubric.ref.id;
  const asked = await openCampaign(inspector, order('2019-06-30'));
  const later = await openCampaign(inspector, order('2019-07-02'));
  const named = await openCampaign(inspector, {
    ...order('2019-07-02'),
    rubric: 'cn-census-2015',
  });
  assert.equal(await rubricOf(before), 'cn-census-2015', 'it keeps its text');
  assert.equal(await rubricOf(asked), 'cn-census-2015', 'judged as of the day before');
  assert.equal(await rubricOf(later), 'cn-indicators-2019');
  assert.equal(await rubricOf(named), 'cn-census-2015', 'who opens it may name another');
  assert.equal((await askCampaign(inspector, before)).state, 'draft');

  const county = { regionId: office.places.county.id, day: '2019-07-02' };
  const inForce = await rubricInForce(office.db, county);
  assert.deepEqual([inForce.rubric, inForce.since], ['cn-indicators-2019', '2019-07-01']);
  await assert.rejects(withdrawActivation(leader, id, '撤回'), { code: 'activation-begun' });
});

test('what has not begun is taken back; the past is not rewritten; the ledger says who', async () => {
  const admin = office.desk('admin');
  const regionId = office.places.city.id;
  const wanted = { regionId, rubric: 'cn-census-2015', from: '2020-01-01', reason };
  const past = activateRubric(admin, { ...wanted, from: '2019-07-01' });
  await assert.rejects(past, { code: 'activation-in-past' });
  await assert.rejects(activateRubric(admin, { ...wanted, rubric: 'none' }), {
    code: 'rubric-unknown',
  });
  const id = await activateRubric(admin, wanted);
  await withdrawActivation(admin, id, '暂不启用');
  await assert.rejects(withdrawActivation(admin, id, '再撤'), { code: 'moved-meanwhile' });
  const line = (await askActivations(admin)).items.find((one) => one.id === id);
  assert.equal(line?.state, 'withdrawn');
  assert.equal(
    (await rubricInForce(office.db, { regionId, day: '2020-02-01' })).since,
    '2019-07-01',
  );
  const lines = await office.db
    .selectFrom('ledger')
    .innerJoin('ledger_places', 'ledger_places.number', 'ledger.number')
    .select(['act', 'actor', 'reason'])
    .where('thing', '=', 'rubric-activation')
    .where('ledger_places.region_id', '=', regionId)
    .orderBy('ledger.number')
    .execute();
  const acts = lines.map(({ act }) => act);
  assert.deepEqual(acts, ['rubric.activate', 'rubric.activate', 'rubric.withdraw']);
  assert.equal(lines[0]?.actor, `person:${office.people.leader.id}`);
  assert.equal(lines[0]?.reason, reason);
  assert.equal((await verifyLedger(office.db)).broken, null);
});
