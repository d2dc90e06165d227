import type { Instant } from '#base/civil-date.ts';

/** What a person may be in a region or a unit (office, section 1). The public has no account. */
export const roles = [
  'admin',
  'inspector',
  'reviewer',
  'leader',
  'unit-editor',
  'unit-head',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/**
 * Where something belongs: paths of ids from the root, `/1/4/`. A path that begins with another
 * lies within it. `unit` is null for what belongs to the region as a whole.
 */
export interface Place {
  region: string;
  unit: string | null;
}

/** A role and where it holds: in a region and all below it, or in a unit and all below that. */
export interface Post {
  role: Role;
  place: Place;
}

/**
 * Who acts: a person with the posts held at that moment, a job of the service itself, or somebody
 * of the public, who has no account and no name.
 */
export type Actor =
  | {
      kind: 'person';
      id: number;
      name: string;
      posts: readonly Post[];
      secondFactorAt: Instant | null;
      /** Rights that the token of a program is for; left out: all that the posts give. */
      scopes?: readonly string[];
    }
  | { kind: 'job'; name: string }
  | { kind: 'public'; name: string };

/** Whoever writes to the office without an account: a matter is opened by its receipt. */
export const PUBLIC: Actor = { kind: 'public', name: '公众' };

/** Its number, or null for a job: what is kept beside an act. */
export function personId(actor: Actor): number | null {
  return actor.kind === 'person' ? actor.id : null;
}
