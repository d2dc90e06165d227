import { Popover } from 'antd';
import type { ReactNode } from 'react';
import type { Answer } from '../api/ask.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { useLanguage } from '../words/language.ts';
import { useDates } from '../words/use-figures.ts';
import { Icon } from './icon.tsx';
import type { Tone } from './tones.ts';

export type Clock = Answer<'GET /deadlines/{deadline}'>;

/** Amber from so many working days before the end. */
const NEAR_DAYS = 2;

/** When something is due, how long that is, and on a press how it was computed. */
export function ClockChip({ clock }: { clock: Clock }): ReactNode {
  const words = useWords(commonWords);
  const language = useLanguage();
  const dates = useDates();
  const { dueOn } = clock.deadline as { dueOn?: string };
  const how = (
    <div className="clock-how">
      <strong>{words.howComputed}</strong>
      <p>{clock.words[language]}</p>
    </div>
  );
  return (
    <Popover content={how} trigger={['hover', 'click', 'focus']}>
      <button type="button" className="clock-chip" data-tone={toneOf(clock)}>
        <Icon name="clock" size={14} />
        {dueOn !== undefined && <span>{dates.day(dueOn)}</span>}
        <span>{clock.leftWords[language]}</span>
      </button>
    </Popover>
  );
}

function toneOf({ left, metAt }: Clock): Tone {
  if (metAt !== null) return 'green';
  if (left.state === 'paused') return 'grey';
  if (left.overdue) return 'red';
  return left.workingDays <= NEAR_DAYS ? 'amber' : 'blue';
}
