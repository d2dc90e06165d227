import type { CivilDate } from '#base/civil-date.ts';
import type { StateOf } from '#domain/moves.ts';
import { defaultSiteName, MAX_SITE_NAME, type SiteFacts } from '#domain/register.ts';
import type { SiteKind } from '#domain/site.ts';
import { type SiteWarning, siteWarnings } from '#domain/site-warnings.ts';
import { kindOfUnit } from '#store/parse-sites.ts';
import { holdRegister } from '#store/register-version.ts';
import { domainOf, keepDomain } from '#store/site-domains.ts';
import { recordVersions } from '#store/site-history.ts';
import { insertSite } from '#store/sites.ts';
import { countSitesOf } from '#store/units.ts';
import { type Desk, perform } from './desk.ts';
import { unitAt } from './register-at.ts';
import { dayOfChange, requireName } from './require-name.ts';
import { requireFreeHomepage, requireHomepage, requireSiteIdCode } from './require-site-facts.ts';

export interface NewSite {
  unitId: number;
  homepage: string;
  name?: string;
  siteIdCode?: string | null;
  kind?: SiteKind;
  /** `applied` for one that is asked for, `online` (as if left out) for one that is there. */
  state?: StateOf<'site'>;
  /** Since when it is what it is. */
  day?: CivilDate;
  reason?: string;
}

/** What a change of a site answers: its number and what the rules would have otherwise. */
export interface KeptSite {
  id: number;
  warnings: SiteWarning[];
}

/** Enters a site of a unit. Rules it does not keep are warnings, not refusals. */
export async function addSite(desk: Desk, site: NewSite): Promise<KeptSite> {
  const homepage = requireHomepage(site.homepage);
  const siteIdCode = requireSiteIdCode(site.siteIdCode ?? null);
  return await perform(desk, async (act) => {
    await holdRegister(act.tx);
    const unit = await unitAt(desk, act.tx, site.unitId, 'register.edit');
    await requireFreeHomepage(act.tx, homepage, null);
    const facts: SiteFacts = {
      unitId: unit.id,
      name:
        site.name === undefined
          ? defaultSiteName(unit.name)
          : requireName(site.name, MAX_SITE_NAME),
      homepage,
      siteIdCode,
      kind: site.kind ?? kindOfUnit(unit.name),
      state: site.state ?? 'online',
    };
    const day = dayOfChange(act, site.day);
    const reason = site.reason ?? null;
    const id = await insertSite(act.tx, facts, unit.position);
    await recordVersions(act.tx, [id], day, reason);
    const domain = domainOf(homepage);
    if (domain !== null) await keepDomain(act.tx, id, { domain, isMain: true }, day);
    const after = { ...facts, day };
    await act.note({ act: 'site.add', thing: 'site', thingId: id, after, reason });
    return { id, warnings: siteWarnings(facts, await countSitesOf(act.tx, unit.id)) };
  });
}
