import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askViews, removeView, saveView } from './keep-views.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(() => office.close());

test('views are kept with the person: one name a list, nobody sees or removes another’s', async () => {
  const [mine, theirs] = [office.desk('inspector'), office.desk('reviewer')];
  const view = { list: 'sites', name: ' 不合格 ', search: 'verdict=fail' };
  const id = await saveView(mine, view);
  assert.equal(await saveView(mine, { ...view, search: 'verdict=fail&q=局' }), id);
  await saveView(mine, { ...view, list: 'units' });
  assert.deepEqual((await askViews(mine, 'sites')).items, [
    { id, list: 'sites', name: '不合格', search: 'verdict=fail&q=局' },
  ]);
  assert.deepEqual((await askViews(theirs, 'sites')).items, []);
  await assert.rejects(removeView(theirs, id), { code: 'not-found' });
  await removeView(mine, id);
  await assert.rejects(removeView(mine, id), { code: 'not-found' });
  await assert.rejects(saveView(mine, { ...view, name: ' ' }), { code: 'text-missing' });
});

test('there is an end to how many one person keeps', async () => {
  const desk = office.desk('leader');
  const rows = Array.from({ length: 200 }, (_, index) => ({
    person_id: office.people.leader.id,
    list: 'sites',
    name: `视图${index}`,
    search: '',
    saved_at: desk.now(),
  }));
  await office.db.insertInto('saved_views').values(rows).execute();
  const more = saveView(desk, { list: 'sites', name: '又一个', search: '' });
  await assert.rejects(more, { code: 'views-many' });
});
