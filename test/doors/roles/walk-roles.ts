import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Route } from '#api/route.ts';
import { may, mayAnywhere } from '#domain/rights.ts';
import { type RoleRow, roleRows } from './role-rows.ts';
import { fillParams, ofWhat } from './role-request.ts';
import { FOREIGN_WORD, ORIGIN, type PlaceName, places, type RoleCaller } from './role-world.ts';
import type { RoleWorld } from './role-world.ts';

/** What «you may not» looks like. Every other refusal speaks of the state of things. */
const denials = ['sign-in-needed', 'right-missing', 'second-factor-needed', 'csrf-missing'];
/** These two are one answer to who may not even see the thing. */
const unseen = [...denials, 'not-found'];

interface Answered {
  status: number;
  code: string;
  text: string;
}

/**
 * Calls every route as nobody and as every role, for its own things, those of a neighbour and
 * those of a foreign region, and names each answer that the table of rights does not give.
 */
export async function walkRoles(
  app: OpenAPIHono,
  world: RoleWorld,
  rows: readonly Route[],
): Promise<string[]> {
  const wrong: string[] = [];
  const isWrite = ({ method }: Route) => method !== 'get';
  const order = (row: Route) => (isWrite(row) ? 1 : 0) + (roleRowOf(row).isLast ? 1 : 0);
  for (const row of rows.toSorted((a, b) => order(a) - order(b))) {
    wrong.push(...(await walkNobody(app, world, row)));
    for (const caller of world.callers) {
      for (const place of placesOf(row)) {
        const answered = await ask(app, world, row, { caller, place });
        const mistake = judge(row, answered, { caller, place, world });
        const call = `${row.method} ${row.path} as ${caller.login}, ${place}`;
        if (mistake !== null) wrong.push(`${call}: ${mistake} (${answered.status})`);
      }
    }
  }
  return wrong;
}

export function roleRowOf({ method, path }: Route): RoleRow {
  return roleRows[`${method} ${path}`] ?? {};
}

/** A route of the office as such lies in no foreign place. */
function placesOf(row: Route): readonly PlaceName[] {
  const of = ofWhat(row, roleRowOf(row));
  if (of === 'office') return ['own'];
  if (of === 'list') return ['own', 'foreign'];
  return of === 'unit' ? places : ['own', 'foreign'];
}

async function walkNobody(app: OpenAPIHono, world: RoleWorld, row: Route): Promise<string[]> {
  const answered = await ask(app, world, row, { caller: null, place: 'own' });
  const isLetIn = answered.status !== 401;
  if (isLetIn === (row.entrance === 'public')) return [];
  return [`${row.method} ${row.path} signed out: ${answered.status}`];
}

async function ask(
  app: OpenAPIHono,
  world: RoleWorld,
  row: Route,
  { caller, place }: { caller: RoleCaller | null; place: PlaceName },
): Promise<Answered> {
  const { params, query, body, upload } = roleRowOf(row);
  const things = world.things[place];
  const who = caller ?? (world.callers[0] as RoleCaller);
  const named = { ...fillParams(row, world, { place, caller: who }), ...params?.(things, who) };
  const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(named[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query?.(things) ?? {})) search.set(name, `${value}`);
  const json = body === undefined ? undefined : JSON.stringify(body(things, who));
  const response = await app.request(`${ORIGIN}/api/v1${path}?${search}`, {
    method: row.method.toUpperCase(),
    headers: {
      ...caller?.headers,
      'content-type': upload === undefined ? 'application/json' : 'application/octet-stream',
    },
    ...((json ?? upload) !== undefined && { body: json ?? upload ?? '' }),
  });
  const text = await response.text();
  return { status: response.status, code: codeOf(response, text), text };
}

function codeOf(response: Response, text: string): string {
  const isProblem = response.headers.get('content-type')?.includes('problem+json');
  return isProblem ? String((JSON.parse(text) as { code: string }).code) : '';
}

interface Call {
  caller: RoleCaller;
  place: PlaceName;
  world: RoleWorld;
}

/** What is wrong with an answer by the table of rights; null when nothing is. */
function judge(row: Route, answered: Answered, call: Call): string | null {
  const { status, code } = answered;
  const { caller } = call;
  if (status >= 500) return 'broke';
  if (row.entrance === 'public') return status === 401 ? 'public, but asked to sign in' : null;
  if (row.entrance !== 'signed-in' && !mayAnywhere(caller.actor, row.entrance)) {
    return status === 403 && code === 'right-missing' ? null : `let in without ${row.entrance}`;
  }
  if (ofWhat(row, roleRowOf(row)) === 'list') return judgeList(row, answered);
  if (isAllowed(row, call)) return judgeAllowed(row, answered);
  if (roleRowOf(row).isSilent) return null;
  return unseen.includes(code) ? null : `not theirs, but answered ${code || 'as if it were'}`;
}

function judgeList(row: Route, { status, code, text }: Answered): string | null {
  if (status >= 400) return `may ask for it, but ${code}`;
  if (text.includes(FOREIGN_WORD)) return 'shows what is foreign';
  return answersAsDescribed(row, text) ? null : 'not as described';
}

function judgeAllowed(row: Route, { status, code, text }: Answered): string | null {
  if (denials.includes(code)) return `theirs, but ${code}`;
  const isRead = row.method === 'get';
  if (isRead && status >= 400) return `theirs, but ${code}`;
  if (status === 400) return `asked wrongly: ${text}`;
  return status >= 300 || answersAsDescribed(row, text) ? null : 'not as described';
}

function answersAsDescribed({ answer, download }: Route, text: string): boolean {
  if (!answer || download) return true;
  return answer.safeParse(JSON.parse(text)).success;
}

/** What the table of rights says of a caller and the place of the thing. */
function isAllowed(row: Route, { caller, place, world }: Call): boolean {
  const filled = roleRowOf(row);
  const of = ofWhat(row, filled);
  const { actor } = caller;
  const isOfUnit = actor.posts.some((post) => post.place.unit !== null);
  if (of === 'caller') return place === 'own';
  if (row.entrance === 'signed-in' || row.entrance === 'public' || of === 'office') return true;
  const where = world.where[place];
  const whole = { region: where.region, unit: null };
  const at = of === 'region' ? whole : where;
  const { needs, unitsNot } = filled;
  if (needs && !needs.some((right) => may(actor, right, at))) return false;
  if (may(actor, row.entrance, at)) return true;
  // A campaign is the region's, and shown to the units that it looked at.
  return of === 'region' && isOfUnit && !unitsNot && row.method === 'get' && place === 'own';
}
