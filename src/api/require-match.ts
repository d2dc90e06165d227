import { z } from '@hono/zod-openapi';
import { Refusal } from '#base/refusal.ts';
import type { Desk } from '#office/desk.ts';
import type { Route } from './route.ts';

/** The tag of an answer that counts its versions; null when it does not. */
export function tagOf(response: unknown): string | null {
  const version = (response as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? `"${version}"` : null;
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

/**
 * Refuses `version-other` when the thing is not as it was read any more. The act behind guards its
 * own move against whoever comes between.
 */
export async function requireMatch(
  reader: Route | null,
  { desk, params, wanted }: { desk: Desk; params: unknown; wanted: string },
): Promise<void> {
  if (reader === null) throw new Refusal('request-malformed', { fields: 'if-match' });
  const given = reader.params?.safeParse(params);
  if (given?.success === false) throw new Refusal('request-malformed', { fields: 'if-match' });
  const asked = { params: given?.data, query: undefined, body: undefined };
  const read = await reader.handle(desk, asked);
  const tag = tagOf(read);
  const tags = wanted.split(',').map((one) => one.trim());
  if (tags.includes('*') || (tag !== null && tags.includes(tag))) return;
  throw new Refusal('version-other', { now: tag ?? '' });
}
