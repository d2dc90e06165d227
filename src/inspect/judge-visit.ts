import type { Url } from '#base/url.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { PageFacts } from '#domain/page.ts';
import type { FailureReason, Outcome, Visit } from '#domain/visit.ts';

/** In which way a link is dead: `measure.outcome` of `link-dead`. */
export type DeadOutcome =
  | 'not-found'
  | 'gone'
  | 'server-error'
  | 'client-error'
  | 'dns'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'redirect-loop'
  | 'tls'
  | 'protocol'
  | 'soft-404'
  | 'redirect-home';

/** What one visit, taken alone, says of its address. */
export type Judgement =
  | { state: 'opened' }
  | { state: 'dead'; outcome: DeadOutcome }
  | { state: 'unmeasured'; reason: FindingReason };

const FAILURES: Record<FailureReason, Judgement> = {
  dns: { state: 'dead', outcome: 'dns' },
  refused: { state: 'dead', outcome: 'refused' },
  reset: { state: 'dead', outcome: 'reset' },
  tls: { state: 'dead', outcome: 'tls' },
  timeout: { state: 'dead', outcome: 'timeout' },
  'redirect-loop': { state: 'dead', outcome: 'redirect-loop' },
  'too-many-redirects': { state: 'dead', outcome: 'redirect-loop' },
  protocol: { state: 'dead', outcome: 'protocol' },
  unreachable: { state: 'unmeasured', reason: 'unreachable' },
  'forbidden-address': { state: 'unmeasured', reason: 'forbidden-address' },
  robots: { state: 'unmeasured', reason: 'robots' },
  budget: { state: 'unmeasured', reason: 'budget' },
  ours: { state: 'unmeasured', reason: 'timeout-ours' },
};

/**
 * Statuses that refuse the visitor, not the address. The first four by the house's rule; the
 * others are what bot walls answer with, or what the law of another country forbids.
 */
const REFUSING_STATUSES = new Set([401, 403, 407, 429, 405, 406, 412, 418, 451]);

/**
 * Judges one visit by itself, by "Dead" and "Never dead" of the design: a challenge page is
 * never dead whatever its status, a page that says it does not exist is, whatever its status.
 */
export function judgeVisit(visit: Visit, facts: PageFacts | null): Judgement {
  const judgement = judgeOutcome(visit.outcome, facts);
  if (judgement.state !== 'opened' || !isLedNowhere(visit)) return judgement;
  return { state: 'dead', outcome: 'soft-404' };
}

/** The same from an outcome and what its page says of itself; null where nothing was read. */
export function judgeOutcome(
  outcome: Outcome,
  facts: Pick<PageFacts, 'blocked' | 'saysMissing'> | null,
): Judgement {
  if (outcome.kind === 'failed') return FAILURES[outcome.why];
  const { status } = outcome;
  if (facts?.blocked || REFUSING_STATUSES.has(status)) {
    return { state: 'unmeasured', reason: 'blocked' };
  }
  if (status >= 600) return { state: 'unmeasured', reason: 'blocked' };
  if (status === 404) return { state: 'dead', outcome: 'not-found' };
  if (status === 410) return { state: 'dead', outcome: 'gone' };
  if (status >= 500) return { state: 'dead', outcome: 'server-error' };
  if (status >= 400) return { state: 'dead', outcome: 'client-error' };
  if (facts?.saysMissing) return { state: 'dead', outcome: 'soft-404' };
  return { state: 'opened' };
}

/** An address that servers keep for what they do not have. */
const NOWHERE =
  /\/(?:error[-_]?)?(?:404|(?:page[-_]?)?not[-_]?found)(?:[-_]?(?:error|page))?(?:\.\w+)?$/i;

/** Whether one who asked for an address was led to where servers lead who ask for nothing. */
export function isLedNowhere({ url, finalUrl }: { url: Url; finalUrl: Url }): boolean {
  return url !== finalUrl && NOWHERE.test(new URL(finalUrl).pathname);
}

/** The HTTP status of a visit, null when nothing was answered. */
export function statusOf(visit: Visit): number | null {
  return visit.outcome.kind === 'answered' ? visit.outcome.status : null;
}
