import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { askCharges } from './ask-charges.ts';
import { askOverview, askRounds } from './ask-overview.ts';
import { askSiteInspections, askSiteStanding } from './ask-site-standing.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

describe('how a city and a site stand', () => {
  let office: SampleOffice;
  const site = (key: string) => office.siteIds[key] ?? 0;
  before(async () => {
    office = await openSampleOffice();
  });
  after(() => office.close());

  test('each line says what mending it alone would bring, vetoes first, then what brings most', async () => {
    const desk = office.desk('inspector');
    const jiaotong = await askSiteStanding(desk, site('jiaotong'));
    assert.equal(jiaotong.score, 72);
    assert.deepEqual(
      jiaotong.toMend.map(({ indicator, points, scoreAfter }) => [indicator, points, scoreAfter]),
      [
        ['blank-channels', 20, 92],
        ['homepage-volume', 5, 77],
        ['interview-enough', 3, 75],
      ],
    );
    const vetoed = await askSiteStanding(desk, site('zhaoshang'));
    assert.deepEqual([vetoed.verdict, vetoed.score], ['fail', null]);
    const [veto] = vetoed.toMend;
    assert.deepEqual([veto?.isVeto, veto?.points, veto?.verdictAfter], [true, null, 'pass']);
  });

  test('what a recheck has seen to be gone is not counted any more', async () => {
    const { db, campaignId, unitIds, findingIds } = office;
    const { id } = await db
      .insertInto('orders')
      .values({
        campaign_id: campaignId,
        unit_id: unitIds['市民政局'] ?? 0,
        issued_at: '2019-05-28T00:00:00Z',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const finding = findingIds['minzheng-0-0'] ?? 0;
    await db
      .insertInto('order_items')
      .values({ order_id: id, finding_id: finding, recheck: 'passed' })
      .execute();
    const standing = await askSiteStanding(office.desk('inspector'), site('minzheng'));
    assert.deepEqual([standing.score, standing.mended], [99, 1]);
  });

  test('units see themselves from the hearing on, and nobody else', async () => {
    const editor = office.desk('editor');
    assert.equal((await askSiteStanding(editor, site('minzheng'))).basis, null);
    assert.deepEqual((await askRounds(editor, { limit: 10 })).items, []);
    await office.db.updateTable('campaigns').set({ state: 'hearing' }).execute();
    assert.equal((await askSiteStanding(editor, site('minzheng'))).score, 99);
    const [round] = (await askRounds(editor, { limit: 10 })).items;
    assert.deepEqual([round?.sites, round?.pass], [1, 1]);
    const charges = await askCharges(editor, office.campaignId, { limit: 50 });
    assert.deepEqual(
      charges.items.map(({ unit }) => unit),
      ['市民政局'],
    );
    const history = await askSiteInspections(editor, site('minzheng'), { limit: 10 });
    assert.equal(history.items.length, 1);
    await assert.rejects(askSiteStanding(editor, site('linye')), Refusal);
  });

  test('a round counts its verdicts, and the whole of it is paged by site', async () => {
    const desk = office.desk('leader');
    const [round] = (await askRounds(desk, { limit: 10 })).items;
    assert.deepEqual([round?.sites, round?.pass, round?.fail, round?.incomplete], [10, 8, 1, 1]);
    const first = await askCharges(desk, office.campaignId, { limit: 6 });
    const rest = await askCharges(desk, office.campaignId, { limit: 6, after: first.next ?? 0 });
    assert.deepEqual([first.items.length, rest.items.length, rest.next], [6, 4, null]);
    assert.ok(first.indicators.some(({ id, isVeto }) => id === 'site-updated' && isVeto));
    const { standings } = await askOverview(desk);
    assert.deepEqual([standings.sites, standings.fine], [10, 10]);
  });
});
