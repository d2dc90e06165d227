import type { Place } from '#domain/person.ts';
import type { SampleOffice } from '#office/testing/sample-office.ts';
import { toJson } from '#store/json-column.ts';
import { plantThings } from './plant-things.ts';
import type { Things } from './role-world.ts';

/** A region beside that of the callers, with all that an office has. */
export async function plantForeign(
  office: SampleOffice,
): Promise<{ things: Things; place: Place }> {
  const { db } = office;
  const region = await plantRegion(office);
  const unit = await plantUnit(office, region.id);
  const facts = {
    unit_id: unit.id,
    name: '他处局网站',
    homepage: 'http://foreign.example.gov.cn/',
    site_id_code: null,
    kind: 'department' as const,
  };
  const site = await db
    .insertInto('sites')
    .values({ ...facts, key: 'foreign', position: 99 })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('site_versions')
    .values({ ...facts, site_id: site.id, from_day: '2018-01-01', state: 'online' })
    .execute();
  await plantPerson(office, region.id);
  const measured = await plantCampaign(office, region.id, site.id);
  const things = await plantThings(office, {
    region: region.id,
    unit: unit.id,
    site: site.id,
    ...measured,
    person: 'foreigner',
  });
  return { things, place: { region: region.path, unit: unit.path } };
}

async function plantRegion({ db }: SampleOffice) {
  const { id } = await db
    .insertInto('regions')
    .values({ name: '他处市', parent_id: null, path: '/999/' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const path = `/${id}/`;
  await db.updateTable('regions').set({ path }).where('id', '=', id).execute();
  return { id, path };
}

async function plantUnit({ db }: SampleOffice, regionId: number) {
  const { id } = await db
    .insertInto('units')
    .values({ name: '他处局', region_id: regionId, path: '/999/' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const path = `/${id}/`;
  await db.updateTable('units').set({ path }).where('id', '=', id).execute();
  return { id, path };
}

async function plantPerson({ db, desk }: SampleOffice, regionId: number): Promise<void> {
  const { id } = await db
    .insertInto('people')
    .values({ login: 'foreigner', name: '他处人', created_at: desk('admin').now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const post = { person_id: id, role: 'inspector' as const, region_id: regionId, unit_id: null };
  await db.insertInto('posts').values(post).execute();
}

/** The sample campaign again, with one inspection and one finding, of there. */
async function plantCampaign(
  { db, campaignId, inspectionIds }: SampleOffice,
  region: number,
  site: number,
) {
  const row = await db
    .selectFrom('campaigns')
    .selectAll()
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const { id: _id, rubric, settings, sample, brief, ...plain } = row;
  const { id: campaign } = await db
    .insertInto('campaigns')
    .values({
      ...plain,
      region_id: region,
      name: '他处市抽查',
      rubric: toJson(rubric),
      settings: toJson(settings),
      sample: toJson(sample),
      brief: toJson(brief),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const of = inspectionIds['minzheng'] ?? 0;
  return { campaign, ...(await plantInspection(db, { of, campaign, site })) };
}

async function plantInspection(
  db: SampleOffice['db'],
  { of, campaign, site }: { of: number; campaign: number; site: number },
) {
  const inspected = await db
    .selectFrom('inspections')
    .selectAll()
    .where('id', '=', of)
    .executeTakeFirstOrThrow();
  const { id: _id, card, first_card, progress: _progress, ...plain } = inspected;
  const { id: inspection } = await db
    .insertInto('inspections')
    .values({
      ...plain,
      campaign_id: campaign,
      site_id: site,
      site: toJson({ ...plain.site, unit: '他处局' }),
      card: toJson(card),
      first_card: toJson(first_card),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const found = await db
    .selectFrom('findings')
    .selectAll()
    .where('inspection_id', '=', of)
    .where('key', '=', 'minzheng-0-0')
    .executeTakeFirstOrThrow();
  const { id: _finding, finding: value, ...rest } = found;
  const { id: finding } = await db
    .insertInto('findings')
    .values({
      ...rest,
      inspection_id: inspection,
      campaign_id: campaign,
      site_id: site,
      finding: toJson(value),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { inspection, finding };
}
