import { channelKinds } from '#domain/kinds.ts';
import type { RuleKind } from '#domain/rubric.ts';

export { channelKinds, siteKinds } from '#domain/kinds.ts';

// A record, not a list: the compiler tells when a name is missing here.
const ruleKindSet: Record<RuleKind, true> = {
  each: true,
  flat: true,
  ladder: true,
  share: true,
  manual: true,
  joint: true,
};

/** The closed set of rules. */
export const ruleKinds = Object.keys(ruleKindSet) as RuleKind[];
/** Marks from sure to unverified. */
export const marks = ['H', 'M', 'I', 'R'] as const;

/** What each term is, for checking a rubric and for its documentation. */
export const termTypes: Readonly<Record<string, 'period' | 'count' | 'share'>> = {
  'homepage.windowDays': 'count',
  'homepage.minimumUpdates': 'count',
  ...Object.fromEntries(channelKinds.map((kind) => [`clock.${kind}`, 'period' as const])),
  'suspicion.clock': 'period',
  'survey.window': 'period',
  'survey.minimum': 'count',
  'interview.window': 'period',
  'interview.minimum': 'count',
  'letters.window': 'period',
  'letters.answerWithin': 'period',
  'availability.minimumVisits': 'count',
  'availability.timeoutMs': 'count',
  'availability.maximumShare': 'share',
  'guide.missingElements': 'count',
};

/** Terms every kind of site must have; clocks of channels are optional. */
export const requiredTerms = Object.keys(termTypes).filter((key) => !key.startsWith('clock.'));

/** The known name nearest to a misspelt one, or null when none is near (two letters off). */
export function nearestName(found: string, known: readonly string[]): string | null {
  const ranked = known
    .map((name) => ({ name, away: editDistance(found.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.away - b.away);
  const best = ranked[0];
  return best && best.away <= 2 ? best.name : null;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
