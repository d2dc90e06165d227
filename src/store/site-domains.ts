import { isIP } from 'node:net';
import { domainToUnicode } from 'node:url';
import { sql } from 'kysely';
import type { CivilDate } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { Database, Tx } from './database/database.ts';

/** A domain of a site, from a day up to (not on) another. */
export interface SiteDomain {
  domain: string;
  isMain: boolean;
  from: CivilDate | null;
  to: CivilDate | null;
}

/** The domain of an address, in letters that people read (某某.政务); null for a bare IP address. */
export function domainOf(homepage: Url): string | null {
  const host = new URL(homepage).hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? domainToUnicode(host) || host : null;
}

/** The main domain first. */
export async function listDomains(db: Database, siteId: number): Promise<SiteDomain[]> {
  return await db
    .selectFrom('site_domains')
    .select(['domain', 'is_main as isMain', 'from_day as from', 'to_day as to'])
    .where('site_id', '=', siteId)
    .orderBy('is_main', 'desc')
    .orderBy('domain')
    .execute();
}

/** Gives a site a domain from a day on, as its main one if it is to be. */
export async function keepDomain(
  tx: Tx,
  siteId: number,
  { domain, isMain }: { domain: string; isMain: boolean },
  day: CivilDate,
): Promise<void> {
  if (isMain) {
    await tx
      .updateTable('site_domains')
      .set({ is_main: false })
      .where('site_id', '=', siteId)
      .where('domain', '<>', domain)
      .execute();
  }
  await tx
    .insertInto('site_domains')
    .values({ site_id: siteId, domain, is_main: isMain, from_day: day, to_day: null })
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'domain']).doUpdateSet({ is_main: isMain, to_day: null }),
    )
    .execute();
}

/** A domain that the site no longer has from a day on; false when it had none of that name. */
export async function endDomain(
  tx: Tx,
  siteId: number,
  domain: string,
  day: CivilDate,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update site_domains set to_day = ${day}::date, is_main = false
    where site_id = ${siteId} and domain = ${domain} and to_day is null`.execute(tx);
  return numAffectedRows === 1n;
}
