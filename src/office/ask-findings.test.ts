import assert from 'node:assert/strict';
import { test } from 'node:test';
import { present } from '#base/assert.ts';
import { askAllFindings, askFindings, type FindingLine } from './ask-findings.ts';
import { assignAppeal } from './assign-appeal.ts';
import { claimExplanation } from './claim-explanation.ts';
import { decideExplanation } from './decide-explanation.ts';
import { fileAppeal } from './file-appeal.ts';
import { inPages } from './in-pages.ts';
import { startHearing } from './start-hearing.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';
import type { SampleLogin } from './testing/sample-people.ts';

/** An office whose findings a unit has spoken of: one is appealed against, one explained. */
async function openHeard(): Promise<SampleOffice> {
  const office = await openSampleOffice();
  const id = (key: string) => present(office.findingIds[key], key);
  await startHearing(office.desk('inspector'), office.campaignId);
  const unit = office.desk('editor');
  await fileAppeal(unit, id('minzheng-0-0'), { grounds: '有异议', proof: null });
  const filed = await office.db.selectFrom('appeals').select('id').executeTakeFirstOrThrow();
  await assignAppeal(office.desk('inspector'), filed.id, office.people.reviewer.id);
  await claimExplanation(unit, id('minzheng-0-1'), { statement: '已停用', proof: null });
  const said = await office.db.selectFrom('explanations').select('id').executeTakeFirstOrThrow();
  const approval = { approve: true as const, validUntil: '2019-12-31', decision: '属实' };
  await decideExplanation(office.desk('reviewer'), said.id, approval);
  return office;
}

async function allLines(
  ...[desk, filter]: Parameters<typeof askFindings>
): Promise<{ count: number; lines: FindingLine[] }> {
  const { count, pages } = await askAllFindings(desk, filter, 1000);
  const lines: FindingLine[] = [];
  for await (const page of pages) lines.push(...page);
  return { count, lines };
}

test('all findings at once are those of the pages, for whoever asks for whichever', async () => {
  const office = await openHeard();
  const { items } = await askFindings(office.desk('inspector'), { limit: 1000 });
  const first = present(items[0], 'a finding');
  const charged = present(
    items.find(({ indicator }) => indicator !== null),
    'a charged one',
  );
  assert.ok(items.some(({ appeals }) => appeals.length > 0));
  assert.ok(items.some(({ explanations }) => explanations.length > 0));
  const filters = [
    {},
    { campaign: office.campaignId, state: 'confirmed', review: 'open' },
    { unit: first.unitId, after: first.id },
    { site: first.siteId, kind: first.kind },
    { indicator: charged.indicator ?? '', campaign: charged.campaignId },
    { indicator: charged.indicator ?? '', reviewable: 'yes' },
    { campaign: office.campaignId + 1 },
  ] as const;
  const logins: SampleLogin[] = ['inspector', 'countyInspector', 'editor', 'otherEditor', 'admin'];
  const seen = new Set<number>();
  for (const login of logins) {
    for (const filter of filters) {
      const desk = office.desk(login);
      const wanted = (await askFindings(desk, { ...filter, limit: 1000 })).items;
      const { count, lines } = await allLines(desk, filter);
      assert.deepEqual(lines, wanted, `${login} ${JSON.stringify(filter)}`);
      assert.equal(count, wanted.length);
      seen.add(count);
    }
  }
  assert.ok(seen.size > 3, 'they do not all see the same');
  const few = await askAllFindings(office.desk('inspector'), {}, 2);
  assert.equal(few.count, 2, 'counted no further than was asked');
  await office.close();
});

test('things are told in their order, some at a time; what breaks ends it', async () => {
  const ids = Array.from({ length: 4321 }, (_, at) => at);
  const told: number[] = [];
  const asked: number[] = [];
  const read = async (some: readonly number[]) => {
    asked.push(some.length);
    return some;
  };
  for await (const page of inPages(ids, read)) {
    assert.ok(page.length <= 500);
    told.push(...page);
  }
  assert.deepEqual(told, ids);
  assert.deepEqual(asked, [2000, 2000, 321]);
  const breaking = inPages(ids, async (some) => {
    if (some[0] !== 0) throw new Error('no paper');
    return some;
  });
  await assert.rejects(async () => {
    for await (const page of breaking) assert.ok(page.length > 0);
  }, /no paper/);
});
