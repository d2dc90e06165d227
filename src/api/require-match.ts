import { z } from '@hono/zod-openapi';
import { canonicalLine } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import { isVersioned, type Versioned } from '#office/match-version.ts';
import type { Request } from './act.ts';
import type { Route } from './route.ts';

/**
 * The tag of an answer that counts its versions; null when it does not. Besides the version it
 * names the whole answer: a list within the thing, or how far something is, may be another while
 * the version stays.
 */
export function tagOf(response: unknown): string | null {
  const version = (response as { version?: unknown } | null)?.version;
  if (typeof version !== 'number') return null;
  const whole = sha256(canonicalLine(JSON.parse(JSON.stringify(response))));
  return `"${version}-${whole.slice(-16)}"`;
}

/** Whether a version is one of those that `If-Match` names: by its tag, or by its number alone. */
export function fitsOf(wanted: string): (version: number) => boolean {
  const tags = wanted.split(',').map((one) => one.trim());
  if (tags.includes('*')) return () => true;
  const versions = tags.map((tag) => /^"(\d{1,10})(?:-[\da-f]+)?"$/.exec(tag)?.[1]);
  return (version) => versions.includes(String(version));
}

/** The route that reads the thing which another one changes: the longest path that it begins with. */
export function readerOf(row: Route, rows: readonly Route[]): Route | null {
  const fitting = rows.filter(
    ({ method, path, answer }) =>
      method === 'get' &&
      (row.path === path || row.path.startsWith(`${path}/`)) &&
      answer instanceof z.ZodObject &&
      'version' in answer.shape,
  );
  return fitting.toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** The name that a route's path gives the thing it reads: `/sites/{site}`; `/me` is a person. */
export function nameOfThing({ path }: Pick<Route, 'path'>): string {
  return path === '/me' ? 'person' : (/\{([a-z]+)\}$/.exec(path)?.[1] ?? '');
}

/** The thing whose version is to match. Who may not see it learns nothing of its version. */
export async function thingOf({ desk, asked, reader }: Request): Promise<Versioned> {
  const malformed = new Refusal('request-malformed', { fields: 'if-match' });
  const thing = reader && nameOfThing(reader);
  if (reader === null || thing === null || !isVersioned(thing)) throw malformed;
  const given = reader.params?.safeParse(asked.params);
  if (given?.success === false) throw malformed;
  await reader.handle(desk, { params: given?.data, query: undefined, body: undefined });
  const own = desk.actor.kind === 'person' ? desk.actor.id : 0;
  const params = given?.data as Record<string, unknown> | undefined;
  return { thing, id: reader.path === '/me' ? own : Number(params?.[thing]) };
}
