import { Refusal } from '#base/refusal.ts';
import type { Actor } from '#domain/person.ts';

/** The person's number; refuses a job where only a person may act. */
export function requirePerson(actor: Actor): number {
  if (actor.kind !== 'person') throw new Refusal('person-needed', { name: actor.name });
  return actor.id;
}
