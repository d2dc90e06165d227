import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acceptInquiry } from './accept-inquiry.ts';
import { addUnit } from './add-unit.ts';
import { matterStatistics } from './ask-matter-statistics.ts';
import { assignMatter } from './assign-matter.ts';
import { moveMatters } from './move-matters.ts';
import { renameUnit } from './rename-unit.ts';
import { submitInquiry } from './submit-inquiry.ts';
import { publicDesk, sampleInquiry } from './testing/matter-desks.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(() => office.close());

const period = { from: '2019-05-01', to: '2019-05-31' };

/** How a unit stands in the figures as of a moment, seen from everywhere or from a unit. */
async function of(unit: number, cutoff: string, seenFrom: string | null = null) {
  const reach = seenFrom === null ? null : { regions: [], units: [seenFrom] };
  const asked = { ...period, cutoff };
  const { inquiries } = await matterStatistics(office.db, reach, asked, cutoff);
  const line = inquiries.byUnit.find(({ unitId }) => unitId === unit);
  return line ? [line.unit, line.received, line.movedIn] : null;
}

test('figures of a day before an institution changed name the unit of that day', async () => {
  const job = office.desk({ job: 'reform' });
  const { city, unit } = office.places;
  for (const day of ['20', '21']) {
    office.setClock(`2019-05-${day}T02:00:00.000Z`);
    const { inquiryId: id } = await submitInquiry(publicDesk(office), sampleInquiry());
    await assignMatter(job, { thing: 'inquiry', id }, { unitId: unit.id });
    await acceptInquiry(job, id);
  }
  const before = '2019-05-22T00:00:00.000Z';
  const wasThere = await of(unit.id, before);
  assert.deepEqual(wasThere?.slice(1), [2, 0]);

  office.setClock('2019-05-27T02:00:00.000Z');
  const to = await addUnit(job, { name: '新组建的局', regionId: city.id });
  assert.equal(await moveMatters(job, { from: unit.id, to, reason: '机构改革' }), 2);
  const moved = job.now();
  office.setClock('2019-06-03T02:00:00.000Z');
  await renameUnit(job, to, { name: '再改名的局' });

  assert.deepEqual(await of(unit.id, before), wasThere, 'as it stood then');
  assert.equal(await of(to, before), null);
  assert.equal(await of(unit.id, moved), null);
  assert.deepEqual(await of(to, moved), ['新组建的局', 2, 2], 'under its name of that day');
  assert.deepEqual(await of(to, job.now()), ['再改名的局', 2, 2]);
  assert.deepEqual(await of(unit.id, before, unit.path), wasThere, 'the unit sees its own then');
  assert.equal(await of(to, before, `/${to}/`), null, 'the successor does not');
});
