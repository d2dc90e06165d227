import type { Instant } from '#base/civil-date.ts';
import type { Actor, Post, Role } from '#domain/person.ts';
import type { Database } from '#store/database/database.ts';

/** Who works in the sample office: two of a kind where a matter asks for two. */
export const samplePeople = {
  admin: 'admin',
  inspector: 'inspector',
  inspector2: 'inspector',
  reviewer: 'reviewer',
  reviewer2: 'reviewer',
  leader: 'leader',
  auditor: 'auditor',
  /** Of the county, which the city's office is above. */
  countyInspector: 'inspector',
  /** Of 市民政局, and of its neighbour 市林业局. */
  editor: 'unit-editor',
  head: 'unit-head',
  otherEditor: 'unit-editor',
} as const satisfies Record<string, Role>;
export type SampleLogin = keyof typeof samplePeople;

/** Where the posts of people lie. */
export interface SamplePlaces {
  city: { id: number; path: string };
  county: { id: number; path: string };
  unit: { id: number; path: string };
  otherUnit: { id: number; path: string };
}

/** Puts everybody in, without passwords. Names are made of the login: nobody's. */
export async function insertSamplePeople(
  db: Database,
  places: SamplePlaces,
  at: Instant,
): Promise<Record<SampleLogin, Actor & { kind: 'person' }>> {
  const made: Partial<Record<SampleLogin, Actor & { kind: 'person' }>> = {};
  for (const [login, role] of Object.entries(samplePeople) as [SampleLogin, Role][]) {
    const name = `测试${login}`;
    const { id } = await db
      .insertInto('people')
      .values({ login, name, created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { regionId, unitId, place } = postOf(login, places);
    await db
      .insertInto('posts')
      .values({ person_id: id, role, region_id: regionId, unit_id: unitId })
      .execute();
    made[login] = { kind: 'person', id, name, posts: [{ role, place }], secondFactorAt: at };
  }
  return made as Record<SampleLogin, Actor & { kind: 'person' }>;
}

function postOf(
  login: SampleLogin,
  { city, county, unit, otherUnit }: SamplePlaces,
): { regionId: number; unitId: number | null; place: Post['place'] } {
  const region = login === 'countyInspector' ? county : city;
  const own =
    login === 'editor' || login === 'head' ? unit : login === 'otherEditor' ? otherUnit : null;
  return {
    regionId: region.id,
    unitId: own?.id ?? null,
    place: { region: region.path, unit: own?.path ?? null },
  };
}
