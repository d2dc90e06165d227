import type { CivilDate, Instant } from '#base/civil-date.ts';

/** That a rubric is in force in a region, and all below it, from a day on. */
export interface RubricActivation {
  id: number;
  regionId: number;
  /** Path of the region. */
  regionPath: string;
  /** Id and version of a packaged rubric, and the overlays on top of it. */
  rubric: string;
  version: string;
  overlays: readonly string[];
  from: CivilDate;
  reason: string;
  /** Number of the person; null: a job of the service. */
  by: number | null;
  at: Instant;
  /** Taken back before its day came. */
  withdrawnAt: Instant | null;
}

/** By what campaigns judge where nothing was activated: the census that is still law. */
export const USUAL_RUBRIC = 'cn-census-2015';

/**
 * The activation by which a region judges as of a day: the latest that covers the region; of
 * several of one day that of the nearest region, then the one that was decided last. Null where
 * nothing is in force, and `USUAL_RUBRIC` judges.
 */
export function activationOn<A extends RubricActivation>(
  all: readonly A[],
  { regionPath, day }: { regionPath: string; day: CivilDate },
): A | null {
  const inForce = all.filter(
    ({ withdrawnAt, from, regionPath: path }) =>
      withdrawnAt === null && from <= day && regionPath.startsWith(path),
  );
  const [first] = inForce.toSorted(
    (a, b) => compare(b.from, a.from) || b.regionPath.length - a.regionPath.length || b.id - a.id,
  );
  return first ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
