import { Refusal } from '#base/refusal.ts';
import { personId } from '#domain/person.ts';
import type { Contact } from '#domain/public-matter.ts';
import { findContact } from '#store/matter-contacts.ts';
import { insertEvent } from '#store/matter-events.ts';
import { type Desk, perform, requirePublicSide } from './desk.ts';
import { plainText } from './matter-input.ts';
import { type MatterRef, matterAtHand } from './matter-ref.ts';
import { openContact } from './seal-contact.ts';

/**
 * How a writer may be reached: opened for one who handles the matter and says why; who, when and
 * why stand in the history and in the ledger.
 */
export async function readContact(desk: Desk, of: MatterRef, why: string): Promise<Contact> {
  const reason = plainText('理由', why, 2000);
  return await perform(desk, async (act) => {
    const { id, state, life } = await matterAtHand(desk, act, of, 'matter.contact');
    const { secret } = requirePublicSide(desk);
    const sealed = await findContact(act.tx, of.thing, id);
    if (sealed === null) throw new Refusal('contact-none');
    const contact = openContact(sealed, secret);
    await insertEvent(act.tx, {
      thing: of.thing,
      thingId: id,
      at: act.at,
      what: 'contact-read',
      state,
      life,
      personId: personId(desk.actor),
      unitId: life.unit,
      text: reason,
      isOpen: false,
    });
    await act.note({ act: 'contact.read', thing: of.thing, thingId: id, reason });
    return contact;
  });
}
