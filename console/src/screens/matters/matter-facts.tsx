import type { ReactNode } from 'react';
import { Tag } from '../../parts/state-tag.tsx';
import type { Tone } from '../../parts/tones.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { matterWords } from '../../words/matters.ts';
import { useDates } from '../../words/use-figures.ts';

/** What is left of a matter's time, as the API tells it. */
export interface Left {
  overdue: boolean;
  workingDays: number;
}

const tones: Record<string, Tone> = {
  received: 'amber',
  assigned: 'blue',
  handling: 'blue',
  asking: 'grey',
  answered: 'amber',
  drafted: 'amber',
  closed: 'green',
  published: 'green',
  withheld: 'green',
};

/** Where a matter stands. */
export function MatterState({ of, state }: { of: 'report' | 'inquiry'; state: string }): ReactNode {
  const words = useWords(matterWords);
  const names = of === 'report' ? words.reportStates : words.inquiryStates;
  return <Tag tone={tones[state] ?? 'grey'}>{wordOf(names, state)}</Tag>;
}

/** When it is due, and how far that is; late ones are red. */
export function MatterDue({
  dueOn,
  left,
  isOver,
}: {
  dueOn: string;
  left: unknown;
  /** It was answered or ended: what is left is of no meaning any more. */
  isOver: boolean;
}): ReactNode {
  const words = useWords(matterWords);
  const dates = useDates();
  const { overdue, workingDays } = left as Left;
  return (
    <span className="matter-due">
      <span>{dates.day(dueOn)}</span>
      {overdue && <Tag tone="red">{isOver ? words.late : words.over(workingDays)}</Tag>}
      {!overdue && !isOver && <span className="quiet">{words.left(workingDays)}</span>}
    </span>
  );
}

export interface HistoryEvent {
  at: string;
  what: string;
  unit?: string | null;
  text?: string | null;
}

/** Everything that happened to a matter, in its order. */
export function MatterHistory({ history }: { history: readonly HistoryEvent[] }): ReactNode {
  const words = useWords(matterWords);
  const looks = useWords(evidenceWords);
  const dates = useDates();
  return (
    <section>
      <h3>{words.history}</h3>
      <ol className="matter-history">
        {history.map(({ at, what, unit, text }, index) => (
          <li key={`${at}-${what}-${index}`}>
            <p>
              <strong>{wordOf(words.events, what)}</strong> <span>{unit}</span>{' '}
              <span className="quiet">{dates.instant(at)}</span>
            </p>
            {text && (
              <p className="matter-text">
                {what === 'captured' ? wordOf(looks.outcomes, text) : text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
