import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ledgerAfter, verifyLedger } from '#store/ledger.ts';
import { acceptFindings } from './accept-findings.ts';
import { addRegion } from './add-region.ts';
import { addSite } from './add-site.ts';
import { addUnit } from './add-unit.ts';
import { askLedger } from './ask-people.ts';
import { type Desk, perform } from './desk.ts';
import { editCalendar } from './edit-calendar.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(async () => office.close());

/** An auditor of a region alone. */
function auditorOf(region: string): Desk {
  const desk = office.desk('auditor');
  const place = { region, unit: null };
  return { ...desk, actor: { ...office.people.auditor, posts: [{ role: 'auditor', place }] } };
}

const linesOf = async (desk: Desk, paging: { after?: number; limit: number }) =>
  (await askLedger(desk, paging)).items.map(({ act, thingId }) => `${act} ${thingId}`);

test('who is of a county reads the lines of the county, page by page, and no others', async () => {
  const inspector = office.desk('inspector');
  const { county } = office.places;
  const village = await addRegion(inspector, { name: '某镇', parentId: county.id });
  const unitId = await addUnit(inspector, { name: '县教育局', regionId: county.id });
  const homepage = 'http://jyj.tongshan.gov.cn/';
  const { id } = await addSite(inspector, { unitId, homepage, name: '县教育局网站' });
  const [finding = 0] = Object.values(office.findingIds);
  await acceptFindings(inspector, [finding]);
  const source = '国务院办公厅通知';
  const day = { day: '2019-06-03', kind: 'holiday', name: '测试', source } as const;
  const calendar = { days: [day], takenBack: [], years: [] };
  await editCalendar(office.desk('admin'), calendar);
  const all = await linesOf(office.desk('auditor'), { limit: 50 });
  assert.ok(all.some((line) => line.startsWith('calendar')));
  assert.ok(all.some((line) => line === `review.accepted ${finding}`));
  const theirs = await linesOf(auditorOf(county.path), { limit: 50 });
  assert.deepEqual(
    theirs,
    all
      .filter((line) => [village.id, unitId, id].some((one) => line.endsWith(` ${one}`)))
      .filter((line) => /^(?:region|unit|site)/.test(line)),
  );
  assert.equal(theirs.length, 3);
  const first = await askLedger(auditorOf(county.path), { limit: 2 });
  assert.equal(first.items.length, 2);
  const second = await linesOf(auditorOf(county.path), { after: first.next ?? 0, limit: 2 });
  assert.deepEqual(second, theirs.slice(2));
  assert.deepEqual(await linesOf(auditorOf(village.path), { limit: 50 }), [
    `region.add ${village.id}`,
  ]);
});

test('who holds the right in every region reads the whole', async () => {
  const desk = auditorOf(office.places.city.path);
  const whole = await office.db.selectFrom('ledger').select('number').execute();
  assert.equal((await linesOf(desk, { limit: 200 })).length, whole.length);
});

test('thousands of lines of one act are chained, numbered and placed as one by one', async () => {
  const { db, places } = office;
  const before = await verifyLedger(db);
  const units = [places.city, places.county];
  const note = (thingId: number) =>
    ({ act: 'test.line', thing: 'region', thingId, before: null, reason: '成批' }) as const;
  const notes = Array.from({ length: 2100 }, (_, index) => ({
    ...note(units[index % 2]?.id ?? 0),
    after: { index, text: index % 3 === 0 ? '网站' : null },
  }));
  await perform(office.desk('admin'), async (act) => {
    await act.noteAll(notes);
    await act.note({ act: 'test.end', thing: 'calendar' });
  });
  const { lines, broken } = await verifyLedger(db);
  assert.deepEqual([lines - before.lines, broken], [2101, null]);
  const written = await ledgerAfter(db, before.lines, 3000);
  assert.deepEqual(
    written.map(({ act, thingId, after: told }) => [act, thingId, told]),
    [
      ...notes.map(({ act, thingId, after: told }) => [act, thingId, told]),
      ['test.end', null, null],
    ],
  );
  assert.equal((await linesOf(auditorOf(places.county.path), { limit: 200 })).length, 200);
  const placed = await ledgerAfter(db, before.lines, 3000, [places.county.path]);
  assert.equal(placed.length, 1050);
});
