import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Satisfaction } from './public-matter.ts';

/** Nothing is ranked, and nobody named, on fewer cases than this (office, section 5). */
export const LEAST_CASES = 5;

/** What was counted: received from the first to the last day in China, as it stood at the cut-off. */
export interface CountedPeriod {
  from: CivilDate;
  to: CivilDate;
  /** The moment that every figure is as of. */
  cutoff: Instant;
}

/** A share with what it is made of: never a rate alone. */
export interface Share {
  of: number;
  out: number;
  /** 0 to 1, to four places; null when there is nothing to divide by. */
  rate: number | null;
}

export function share(of: number, out: number): Share {
  return { of, out, rate: out === 0 ? null : Math.round((of * 10_000) / out) / 10_000 };
}

/** What every matter is counted by, whatever it is. */
export interface MatterFact {
  unitId: number | null;
  unit: string | null;
  /** Answered, in public or not; a matter that was not taken up is not answered. */
  isAnswered: boolean;
  isRefused: boolean;
  /** Answered too late, or not answered and its clock has run out. */
  isLate: boolean;
  satisfaction: Satisfaction | null;
  /** Came from another unit with a change of institutions. */
  hasMoved: boolean;
  /** How many matters are alike in all this. */
  count: number;
}

/** Figures that every count of matters has. */
export interface CommonCounts {
  received: number;
  answered: number;
  refused: number;
  /** Answered before the clock ran out. */
  onTime: number;
  /** Answered too late. */
  late: number;
  /** Not answered though the clock has run out. */
  overdue: number;
  rated: number;
  /** Rated as satisfied or very satisfied. */
  satisfied: number;
  /** Of these came with a change of institutions. */
  movedIn: number;
  /** answered ÷ (received − refused) */
  replyRate: Share;
  /** onTime ÷ (answered + overdue) */
  onTimeRate: Share;
  /** satisfied ÷ rated */
  satisfaction: Share;
}

const satisfiedOnes: ReadonlySet<Satisfaction | null> = new Set<Satisfaction>([
  'very-satisfied',
  'satisfied',
]);

/** Counts facts. */
export function commonCounts(facts: readonly MatterFact[]): CommonCounts {
  const count = (is: (fact: MatterFact) => boolean) => countOf(facts, is);
  const received = count(() => true);
  const answered = count(({ isAnswered }) => isAnswered);
  const refused = count(({ isRefused }) => isRefused);
  const late = count(({ isAnswered, isLate }) => isAnswered && isLate);
  const overdue = count((fact) => !fact.isAnswered && !fact.isRefused && fact.isLate);
  const rated = count(({ satisfaction }) => satisfaction !== null);
  const satisfied = count(({ satisfaction }) => satisfiedOnes.has(satisfaction));
  const onTime = answered - late;
  return {
    received,
    answered,
    refused,
    onTime,
    late,
    overdue,
    rated,
    satisfied,
    movedIn: count(({ hasMoved }) => hasMoved),
    replyRate: share(answered, received - refused),
    onTimeRate: share(onTime, answered + overdue),
    satisfaction: share(satisfied, rated),
  };
}

/** How many matters are like that. */
export function countOf<F extends MatterFact>(
  facts: readonly F[],
  is: (fact: F) => boolean,
): number {
  return facts.reduce((sum, fact) => sum + (is(fact) ? fact.count : 0), 0);
}

/** A unit with its figures. */
export type OfUnit<C> = C & { unitId: number | null; unit: string | null };

/** The same figures for each unit, most cases first. */
export function byUnit<F extends MatterFact, C extends CommonCounts>(
  facts: readonly F[],
  countsOf: (facts: readonly F[]) => C,
): OfUnit<C>[] {
  return [...Map.groupBy(facts, ({ unitId }) => unitId)]
    .map(([unitId, own]) => ({ unitId, unit: own[0]?.unit ?? null, ...countsOf(own) }))
    .sort((a, b) => b.received - a.received || (a.unitId ?? 0) - (b.unitId ?? 0));
}

/** Units with a matter answered too late or not at all though it is due, most of them first. */
export function lateUnits<C extends CommonCounts>(units: readonly OfUnit<C>[]): OfUnit<C>[] {
  const lateOf = ({ late, overdue }: C) => late + overdue;
  return units.filter((unit) => lateOf(unit) > 0).sort((a, b) => lateOf(b) - lateOf(a));
}

/**
 * Units by on-time rate, then satisfaction, then number of answers. Units with fewer than five
 * cases stand in no ranking.
 */
export function rankUnits<C extends CommonCounts>(units: readonly OfUnit<C>[]): OfUnit<C>[] {
  const value = ({ rate }: Share) => rate ?? -1;
  return units
    .filter(({ unitId, received }) => unitId !== null && received >= LEAST_CASES)
    .sort(
      (a, b) =>
        value(b.onTimeRate) - value(a.onTimeRate) ||
        value(b.satisfaction) - value(a.satisfaction) ||
        b.answered - a.answered ||
        (a.unitId ?? 0) - (b.unitId ?? 0),
    );
}

/** Least satisfaction of a unit that is named as good. Ours. */
const GOOD_SATISFACTION = 0.9;

/**
 * Units named as good (ours): at least five cases and five raters, none late, nine of ten raters
 * satisfied; all ties included, in the order of the ranking.
 */
export function goodUnits<C extends CommonCounts>(units: readonly OfUnit<C>[]): OfUnit<C>[] {
  return rankUnits(units).filter(
    ({ late, overdue, rated, satisfaction }) =>
      late + overdue === 0 && rated >= LEAST_CASES && (satisfaction.rate ?? 0) >= GOOD_SATISFACTION,
  );
}
