import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { MAX_SITE_NAME, type SiteFacts } from '#domain/register.ts';
import type { SiteKind } from '#domain/site.ts';
import { siteWarnings } from '#domain/site-warnings.ts';
import { holdRegister } from '#store/register-version.ts';
import { domainOf, keepDomain } from '#store/site-domains.ts';
import { type PlacedSite, updateSite } from '#store/sites.ts';
import { countSitesOf } from '#store/units.ts';
import type { KeptSite } from './add-site.ts';
import { type Desk, perform } from './desk.ts';
import { siteAt, unitAt } from './register-at.ts';
import { dayOfChange, requireName } from './require-name.ts';
import {
  keepVersion,
  requireFreeHomepage,
  requireHomepage,
  requireSiteIdCode,
} from './require-site-facts.ts';

export interface SiteChange {
  /** The version that was seen; another one meanwhile is refused. */
  version: number;
  unitId?: number;
  name?: string;
  homepage?: string;
  siteIdCode?: string | null;
  kind?: SiteKind;
  /** From when on it is otherwise: today when left out. */
  day?: CivilDate;
  reason?: string;
}

/** Changes what a site is from a day on: to another unit, address, code, kind, name. */
export async function changeSite(desk: Desk, id: number, change: SiteChange): Promise<KeptSite> {
  return await perform(desk, async (act) => {
    const { tx } = act;
    await holdRegister(tx);
    const site = await siteAt(desk, tx, id, 'register.edit');
    const before = factsOf(site);
    const after = changedFacts(before, change);
    if (after.unitId !== before.unitId) await unitAt(desk, tx, after.unitId, 'register.edit');
    if (after.homepage !== before.homepage) await requireFreeHomepage(tx, after.homepage, id);
    if (!isSame(before, after)) {
      const day = dayOfChange(act, change.day);
      const reason = change.reason ?? null;
      if (!(await updateSite(tx, { id, version: change.version }, after))) {
        throw new Refusal('moved-meanwhile', { thing: 'site', id });
      }
      await keepVersion(tx, id, day, reason);
      const domain = after.homepage === before.homepage ? null : domainOf(after.homepage);
      if (domain !== null) await keepDomain(tx, id, { domain, isMain: true }, day);
      const told = { before, after: { ...after, day }, reason };
      await act.note({ act: 'site.change', thing: 'site', thingId: id, ...told });
    }
    return { id, warnings: siteWarnings(after, await countSitesOf(tx, after.unitId)) };
  });
}

function factsOf({ unitId, name, homepage, siteIdCode, kind, state }: PlacedSite): SiteFacts {
  return { unitId, name, homepage, siteIdCode, kind, state };
}

function changedFacts(before: SiteFacts, change: SiteChange): SiteFacts {
  const { unitId, name, homepage, siteIdCode, kind } = change;
  return {
    unitId: unitId ?? before.unitId,
    name: name === undefined ? before.name : requireName(name, MAX_SITE_NAME),
    homepage: homepage === undefined ? before.homepage : requireHomepage(homepage),
    siteIdCode: siteIdCode === undefined ? before.siteIdCode : requireSiteIdCode(siteIdCode),
    kind: kind ?? before.kind,
    state: before.state,
  };
}

function isSame(a: SiteFacts, b: SiteFacts): boolean {
  return (Object.keys(a) as (keyof SiteFacts)[]).every((field) => a[field] === b[field]);
}
