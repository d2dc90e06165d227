import { Refusal } from '#base/refusal.ts';
import { countChange, lockVersion, type VersionedThing } from '#store/versions.ts';
import type { JointDesk } from './together.ts';

export { isVersioned, type VersionedThing } from '#store/versions.ts';

/** A thing that counts its versions. */
export interface Versioned {
  thing: VersionedThing;
  id: number;
}

/**
 * Does an act on a thing that is still as it was read, and holds it until all is done: of two who
 * read the same version, one does something and the other is refused with `version-other`. What
 * was done counts as a change, also where it only changed what belongs to the thing.
 */
export async function matchVersion<T>(
  joint: JointDesk,
  { thing, id }: Versioned,
  fits: (version: number) => boolean,
  act: () => Promise<T>,
): Promise<T> {
  const version = await lockVersion(joint.db, thing, id);
  if (version === null) throw new Refusal('not-found', { thing, id });
  if (!fits(version)) throw new Refusal('version-other', { now: `"${version}"` });
  const done = await act();
  await countChange(joint.db, thing, { id, version });
  return done;
}
