import { present } from '#base/assert.ts';
import type { Role } from '#domain/person.ts';
import { addRegion } from '#office/add-region.ts';
import { askRegions, askSites, askUnits } from '#office/ask-register.ts';
import type { Desk } from '#office/desk.ts';
import { addPerson, ensureFirstAdmin, givePost } from '#office/edit-people.ts';
import { importRegister } from '#office/import-register.ts';
import { previewImport } from '#office/preview-import.ts';
import { makeSecondFactor } from '#office/second-factor.ts';
import { chinaInstant } from '../demo-clock.ts';
import { firstNames } from '../first-names.ts';
import { deskOf, type DemoPerson, type OfficeLogin, type Stage } from '../stage.ts';
import { officePosts, UNIT_OF_SIGN_IN, unitLogins } from '../sign-ins.ts';

const CITY = '咸宁市';
const ALL = 200;

/** June 2018: the office opens, puts its units and sites into the register, and lets people in. */
export async function found(stage: Stage): Promise<void> {
  const { clock, office, cast } = stage;
  clock.notBefore(chinaInstant('2018-06-04', '09:00'));
  const job = { ...office.desk('demo'), now: clock.now };
  const first = { login: 'admin', password: stage.password, region: CITY };
  await ensureFirstAdmin(job, first);
  const [region] = (await askRegions(job, { limit: 1 })).items;
  cast.regionId = present(region, 'the first region').id;
  const place = { region: present(region, 'the first region').path, unit: null };
  cast.people.set('admin', person(1, '系统管理员', 'admin', place));
  await hireOffice(stage, place);
  clock.pass(60);
  await register(stage);
  clock.pass(60);
  await hireUnits(stage, job);
  for (const login of ['admin', 'leader'] as const) await makeSecondFactor(deskOf(stage, login));
}

export function person(id: number, name: string, role: Role, place: Place): DemoPerson {
  return { kind: 'person', id, name, posts: [{ role, place }], secondFactorAt: null };
}

type Place = DemoPerson['posts'][number]['place'];

async function hireOffice(stage: Stage, place: Place): Promise<void> {
  const admin = deskOf(stage, 'admin');
  const posts = Object.entries(officePosts) as [OfficeLogin, (typeof officePosts)['inspector']][];
  const ids = await Promise.all(
    posts.map(([login, { name }]) =>
      addPerson(admin, { login, name, mail: null, password: stage.password }),
    ),
  );
  for (const [index, [login, { name, role }]] of posts.entries()) {
    const id = present(ids[index], login);
    await givePost(admin, id, { role, regionId: stage.cast.regionId, unitId: null });
    stage.cast.people.set(login, person(id, name, role, place));
  }
}

/** Imports the sites as a list, previewed first; units by the names they had then. */
async function register(stage: Stage): Promise<void> {
  const inspector = deskOf(stage, 'inspector');
  const counties = stage.sites.filter(({ kind }) => kind === 'portal').map(({ unit }) => unit);
  for (const unit of counties) {
    await addRegion(inspector, { name: countyOf(unit), parentId: stage.cast.regionId });
  }
  const rows = stage.sites.map(({ unit, homepage, siteIdCode, kind }) => {
    const region = kind === 'portal' ? countyOf(unit) : CITY;
    const name = unit.startsWith('市') ? `咸宁${unit}网站` : `${unit}网站`;
    return [firstNames[unit] ?? unit, name, homepage, siteIdCode ?? '', kind, region].join(',');
  });
  const text = ['单位名称,网站名称,首页网址,网站标识码,类型,地区', ...rows].join('\n');
  const bytes = new TextEncoder().encode(text);
  const file = { name: 'sites.csv', bytes, regionId: stage.cast.regionId };
  const { token, mistakes } = await previewImport(inspector, file);
  await importRegister(inspector, file, present(token, JSON.stringify(mistakes)));
}

function countyOf(unit: string): string {
  return unit.replace(/人民政府$/, '');
}

/** One person answers for each unit; one unit has a head too, whom the demo lets in. */
async function hireUnits(stage: Stage, job: Desk): Promise<void> {
  const admin = deskOf(stage, 'admin');
  const units = (await askUnits(job, { limit: ALL })).items;
  const sites = (await askSites(job, { limit: ALL })).items;
  const made = stage.sites.map(async ({ unit, homepage }, index) => {
    const name = firstNames[unit] ?? unit;
    const row = present(
      units.find((one) => one.name === name),
      name,
    );
    const site = sites.find((one) => one.homepage === homepage);
    const login = unit === UNIT_OF_SIGN_IN ? unitLogins.editor : `u${index + 1}`;
    const editor = { login, name: `经办人（${unit}）`, role: 'unit-editor' as const };
    const id = await hire(stage, admin, { ...editor, regionId: row.regionId, unitId: row.id });
    const place = { region: row.place.region, unit: row.place.unit };
    const actor = person(id, editor.name, editor.role, place);
    stage.cast.units.set(unit, { id: row.id, siteId: present(site, unit).id, editor: actor });
    if (unit !== UNIT_OF_SIGN_IN) return;
    const head = { login: unitLogins.head, name: `负责人（${unit}）`, role: 'unit-head' as const };
    await hire(stage, admin, { ...head, regionId: row.regionId, unitId: row.id });
  });
  await Promise.all(made);
}

export async function hire(
  stage: Stage,
  admin: Desk,
  { login, name, ...post }: { login: string; name: string } & Parameters<typeof givePost>[2],
): Promise<number> {
  const id = await addPerson(admin, { login, name, mail: null, password: stage.password });
  await givePost(admin, id, post);
  return id;
}
