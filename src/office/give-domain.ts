import { domainToASCII } from 'node:url';
import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { holdRegister } from '#store/register-version.ts';
import { domainOf, endDomain, keepDomain } from '#store/site-domains.ts';
import { type Desk, perform } from './desk.ts';
import { siteAt } from './register-at.ts';
import { dayOfChange } from './require-name.ts';

/** Gives a site a domain, main or further, from a day on. */
export async function giveDomain(
  desk: Desk,
  siteId: number,
  given: { domain: string; isMain: boolean; day?: CivilDate },
): Promise<void> {
  const domain = requireDomain(given.domain);
  await perform(desk, async (act) => {
    await holdRegister(act.tx);
    await siteAt(desk, act.tx, siteId, 'register.edit');
    const day = dayOfChange(act, given.day);
    await keepDomain(act.tx, siteId, { domain, isMain: given.isMain }, day);
    const after = { domain, isMain: given.isMain, day };
    await act.note({ act: 'site.give-domain', thing: 'site', thingId: siteId, after });
  });
}

/** A domain that the site has no more from a day on; it stays in its history. */
export async function takeDomain(
  desk: Desk,
  siteId: number,
  taken: { domain: string; day?: CivilDate },
): Promise<void> {
  const domain = requireDomain(taken.domain);
  await perform(desk, async (act) => {
    await holdRegister(act.tx);
    await siteAt(desk, act.tx, siteId, 'register.edit');
    const day = dayOfChange(act, taken.day);
    if (!(await endDomain(act.tx, siteId, domain, day))) {
      throw new Refusal('domain-unknown', { domain });
    }
    const after = { domain, day };
    await act.note({ act: 'site.take-domain', thing: 'site', thingId: siteId, after });
  });
}

/** As people read it; refuses what no host can be called. */
function requireDomain(text: string): string {
  const ascii = domainToASCII(text.trim().toLowerCase());
  const isDomain = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/;
  const domain = isDomain.test(ascii) && ascii.length <= 253 ? domainOf(`http://${ascii}/`) : null;
  if (domain === null) throw new Refusal('domain-malformed', { domain: text.slice(0, 100) });
  return domain;
}
