import { targetKey } from '#base/url.ts';
import type { Finding } from '#domain/finding.ts';
import type { Indicator, Selector } from '#domain/rubric.ts';
import { isTaken } from './select-findings.ts';

/** Findings that speak of one and the same fact, in order of their ids; never empty. */
export type Fact = readonly Finding[];

/**
 * What a finding is about, so that one fact is charged once (policy, section 11): a dead address
 * whatever it was needed for, a channel whether late or blank, one survey channel, one interview
 * channel, one mailbox, the homepage's updates. Everything else is a fact of its own.
 */
export function factKey(finding: Finding): string {
  switch (finding.kind) {
    case 'link-dead':
    case 'service-download-dead':
    case 'service-system-dead':
      return `address ${targetKey(finding.url)}`;
    case 'channel-stale':
    case 'channel-blank':
      return `channel ${finding.channel?.url ?? finding.url}`;
    case 'survey-missing':
    case 'survey-none':
    case 'survey-few':
      return 'survey';
    case 'interview-none':
    case 'interview-few':
      return 'interview';
    case 'consultation-missing':
    case 'letter-none':
      return 'consultation';
    case 'homepage-not-updated':
    case 'homepage-few-updates':
      return 'homepage-updates';
    default:
      return `${finding.kind} ${finding.id}`;
  }
}

/** Findings in one order, whatever order they came in. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The facts among findings, each with all its findings. */
export function factsOf(findings: readonly Finding[]): Fact[] {
  const facts = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = factKey(finding);
    const fact = facts.get(key);
    if (fact) fact.push(finding);
    else facts.set(key, [finding]);
  }
  return [...facts.values()];
}

/** What is left of each fact when only what the selectors take counts. */
export function takenFacts(selectors: readonly Selector[], facts: readonly Fact[]): Fact[] {
  const taken = facts.map((fact) => fact.filter((finding) => isTaken(selectors, finding)));
  return taken.filter((fact) => fact.length > 0);
}

/** The id by which a fact is named in a scorecard. */
export function nameOf(fact: Fact): string {
  return fact[0]?.id ?? '';
}

/** Gives every fact to the first indicator, in the rubric's order, that takes it. */
export function claimFacts(
  findings: readonly Finding[],
  indicators: readonly Indicator[],
): { indicator: Indicator; facts: Fact[] }[] {
  let open = factsOf(findings);
  return indicators.map((indicator) => {
    const facts = takenFacts(indicator.takes, open);
    const claimed = new Set(facts.map((fact) => factKey(fact[0] as Finding)));
    open = open.filter((fact) => !claimed.has(factKey(fact[0] as Finding)));
    return { indicator, facts };
  });
}
