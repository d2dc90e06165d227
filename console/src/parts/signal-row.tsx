import type { ReactNode } from 'react';
import type { Item } from '../api/use-ask.ts';
import { useWords } from '../words/dictionary.ts';
import { rateWords } from '../words/figures.ts';
import { useLanguage } from '../words/language.ts';
import { monitoringWords } from '../words/monitoring.ts';
import { siteWords } from '../words/sites.ts';
import { useDates } from '../words/use-figures.ts';
import { StateTag } from './state-tag.tsx';

export type Signal = Item<'GET /signals'>;

/** A signal: its line, its state, what was counted, since when. */
export function SignalRow({ signal }: { signal: Signal }): ReactNode {
  const words = useWords(siteWords);
  const dates = useDates();
  const language = useLanguage();
  return (
    <div className="signal-row">
      <div className="finding-head">
        <strong>{signal.line[language]}</strong>
        <StateTag thing="signal" state={signal.state} />
      </div>
      <p>
        <SignalFacts signal={signal} />
      </p>
      <p className="quiet">{words.since(dates.instant(signal.since))}</p>
    </div>
  );
}

/** What was counted, in words: the measure differs by the kind of signal. */
export function SignalFacts({ signal }: { signal: Signal }): ReactNode {
  const words = useWords(monitoringWords);
  const { measure } = signal;
  const { today, ahead, threshold, opened, failed } = measure as Record<string, number | undefined>;
  if (opened !== undefined && failed !== undefined) {
    return words.visits(failed, opened + failed, rateWords(failed, opened + failed));
  }
  if (today !== undefined && ahead !== undefined && threshold !== undefined) {
    return ahead > today ? words.ahead(today, ahead, threshold) : words.counted(today, threshold);
  }
  return words.late;
}
