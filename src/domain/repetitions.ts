import type { Repetition } from './ladder.ts';

/** An indicator that a round charged to a site. */
export interface Charge {
  siteId: number;
  indicator: string;
}

/** A round: its charges, and what it is called. */
export interface Round {
  period: string;
  charges: readonly Charge[];
}

/**
 * What a round charges that the round before charged too: the same indicator on the same site
 * (office, section 4). `since` is the first of the unbroken rounds. Rounds are oldest first.
 */
export function findRepetitions(rounds: readonly Round[]): Repetition[] {
  const last = rounds.at(-1);
  if (!last || rounds.length < 2) return [];
  const seen = new Set<string>();
  return last.charges.flatMap((charge) => {
    const name = nameOf(charge);
    if (seen.has(name)) return [];
    seen.add(name);
    const since = firstOfUnbroken(rounds, name);
    return since === last ? [] : [{ ...charge, since: since.period }];
  });
}

function firstOfUnbroken(rounds: readonly Round[], name: string): Round {
  let first = rounds[rounds.length - 1] as Round;
  for (const round of rounds.toReversed()) {
    if (!round.charges.some((charge) => nameOf(charge) === name)) break;
    first = round;
  }
  return first;
}

function nameOf({ siteId, indicator }: Charge): string {
  return `${siteId} ${indicator}`;
}
