import { Refusal } from '#base/refusal.ts';
import { may, type RightName } from '#domain/rights.ts';
import type { Database } from '#store/database/database.ts';
import { type Escalation, findEscalation, findTalk, type Talk } from '#store/escalations.ts';
import { type Desk, requireRight } from './desk.ts';

type Door = Pick<Desk, 'actor' | 'now'>;

/** A step of escalation for an act that needs a right at its unit. */
export async function escalationAt(
  desk: Door,
  db: Database,
  id: number,
  right: RightName,
): Promise<Escalation> {
  const found = await findEscalation(db, id);
  if (!found || !may(desk.actor, 'escalation.read', found.place)) {
    throw new Refusal('not-found', { thing: 'escalation', id });
  }
  requireRight(desk, right, found.place);
  return found.escalation;
}

/** A talk, likewise. */
export async function talkAt(
  desk: Door,
  db: Database,
  id: number,
  right: RightName,
): Promise<Talk> {
  const found = await findTalk(db, id);
  if (!found || !may(desk.actor, 'escalation.read', found.place)) {
    throw new Refusal('not-found', { thing: 'talk', id });
  }
  requireRight(desk, right, found.place);
  return found.talk;
}
