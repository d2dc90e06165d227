import { openSession } from '#office/sign-in.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import type { Actor, Place } from '#domain/person.ts';
import { plantEvidence } from './plant-evidence.ts';
import { plantForeign } from './plant-foreign.ts';
import { plantThings } from './plant-things.ts';

/** Whose a thing is, seen from the callers of the office of 咸宁市 and of its 市民政局. */
export const places = ['own', 'neighbour', 'foreign'] as const;
export type PlaceName = (typeof places)[number];

/** Stands in every name of the foreign place: it may not be read in any list. */
export const FOREIGN_WORD = '他处';

/** Numbers of one thing of each kind, all of one place. */
export interface Things {
  region: number;
  unit: number;
  site: number;
  channel: number;
  campaign: number;
  inspection: number;
  finding: number;
  explanation: number;
  appeal: number;
  circular: number;
  order: number;
  orderItem: number;
  escalation: number;
  talk: number;
  deadline: number;
  webhook: number;
  inquiry: number;
  report: number;
  capture: number;
  activation: number;
  picture: number;
  template: number;
  /** A unit, as one that helps. */
  helper: number;
  /** An inquiry, as the public asks for it. */
  published: number;
  /** Somebody with a post there, and the number of that post. */
  person: number;
  post: number;
}

/** Who calls: a person of each role, signed in, with a second factor shown just now. */
export interface RoleCaller {
  login: SampleLogin;
  actor: Actor & { kind: 'person' };
  headers: Record<string, string>;
  token: number;
  notice: number;
  view: number;
}

/** Everything that the walk over routes and roles needs. */
export interface RoleWorld {
  office: SampleOffice;
  callers: RoleCaller[];
  things: Record<PlaceName, Things>;
  where: Record<PlaceName, Place>;
  /** Token, notice and saved view of somebody who never calls. */
  stranger: { token: number; notice: number; view: number };
}

/** Of units first: what the office does last would take things out of their sight. */
const logins = [
  'editor',
  'head',
  'auditor',
  'countyInspector',
  'leader',
  'reviewer',
  'inspector',
  'admin',
] as const satisfies SampleLogin[];

export const ORIGIN = 'http://office.test';

/** An office with one thing of every kind in three places. The caller closes it. */
export async function openRoleWorld(): Promise<RoleWorld> {
  const office = await openSampleOffice();
  await office.db.updateTable('campaigns').set({ state: 'hearing' }).execute();
  const { city, unit, otherUnit } = office.places;
  const foreign = await plantForeign(office);
  await plantEvidence(office);
  const sample = { region: city.id, campaign: office.campaignId };
  const own = await plantThings(office, {
    ...sample,
    ...siteOf(office, 'minzheng'),
    unit: unit.id,
    person: 'reviewer2',
  });
  const neighbour = await plantThings(office, {
    ...sample,
    ...siteOf(office, 'linye'),
    unit: otherUnit.id,
    person: 'otherEditor',
  });
  return {
    office,
    callers: await Promise.all(logins.map((login) => signInAs(office, login))),
    things: { own, neighbour, foreign: foreign.things },
    where: {
      own: { region: city.path, unit: unit.path },
      neighbour: { region: city.path, unit: otherUnit.path },
      foreign: foreign.place,
    },
    stranger: await ownThingsOf(office, office.people.inspector2.id),
  };
}

function siteOf({ siteIds, inspectionIds, findingIds }: SampleOffice, key: string) {
  const [site, inspection, finding] = [siteIds[key], inspectionIds[key], findingIds[`${key}-0-0`]];
  if (!site || !inspection || !finding) throw new Error(`the sample office lost ${key}`);
  return { site, inspection, finding };
}

async function signInAs(office: SampleOffice, login: SampleLogin): Promise<RoleCaller> {
  const actor = office.people[login];
  const { db } = office;
  const now = office.desk(login).now;
  const { token, csrf } = await openSession({ db, now }, actor.id);
  await db
    .updateTable('sessions')
    .set({ second_factor_at: now() })
    .where('person_id', '=', actor.id)
    .execute();
  const headers = { cookie: `xunwang-session=${token}`, 'x-csrf-token': csrf, origin: ORIGIN };
  return { login, actor, headers, ...(await ownThingsOf(office, actor.id)) };
}

async function ownThingsOf({ db, desk }: SampleOffice, personId: number) {
  const at = desk('admin').now();
  const token = await db
    .insertInto('api_tokens')
    .values({
      person_id: personId,
      name: '程序',
      token_hash: `of-${personId}`,
      scopes: ['register.read'],
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const notice = await db
    .insertInto('notices')
    .values({
      person_id: personId,
      kind: 'circular-published',
      args: '{}',
      link: '/orders/1',
      subject: 'order:1',
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const view = await db
    .insertInto('saved_views')
    .values({ person_id: personId, list: 'sites', name: '视图', search: '', saved_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { token: token.id, notice: notice.id, view: view.id };
}
