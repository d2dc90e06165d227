import type { Finding } from '#domain/finding.ts';
import type { Indicator, JointCount } from '#domain/rubric.ts';
import type { Gap, Veto } from '#domain/scorecard.ts';
import { type Fact, factKey, factsOf, nameOf, takenFacts } from './facts.ts';
import { mayBeTaken } from './select-findings.ts';

/**
 * The veto lines that are hit, one entry for each of their counts, and those that cannot be
 * decided: what is confirmed stays below the threshold, but what could not be measured might
 * reach it. Suspicions count on neither side. `findings` in order of their ids.
 */
export function judgeVetoes(
  findings: readonly Finding[],
  vetoes: readonly Indicator[],
): { vetoes: Veto[]; gaps: Gap[] } {
  const confirmed = factsOf(findings.filter((finding) => finding.state === 'confirmed'));
  const unmeasured = findings.filter((finding) => finding.state === 'unmeasured');
  const hits: Veto[] = [];
  const gaps: Gap[] = [];
  for (const { id, rule } of vetoes) {
    for (const count of rule.kind === 'joint' ? rule.counts : []) {
      const facts = takenFacts(count.takes, confirmed);
      const open = countOpen(count, unmeasured, facts);
      if (facts.length >= count.atLeast) hits.push(vetoOf(id, facts, count.atLeast));
      else if (facts.length + open >= count.atLeast) {
        gaps.push({
          why: 'veto-unmeasured',
          indicator: id,
          measured: facts.length,
          unmeasured: open,
        });
      }
    }
  }
  return { vetoes: hits, gaps };
}

function countOpen(count: JointCount, unmeasured: readonly Finding[], facts: Fact[]): number {
  const known = new Set(facts.flat().map(factKey));
  const open = unmeasured.filter((finding) => mayBeTaken(count.takes, finding)).map(factKey);
  return new Set(open.filter((key) => !known.has(key))).size;
}

function vetoOf(indicator: string, facts: readonly Fact[], threshold: number): Veto {
  return { indicator, findings: facts.map(nameOf), count: facts.length, threshold };
}
