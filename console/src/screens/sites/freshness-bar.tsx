import type { ReactNode } from 'react';
import { daysBetween } from '#base/civil-date.ts';
import { formatChinesePeriod, isPeriod, plusPeriod } from '#base/period.ts';
import type { Item } from '../../api/use-ask.ts';
import type { Tone } from '../../parts/tones.ts';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { siteWords } from '../../words/sites.ts';

export type Channel = Item<'GET /sites/{site}/channels'>;

/** From this share of its clock on a channel is amber. */
const NEAR_SHARE = 0.8;

export interface Freshness {
  /** Share of the clock that is used, 0 to 1; 1 is the last day that is fresh. */
  used: number;
  /** Days until the first day that is late; negative when it is. */
  daysLeft: number;
  tone: Tone;
}

/** How much of a channel's clock is used on a day; null where none runs or nothing is known. */
export function freshnessOf(
  { clock, newestOn, isHistorical }: Channel,
  today: string,
): Freshness | null {
  if (clock === null || newestOn === null || isHistorical || !isPeriod(clock)) return null;
  // The boundary day itself is fresh.
  const lastFresh = plusPeriod(newestOn, clock);
  const whole = Math.max(1, daysBetween(newestOn, lastFresh));
  const daysLeft = daysBetween(today, lastFresh);
  const used = (whole - daysLeft) / whole;
  const tone = daysLeft < 0 ? 'red' : used >= NEAR_SHARE ? 'amber' : 'green';
  return { used, daysLeft, tone };
}

/** A bar that fills as the clock runs, with the days in words. */
export function FreshnessBar({
  channel,
  today,
  isLooked,
}: {
  channel: Channel;
  today: string;
  /** Whether the site's channels were looked at: then one that was not is no list. */
  isLooked: boolean;
}): ReactNode {
  const words = useWords(siteWords);
  const fresh = freshnessOf(channel, today);
  if (fresh === null) return <span className="quiet">{whyNot(channel, isLooked, words)}</span>;
  const { used, daysLeft, tone } = fresh;
  const percent = Math.round(Math.max(0, used) * 100);
  const left =
    daysLeft < 0
      ? words.daysLate(-daysLeft)
      : daysLeft === 0
        ? words.dueToday
        : words.daysLeft(daysLeft);
  return (
    <span className="freshness" data-tone={tone}>
      <span className="freshness-track" role="img" aria-label={words.clockUsed(percent)}>
        <span style={{ width: `${Math.min(100, percent)}%` }} />
      </span>
      <span className="figures">{left}</span>
    </span>
  );
}

type Words = (typeof siteWords)['zh'];

function whyNot(channel: Channel, isLooked: boolean, words: Words): string {
  if (channel.isHistorical) return words.historical;
  if (channel.newestWhy !== null) return words.why[channel.newestWhy];
  if (channel.lookedOn === null) return isLooked ? words.noList : words.neverLooked;
  return words.noClock;
}

const units = { D: 'day', W: 'week', M: 'month', Y: 'year' } as const;

/** 2周, 6个月; 14 days, 6 months. */
export function usePeriodWords(): (period: string | null) => string {
  const language = useLanguage();
  const { noClock } = useWords(siteWords);
  return (period) => {
    if (period === null) return noClock;
    const match = /^P(\d+)([DWMY])$/.exec(period);
    if (!match || !isPeriod(period)) return period;
    if (language === 'zh') return formatChinesePeriod(period);
    const [, amount = '', unit = 'D'] = match;
    return `${amount} ${units[unit as keyof typeof units]}${amount === '1' ? '' : 's'}`;
  };
}
