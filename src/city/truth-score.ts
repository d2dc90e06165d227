import type { ChannelKind } from '#domain/channel.ts';
import type { Verdict } from '#domain/scorecard.ts';
import type { ChannelPlan, SitePlan } from './city-plan.ts';
import type { TrueFinding } from './truth-model.ts';

// The city's own copy of the 2015 census: it must not share a table with what it tests.

/** Centipoints of a finding, by kind. Not named: no points, or points nobody knows. */
const prices: Partial<Record<TrueFinding['kind'], number>> = {
  'homepage-few-updates': 500,
  'channel-blank': 500,
  'consultation-missing': 500,
  'letter-none': 500,
  'survey-missing': 500,
  'survey-none': 500,
  'survey-few': 300,
  'interview-none': 500,
  'interview-few': 300,
};
const stalePrices: Partial<Record<ChannelKind, number>> = {
  news: 300,
  notices: 400,
  'policy-documents': 400,
  interpretation: 400,
  personnel: 500,
  plans: 500,
  statistics: 500,
};
const onTimeKinds: ReadonlySet<ChannelKind> = new Set<ChannelKind>([
  'news',
  'notices',
  'policy-documents',
  'interpretation',
]);
const PASS_LINE = 6000;

/** A finding with the kind of its channel, where it has one. */
export interface Judged {
  finding: TrueFinding;
  channel: ChannelPlan | null;
}

/** Verdict and score (decimal points) by the census of 2015. */
export function judgeTruth(
  plan: SitePlan,
  judged: readonly Judged[],
): { verdict: Verdict; score: number | null } {
  if (plan.access !== 'open') return { verdict: 'incomplete', score: null };
  const lines = vetoLines(judged);
  if (lines.some(({ sure, line }) => sure >= line)) return { verdict: 'fail', score: null };
  const lost = judged.reduce((sum, each) => sum + priceOf(each), 0);
  const left = Math.max(0, 10_000 - lost);
  const isOpen = lines.some(({ sure, unsure, line }) => sure + unsure >= line);
  const verdict = left < PASS_LINE ? 'fail' : isOpen ? 'incomplete' : 'pass';
  return { verdict, score: left / 100 };
}

function priceOf({ finding, channel }: Judged): number {
  if (finding.state !== 'confirmed') return 0;
  if (finding.kind === 'link-dead') return finding.measure.position === 'homepage' ? 100 : 10;
  if (finding.kind === 'channel-stale') return channel ? (stalePrices[channel.kind] ?? 0) : 0;
  return prices[finding.kind] ?? 0;
}

/** Each veto line: what is sure, what might be added to it, and where it lies. */
function vetoLines(judged: readonly Judged[]): { sure: number; unsure: number; line: number }[] {
  const count = (line: number, takes: (each: Judged) => boolean) => {
    const taken = judged.filter(takes);
    const sure = taken.filter(({ finding }) => finding.state === 'confirmed').length;
    const unsure = taken.filter(({ finding }) => finding.state === 'unmeasured').length;
    return { sure, unsure, line };
  };
  const is = (kind: TrueFinding['kind']) => (each: Judged) => each.finding.kind === kind;
  return [
    count(1, is('homepage-not-updated')),
    count(
      5,
      ({ finding, channel }) =>
        finding.kind === 'channel-stale' && channel !== null && onTimeKinds.has(channel.kind),
    ),
    count(
      10,
      ({ finding }) => finding.kind === 'channel-stale' || finding.kind === 'channel-blank',
    ),
    count(5, is('channel-blank')),
    count(1, is('letter-unanswered')),
  ];
}
