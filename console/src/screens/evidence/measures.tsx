import type { ReactNode } from 'react';
import type { Measure } from '#domain/finding.ts';
import { commonWords } from '../../words/common.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { measureWords } from '../../words/measures.ts';
import { useDates } from '../../words/use-figures.ts';
import { usePeriodWords } from '../sites/freshness-bar.tsx';
import { Fact } from './fact.tsx';

/** The numbers and dates that a finding rests on, each by its name. */
export function Measures({ measure }: { measure: Measure }): ReactNode {
  const words = useWords(measureWords);
  const shown = Object.entries(measure).filter(
    ([, value]) => value !== null && value !== false && value !== '',
  );
  if (shown.length === 0) return null;
  return (
    <Fact name={words.title}>
      <ul className="measures">
        {shown.map(([name, value]) => (
          <li key={name}>
            <span className="quiet">{wordOf(words.names, name)}</span>{' '}
            <MeasureValue name={name} value={value} />
          </li>
        ))}
      </ul>
    </Fact>
  );
}

const PERIOD = /^P\d+[DWMY]$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function MeasureValue({ name, value }: { name: string; value: Measure[string] }): ReactNode {
  const { positions, elements } = useWords(measureWords);
  const { outcomes } = useWords(evidenceWords);
  const common = useWords(commonWords);
  const period = usePeriodWords();
  const dates = useDates();
  if (value === true) return common.yes;
  if (Array.isArray(value)) return value.map((one) => wordOf(elements, one)).join('、');
  if (name === 'share' && typeof value === 'number') return `${(value * 100).toFixed(1)}%`;
  const text = String(value);
  if (DAY.test(text)) return dates.day(text);
  return PERIOD.test(text) ? period(text) : wordOf({ ...positions, ...outcomes }, text);
}
