import type { Finding } from '#domain/finding.ts';
import type { JointCount, Rubric } from '#domain/rubric.ts';
import { factsOf, takenFacts } from './facts.ts';
import { mayBeTaken } from './select-findings.ts';

/** How near a site is to one veto line of a rubric. */
export interface VetoOutlook {
  indicator: string;
  /** Which of the line's counts, from 0. */
  count: number;
  state: 'fine' | 'watch' | 'breach' | 'unmeasured';
  /** Facts that stand today, that will stand at the day looked ahead to, and that the line takes. */
  today: number;
  ahead: number;
  threshold: number;
  /** Ids of the findings that it rests on, of today; of the day ahead where none stands today. */
  findings: string[];
}

/** What a site would be found to be on two days. */
export interface Foresight {
  today: readonly Finding[];
  /** The same saved pages judged as of a later day, as if nothing were published until then. */
  ahead: readonly Finding[];
}

/**
 * Holds findings against the veto lines before they are reached: `breach` where a line is hit,
 * `watch` where one fact more would hit it, or where it will be hit by the day looked ahead to if
 * nothing happens. Suspicions count as confirmed here: a warning costs nobody a point.
 */
export function vetoOutlook({ today, ahead }: Foresight, rubric: Rubric): VetoOutlook[] {
  const [now, then] = [standing(today), standing(ahead)];
  return rubric.vetoes.flatMap(({ id, rule }) =>
    (rule.kind === 'joint' ? rule.counts : []).map((count, index) => {
      const factsNow = takenFacts(count.takes, now);
      const factsThen = takenFacts(count.takes, then);
      const [seen, coming] = [factsNow.length, factsThen.length];
      const named = seen > 0 ? factsNow : factsThen;
      return {
        indicator: id,
        count: index,
        state: stateOf(seen, coming, count, today),
        today: seen,
        ahead: coming,
        threshold: count.atLeast,
        findings: named.flatMap((fact) => fact.map((finding) => finding.id)).toSorted(),
      };
    }),
  );
}

function standing(findings: readonly Finding[]) {
  return factsOf(findings.filter(({ state }) => state === 'confirmed' || state === 'suspected'));
}

function stateOf(
  seen: number,
  coming: number,
  count: JointCount,
  today: readonly Finding[],
): VetoOutlook['state'] {
  if (seen >= count.atLeast) return 'breach';
  const open = today.filter(
    (finding) => finding.state === 'unmeasured' && mayBeTaken(count.takes, finding),
  ).length;
  if (seen + open >= count.atLeast) return 'unmeasured';
  const isNear = count.atLeast > 1 && seen === count.atLeast - 1;
  return isNear || coming >= count.atLeast ? 'watch' : 'fine';
}
