import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '#store/database/transactions.ts';
import { insertRegion } from '#store/regions.ts';
import { present } from '#base/assert.ts';
import { verifyLedger } from '#store/ledger.ts';
import { acceptFindings } from './accept-findings.ts';
import { askComparison } from './ask-comparison.ts';
import { askFinding, askFindings, askReviewCounts } from './ask-findings.ts';
import { claimExplanation } from './claim-explanation.ts';
import { mergeFindings } from './merge-findings.ts';
import { reopenFindings } from './reopen-findings.ts';
import { setAsideFindings } from './set-aside-findings.ts';
import { startHearing } from './start-hearing.ts';
import { plantFinding } from './testing/sample-judging.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(() => office.close());

const finding = (key: string) => present(office.findingIds[key], key);

async function scoreOf(site: string): Promise<number | null> {
  const { score } = await office.db
    .selectFrom('inspections')
    .select('score')
    .where('id', '=', present(office.inspectionIds[site], site))
    .executeTakeFirstOrThrow();
  return score;
}

async function findingRow(id: number) {
  const query = office.db.selectFrom('findings').selectAll().where('id', '=', id);
  return await query.executeTakeFirstOrThrow();
}

test('what is set aside costs nothing, and costs again when it is reopened', async () => {
  const own = finding('minzheng-0-0');
  assert.equal(await scoreOf('minzheng'), 9800);
  await setAsideFindings(office.desk('inspector'), [own], '当日已恢复');
  assert.equal(await scoreOf('minzheng'), 9900);
  await reopenFindings(office.desk('reviewer'), [own], '误操作');
  assert.equal(await scoreOf('minzheng'), 9800);
});

test('of merged findings one alone stays charged', async () => {
  const [one, two] = [finding('minzheng-0-0'), finding('minzheng-0-1')];
  await mergeFindings(office.desk('inspector'), one, [two], '同一链接');
  assert.equal(await scoreOf('minzheng'), 9900);
  const again = mergeFindings(office.desk('inspector'), two, [one], '反向');
  await assert.rejects(again, { code: 'merge-unfit' });
  const foreign = mergeFindings(office.desk('inspector'), one, [finding('linye-0-0')], '他站');
  await assert.rejects(foreign, { code: 'merge-unfit' });
  await reopenFindings(office.desk('inspector'), [two], '不是同一链接');
  assert.equal(await scoreOf('minzheng'), 9800);
});

test('several are reviewed all or none', async () => {
  const ids = [finding('linye-0-0'), 999_999];
  await assert.rejects(acceptFindings(office.desk('inspector'), ids), { code: 'not-found' });
  assert.equal((await findingRow(finding('linye-0-0'))).review, 'open');
  await assert.rejects(acceptFindings(office.desk('inspector'), []), {
    code: 'findings-too-many',
  });
});

test('a grave error that a machine suspects is confirmed by two persons, and only then', async () => {
  const grave = { id: 'grave-1', kind: 'grave-error', state: 'suspected' } as const;
  const id = await plantFinding(office, 'linye', grave);
  await acceptFindings(office.desk('reviewer'), [id], '表述错误');
  assert.deepEqual(
    await findingRow(id).then(({ state, review, proposed }) => [state, review, proposed]),
    ['suspected', 'second', 'accepted'],
  );
  await assert.rejects(acceptFindings(office.desk('reviewer'), [id]), { code: 'same-person' });
  await assert.rejects(acceptFindings(office.desk('inspector'), [id]), { code: 'right-missing' });
  await acceptFindings(office.desk('reviewer2'), [id], '同意');
  const { state, review } = await findingRow(id);
  assert.deepEqual([state, review], ['confirmed', 'accepted']);
  await reopenFindings(office.desk('inspector'), [id], '另有新情况');
  assert.equal((await findingRow(id)).state, 'suspected');
  const merged = mergeFindings(office.desk('inspector'), finding('linye-0-0'), [id], '合并');
  await assert.rejects(merged, { code: 'merge-unfit' });
});

test('a suspicion that no person is asked about is not reviewed', async () => {
  const stale = { id: 'odd-1', kind: 'channel-stale', state: 'dropped' } as const;
  const id = await plantFinding(office, 'linye', stale);
  await assert.rejects(acceptFindings(office.desk('inspector'), [id]), {
    code: 'finding-not-reviewable',
  });
});

test('a unit sees nothing of a campaign under review, and only its own once it is heard', async () => {
  const [editor, own] = [office.desk('editor'), finding('minzheng-0-0')];
  assert.deepEqual((await askFindings(editor, {})).items, []);
  await assert.rejects(askFinding(editor, own), { code: 'not-found' });
  const claim = claimExplanation(editor, own, { statement: '无', proof: null });
  await assert.rejects(claim, { code: 'not-found' });
  await startHearing(office.desk('inspector'), office.campaignId);
  const { items } = await askFindings(editor, {});
  assert.deepEqual(new Set(items.map(({ unit }) => unit)), new Set(['市民政局']));
  await assert.rejects(askFinding(editor, finding('linye-0-0')), { code: 'not-found' });
  assert.ok((await askFinding(editor, own)).hearingUntil);
});

test('one finding shows its evidence, the clause and the arithmetic', async () => {
  const view = await askFinding(office.desk('auditor'), finding('minzheng-0-0'));
  assert.equal(view.finding.evidence.length, 2);
  assert.equal(view.indicator?.id, 'homepage-links');
  assert.match(view.sum.zh[0] ?? '', /^100 − 2×1（.*） = 98$/);
  assert.equal(view.isCharged, true);
});

test('lists are filtered by the line that charges, and paged', async () => {
  const desk = office.desk('inspector');
  const { items } = await askFindings(desk, { indicator: 'homepage-links' });
  assert.deepEqual(
    items.map(({ key }) => key),
    ['minzheng-0-0', 'minzheng-0-1'],
  );
  const some = await askFindings(desk, { campaign: office.campaignId, limit: 3 });
  assert.equal(some.items.length, 3);
  const rest = await askFindings(desk, { after: present(some.next, 'more'), limit: 200 });
  const ids = [...some.items, ...rest.items].map(({ id }) => id);
  assert.deepEqual(
    ids,
    [...new Set(ids)].toSorted((a, b) => a - b),
  );
  const { left, confirmed } = await askReviewCounts(desk, office.campaignId);
  assert.equal(left, confirmed.open);
});

test('a round is compared with itself: everything is still open', async () => {
  const of = { after: office.campaignId, before: office.campaignId };
  const { counts } = await askComparison(office.desk('auditor'), of);
  assert.deepEqual([counts.new, counts.mended, counts.reopened], [0, 0, 0]);
  assert.ok(counts['still-open'] > 10);
  await assert.rejects(askComparison(office.desk('editor'), of), { code: 'not-found' });
});

test('every act left its line, and the chain holds', async () => {
  assert.equal((await verifyLedger(office.db)).broken, null);
});

test('who sees a part of the regions finds the same by the line that charges as in the list', async () => {
  // Beside this region there is nobody who sees all of them.
  await inTransaction(office.db, (tx) => insertRegion(tx, { name: '邻市', parent: null }));
  const [desk, campaign] = [office.desk('inspector'), office.campaignId];
  const { items: all } = await askFindings(desk, { campaign, limit: 200 });
  const indicators = new Set(all.flatMap(({ indicator }) => indicator ?? []));
  assert.ok(indicators.size > 0);
  for (const indicator of indicators) {
    const { items } = await askFindings(desk, { campaign, indicator, limit: 200 });
    assert.deepEqual(
      items,
      all.filter((one) => one.indicator === indicator),
    );
  }
});
