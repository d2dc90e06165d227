import type { Centipoints } from '#base/points.ts';
import type { Cap, Points, Rule, Rung, ShareRule } from '#domain/rubric.ts';
import { type Fact, takenFacts } from './facts.ts';

/** What an indicator charges, and what of it nobody knows the points of. */
export interface Charge {
  readonly points: Centipoints;
  readonly charged: readonly Fact[];
  readonly unpriced: readonly Fact[];
}

const NOTHING: Charge = { points: 0, charged: [], unpriced: [] };

/**
 * Turns the facts an indicator took into points. `byHand` is what a person set for a manual
 * line; null when nobody did. Points are whole centipoints; only a share may need rounding.
 */
export function applyRule(rule: Rule, facts: readonly Fact[], byHand: Centipoints | null): Charge {
  if (rule.kind === 'manual') return applyManual(rule.points, byHand);
  if (facts.length === 0 || rule.kind === 'joint') return NOTHING;
  switch (rule.kind) {
    case 'each':
      return priced(rule.points, facts, (points) => capped(points * facts.length, rule.cap));
    case 'flat':
      return priced(rule.points, facts, (points) => points);
    case 'ladder':
      return applyLadder(rule.rungs, facts);
    case 'share':
      return applyShare(rule, facts);
  }
}

function priced(
  points: Points,
  facts: readonly Fact[],
  charge: (points: Centipoints) => Centipoints,
): Charge {
  if (points === 'unknown') return { points: 0, charged: [], unpriced: facts };
  return { points: charge(points), charged: facts, unpriced: [] };
}

function capped(points: Centipoints, cap: Cap): Centipoints {
  return typeof cap === 'number' ? Math.min(points, cap) : points;
}

function applyManual(points: Points, byHand: Centipoints | null): Charge {
  if (byHand === null || points === 'unknown') return NOTHING;
  return { points: Math.min(byHand, points), charged: [], unpriced: [] };
}

function applyLadder(rungs: readonly Rung[], facts: readonly Fact[]): Charge {
  let best = NOTHING;
  for (const rung of rungs) {
    const reached = takenFacts(rung.takes, facts);
    if (reached.length < rung.atLeast) continue;
    const charge = priced(rung.points, reached, (points) => points);
    const isNamed = best.charged.length + best.unpriced.length > 0;
    if (charge.points > best.points || !isNamed) best = charge;
  }
  return best;
}

function applyShare(rule: ShareRule, facts: readonly Fact[]): Charge {
  if (rule.points === 'unknown') return { points: 0, charged: [], unpriced: facts };
  const shares = facts.flat().map((finding) => Number(finding.measure[rule.member] ?? 0));
  // 0.07 / 0.01 is 7.000000000000001: a hair must not make a step.
  const steps = Math.round((Math.max(0, ...shares) / rule.per) * 1e9) / 1e9;
  const whole = Math.floor(steps);
  const charged = rule.parts === 'proportional' ? steps : whole;
  const points = capped(Math.floor(charged * rule.points + 0.5), rule.cap);
  const isPartOpen = rule.parts === 'unknown' && steps > whole;
  return {
    points,
    charged: points > 0 ? facts : [],
    unpriced: isPartOpen ? facts : [],
  };
}
