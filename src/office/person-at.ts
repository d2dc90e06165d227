import { Refusal } from '#base/refusal.ts';
import { may, mayAnywhere, type RightName } from '#domain/rights.ts';
import type { Database } from '#store/database/database.ts';
import { findPerson, type PersonRow, postsOf } from '#store/people.ts';
import { type Desk, requireRight } from './desk.ts';

/**
 * A person who may be seen: one with a post where the actor reads people, or without any post yet.
 * Everybody else is not there.
 */
export async function personAt(
  { actor }: Pick<Desk, 'actor'>,
  db: Database,
  id: number,
): Promise<PersonRow> {
  const person = mayAnywhere(actor, 'person.read') ? await findPerson(db, id) : null;
  const posts = person === null ? [] : await postsOf(db, id);
  const isSeen = posts.length === 0 || posts.some(({ place }) => may(actor, 'person.read', place));
  if (person === null || !isSeen) throw new Refusal('not-found', { thing: 'person', id });
  return person;
}

/**
 * Refuses to change a person who holds a post where the actor holds no right: whoever resets a
 * password could come in as its owner, with all posts that this one has.
 */
export async function personWithin(
  desk: Pick<Desk, 'actor' | 'now'>,
  db: Database,
  { id, right }: { id: number; right: RightName },
): Promise<PersonRow> {
  const person = await personAt(desk, db, id);
  for (const { place } of await postsOf(db, id)) requireRight(desk, right, place);
  return person;
}
