import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Url } from '#base/url.ts';
import type { Database, Tx } from '#store/database/database.ts';
import { parseHomepage } from '#store/parse-sites.ts';
import { recordVersions } from '#store/site-history.ts';
import { findSiteAt } from '#store/sites.ts';

const MAX_HOMEPAGE = 500;

export function requireHomepage(text: string): Url {
  const homepage = parseHomepage(text.trim());
  if (homepage === null || homepage.length > MAX_HOMEPAGE) {
    throw new Refusal('homepage-malformed', { homepage: text.slice(0, 100) });
  }
  return homepage;
}

/** Two sites of the register never stand at one address at the same time. */
export async function requireFreeHomepage(
  db: Database,
  homepage: Url,
  own: number | null,
): Promise<void> {
  const id = await findSiteAt(db, homepage);
  if (id !== null && id !== own) throw new Refusal('homepage-taken', { homepage, id });
}

/** 网站标识码: ten digits, or `bm` and eight. Null where none is given. */
export function requireSiteIdCode(text: string | null): string | null {
  const code = text?.trim().toLowerCase() ?? '';
  if (code === '') return null;
  if (/^(?:\d{10}|bm\d{8})$/.test(code)) return code;
  throw new Refusal('site-id-code-malformed', { code: code.slice(0, 30) });
}

/** Writes down what a site is from a day on; refuses a day before its last change. */
export async function keepVersion(
  tx: Tx,
  siteId: number,
  day: CivilDate,
  reason: string | null,
): Promise<void> {
  const since = await recordVersions(tx, [siteId], day, reason);
  if (since !== null) throw new Refusal('day-before-last-change', { day, since });
}
