import { eraseContacts as erase } from '#store/matter-contacts.ts';
import { type Desk, perform, requirePublicSide } from './desk.ts';

const DAY_MS = 86_400_000;

/**
 * Erases how writers may be reached whose matters ended long enough ago, and says in the ledger of
 * which. Gives how many.
 */
export async function eraseContacts(desk: Desk): Promise<number> {
  const { contactDays } = requirePublicSide(desk);
  return await perform(desk, async (act) => {
    const before = new Date(Date.parse(act.at) - contactDays * DAY_MS).toISOString();
    const erased = await erase(act.tx, before);
    if (erased.length === 0) return 0;
    const of = (thing: string) =>
      erased.filter((one) => one.thing === thing).map(({ thingId }) => thingId);
    const after = {
      endedBefore: before,
      inquiries: of('inquiry'),
      errorReports: of('error-report'),
    };
    await act.note({ act: 'contact.erase', thing: 'contact', after });
    return erased.length;
  });
}
