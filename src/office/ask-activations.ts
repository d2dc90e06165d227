import { chinaDate, type CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { activationOn, USUAL_RUBRIC } from '#domain/rubric-activation.ts';
import type { Actor } from '#domain/person.ts';
import type { Database } from '#store/database/database.ts';
import { placeOfRegion } from '#store/places.ts';
import { type ActivationRow, listActivations } from '#store/rubric-activations.ts';
import type { Desk } from './desk.ts';

/** An activation as a list tells it. */
export interface ActivationLine extends Omit<ActivationRow, 'regionPath' | 'by'> {
  /** `coming`: its day is not there yet; `replaced`: a later one took its place. */
  state: 'coming' | 'in-force' | 'replaced' | 'withdrawn';
}

/** What is or will be in force in the own regions, theirs and those above and below them. */
export async function askActivations(
  desk: Pick<Desk, 'db' | 'now' | 'actor'>,
): Promise<{ items: ActivationLine[]; next: null }> {
  const all = (await listActivations(desk.db)).filter(({ regionPath }) =>
    concerns(desk.actor, regionPath),
  );
  const day = chinaDate(desk.now());
  const items = all.map(({ regionPath, by: _by, ...line }): ActivationLine => {
    const state = stateOf({ regionPath, ...line, by: null }, all, day);
    return { ...line, state };
  });
  return { items, next: null };
}

function concerns(actor: Actor, path: string): boolean {
  if (actor.kind !== 'person') return actor.kind === 'job';
  return actor.posts.some(
    ({ place: { region } }) => region.startsWith(path) || path.startsWith(region),
  );
}

function stateOf(
  one: ActivationRow,
  all: readonly ActivationRow[],
  day: CivilDate,
): ActivationLine['state'] {
  if (one.withdrawnAt !== null) return 'withdrawn';
  if (one.from > day) return 'coming';
  const { regionPath } = one;
  return activationOn(all, { regionPath, day })?.id === one.id ? 'in-force' : 'replaced';
}

/** By what a region judges as of a day. */
export interface RubricInForce {
  rubric: string;
  overlays: readonly string[];
  /** Since when; null: nothing was activated, it is what the program comes with. */
  since: CivilDate | null;
}

export async function rubricInForce(
  db: Database,
  { regionId, day }: { regionId: number; day: CivilDate },
): Promise<RubricInForce> {
  const place = await placeOfRegion(db, regionId);
  if (place === null) throw new Refusal('not-found', { thing: 'region', id: regionId });
  const found = activationOn(await listActivations(db), { regionPath: place.region, day });
  if (found === null) return { rubric: USUAL_RUBRIC, overlays: [], since: null };
  return { rubric: found.rubric, overlays: found.overlays, since: found.from };
}
