import type { ReactNode } from 'react';
import { faults } from '#domain/error-report.ts';
import { inquiryKinds } from '#domain/inquiry.ts';
import { useAsk } from '../../api/use-ask.ts';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { useLanguage } from '../../words/language.ts';
import { matterWords } from '../../words/matters.ts';

const queues = [
  'open',
  'triage',
  'units',
  'review',
  'extensions',
  'helping',
  'near-due',
  'overdue',
] as const;

/** The queues with how many wait in each; pressing one filters the list. */
export function QueueBar({ of }: { of: 'errorReports' | 'inquiries' }): ReactNode {
  const language = useLanguage();
  const words = useWords(matterWords);
  const { values, change } = useFilters(['queue']);
  const { data } = useAsk('GET /matters/queues');
  const counts = data?.[of] ?? {};
  const named = (all: Readonly<Record<string, Record<'zh' | 'en', string>>>) =>
    Object.entries(all).map(([value, text]) => ({ value, label: text[language] }));
  const known = queues.filter((name) => name in counts);
  return (
    <>
      <div className="queue-bar" role="group" aria-label={words.queue}>
        {known.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={values.queue === name}
            data-pressing={name === 'overdue' && (counts[name] ?? 0) > 0}
            onClick={() => change({ queue: values.queue === name ? undefined : name })}
          >
            <span>{words.queues[name]}</span>
            <strong className="figures">{countWords(counts[name] ?? 0)}</strong>
          </button>
        ))}
      </div>
      <FilterBar
        viewsOf={of}
        filters={[
          { name: 'q', label: words.search, kind: 'text' },
          of === 'inquiries'
            ? { name: 'kind', label: words.kind, kind: 'choice', options: named(inquiryKinds) }
            : { name: 'fault', label: words.fault, kind: 'choice', options: named(faults) },
        ]}
      />
    </>
  );
}
