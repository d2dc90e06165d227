import type { ReactNode } from 'react';
import { useWords, wordOf } from '../words/dictionary.ts';
import { stateWords } from '../words/states.ts';
import { type Stated, type Tone, tones } from './tones.ts';

/** A state: its word on its colour, the same everywhere. */
export function StateTag({ thing, state }: { thing: Stated; state: string }): ReactNode {
  const words = useWords(stateWords)[thing];
  const tone = (tones[thing] as Record<string, Tone | undefined>)[state] ?? 'grey';
  return <Tag tone={tone}>{wordOf(words, state)}</Tag>;
}

/** A word on a colour, for what is no state of its own: overdue, veto. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }): ReactNode {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}

/** A dot of a colour before a name; its word is read to who cannot see it. */
export function Dot({ tone, word }: { tone: Tone; word: string }): ReactNode {
  return <span className="dot" data-tone={tone} role="img" aria-label={word} title={word} />;
}
