import { perform } from '#office/desk.ts';
import { draftContents } from '#office/draft-contents.ts';
import { sampleSettings } from '#office/testing/sample-campaign.ts';
import { smallResult } from '#publish/testing/sample-result.ts';
import { startDeadline } from '#office/start-deadline.ts';
import type { SampleOffice } from '#office/testing/sample-office.ts';
import { toJson } from '#store/json-column.ts';
import { plantMatters } from './plant-matters.ts';
import type { Things } from './role-world.ts';

/** What is there already, and who holds a post there. */
interface Ground
  extends Pick<Things, 'region' | 'unit' | 'site' | 'campaign' | 'inspection' | 'finding'> {
  person: string;
}

/** One thing of every kind that an office keeps, all of one unit. */
export async function plantThings(office: SampleOffice, ground: Ground): Promise<Things> {
  const at = office.desk('admin').now();
  const { order, orderItem } = await plantOrder(office, ground, at);
  const { escalation, talk } = await plantLadder(office, { ...ground, order }, at);
  const { person: login, ...kept } = ground;
  return {
    ...kept,
    ...(await personOf(office, login)),
    channel: await plantChannel(office, ground.site),
    explanation: await plantExplanation(office, ground, at),
    appeal: await plantAppeal(office, ground, at),
    circular: await plantCircular(office, ground.campaign, at),
    order,
    orderItem,
    escalation,
    talk,
    deadline: await plantDeadline(office, { order, unit: ground.unit }),
    webhook: await plantWebhook(office, ground.region, at),
    activation: await plantActivation(office, ground.region, at),
    ...(await plantMatters(office, ground)),
  };
}

async function personOf({ db }: SampleOffice, login: string) {
  return await db
    .selectFrom('people')
    .innerJoin('posts', 'posts.person_id', 'people.id')
    .select(['people.id as person', 'posts.id as post'])
    .where('people.login', '=', login)
    .executeTakeFirstOrThrow();
}

async function plantChannel({ db }: SampleOffice, site: number): Promise<number> {
  const { id } = await db
    .insertInto('channels')
    .values({
      site_id: site,
      url: `http://site-${site}.example.gov.cn/zwgk/`,
      name: '政务公开',
      path: ['政务公开'],
      level: 1,
      kind: 'news',
      clock: null,
      origin: 'discovered',
      first_seen_on: '2019-05-01',
      last_seen_on: '2019-05-27',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function plantActivation({ db }: SampleOffice, region: number, at: string) {
  const { id } = await db
    .insertInto('rubric_activations')
    .values({
      region_id: region,
      rubric: 'cn-census-2015',
      version: '1',
      from_day: '2098-01-01',
      reason: '测试',
      activated_by: null,
      activated_at: at,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function plantExplanation(office: SampleOffice, { finding, site }: Ground, at: string) {
  const { id } = await office.db
    .insertInto('explanations')
    .values({
      finding_id: finding,
      site_id: site,
      statement: '本年度没有此类信息。',
      claimed_by: office.people.otherEditor.id,
      claimed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function plantAppeal(office: SampleOffice, { finding }: Ground, at: string) {
  const { id } = await office.db
    .insertInto('appeals')
    .values({
      finding_id: finding,
      grounds: '链接可以打开。',
      filed_by: office.people.otherEditor.id,
      filed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** One a campaign. */
async function plantCircular({ db }: SampleOffice, campaign: number, at: string) {
  const errorRate = { confirmed: 0, setAside: 0, appealed: 0, upheld: 0, at };
  const drafted = draftContents(
    { settings: sampleSettings },
    { result: smallResult(), explanations: [] },
    { region: '本市', period: '2019年第二季度', date: '2019-05-27' },
    { errorRate, correction: null },
  );
  const { id } = await db
    .insertInto('circulars')
    .values({
      campaign_id: campaign,
      number: 1,
      brief: toJson(drafted.brief),
      result: toJson(drafted.result),
      circular: toJson(drafted.circular),
      open_data: toJson(drafted.openData),
      contradictions: toJson(drafted.contradictions),
      error_rate: toJson(errorRate),
      drafted_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['campaign_id', 'number']).doUpdateSet({ number: 1 }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function plantOrder({ db }: SampleOffice, { campaign, unit, finding }: Ground, at: string) {
  const { id: order } = await db
    .insertInto('orders')
    .values({ campaign_id: campaign, unit_id: unit, issued_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: orderItem } = await db
    .insertInto('order_items')
    .values({ order_id: order, finding_id: finding })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { order, orderItem };
}

async function plantLadder(
  { db }: SampleOffice,
  { campaign, unit, order }: Ground & { order: number },
  at: string,
) {
  const facts = {
    unit: '某局',
    campaign: '抽查',
    dueOn: '2019-05-27',
    open: 1,
    overdue: 1,
    failed: 0,
    reason: '逾期',
    repetitions: [],
  };
  const { id: escalation } = await db
    .insertInto('escalations')
    .values({
      unit_id: unit,
      order_id: order,
      campaign_id: campaign,
      step: 'talk',
      rule: 'overdue-10',
      facts: toJson(facts),
      draft: toJson({ title: '约谈', salutation: '某局：', paragraphs: ['请到场。'] }),
      state: 'carried-out',
      proposed_at: at,
      carried_out_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: talk } = await db
    .insertInto('talks')
    .values({ escalation_id: escalation, unit_id: unit, state: 'scheduled', scheduled_for: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { escalation, talk };
}

async function plantDeadline(
  office: SampleOffice,
  { order, unit }: { order: number; unit: number },
): Promise<number> {
  const start = { thing: 'order', thingId: order, unitId: unit, clock: 'rectification' };
  await perform(office.desk({ job: 'test' }), (act) => startDeadline(act, start));
  const { id } = await office.db
    .selectFrom('deadlines')
    .select('id')
    .where('thing_id', '=', order)
    .executeTakeFirstOrThrow();
  return id;
}

async function plantWebhook({ db }: SampleOffice, region: number, at: string): Promise<number> {
  const { id } = await db
    .insertInto('webhooks')
    .values({
      region_id: region,
      url: 'https://hooks.example.org/',
      secret: '一个不短的测试用的密钥词句再长一点',
      kinds: ['*'],
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
