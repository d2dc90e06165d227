import { Refusal } from '#base/refusal.ts';
import { CHECKS_A_DAY } from '#domain/site-check.ts';
import { countChecksSince, insertSiteCheck } from '#store/site-checks.ts';
import { personId } from '#domain/person.ts';
import { type Desk, perform } from './desk.ts';
import { siteAt } from './register-at.ts';

const DAY_MS = 86_400_000;

/**
 * Asks for a look at a site of one's own, as an inspection would look today. It belongs to no
 * campaign and charges nothing. One at a time, and so many a day: refuses more. Gives the number.
 */
export async function askForCheck(desk: Desk, siteId: number): Promise<number> {
  return await perform(desk, async (act) => {
    const site = await siteAt(desk, act.tx, siteId, 'site.check');
    if (site.state !== 'online') throw new Refusal('check-offline', { id: siteId });
    const since = new Date(Date.parse(act.at) - DAY_MS).toISOString();
    if ((await countChecksSince(act.tx, siteId, since)) >= CHECKS_A_DAY) {
      throw new Refusal('check-too-often', { most: CHECKS_A_DAY });
    }
    const askedBy = personId(desk.actor);
    const id = await insertSiteCheck(act.tx, { siteId, askedBy, at: act.at });
    if (id === null) throw new Refusal('check-there', { id: siteId });
    await act.note({ act: 'check.ask', thing: 'check', thingId: id, after: { siteId } });
    return id;
  });
}
