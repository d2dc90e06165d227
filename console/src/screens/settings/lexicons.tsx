import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { lawWords } from '../../words/law.ts';
import { lexiconWords } from '../../words/lexicon-fields.ts';
import { channelKindWords } from '../../words/sites.ts';
import { kindWords } from '../../words/states.ts';
import { settingsWords } from '../../words/settings.ts';
import { SettingsNav } from './settings-nav.tsx';
import './settings.css';

/** The words that the reader knows channels, dates and faults by; read only. */
export default function Lexicons(): ReactNode {
  const words = useWords(lawWords);
  const { pages } = useWords(settingsWords);
  const lexicon = useWords(lexiconWords);
  const { values, change } = useFilters(['lexicon', 'q']);
  const { data, error, refetch } = useAsk('GET /lexicons');
  const shown = data?.items.find(({ name }) => name === values.lexicon) ?? data?.items[0];
  return (
    <>
      <PageHead title={pages.lexicons} />
      <SettingsNav />
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={10} />}
      {data && shown && (
        <>
          <div className="filter-bar">
            <Choice
              className="rubric-choice"
              label={words.lexicon}
              value={shown.name}
              options={data.items.map(({ name }) => ({
                value: name,
                label: wordOf(words.lexicons, name),
              }))}
              change={(lexicon) => change({ lexicon })}
            />
            <Input
              className="filter-text"
              allowClear
              aria-label={words.searchWords}
              placeholder={words.searchWords}
              value={values.q ?? ''}
              onChange={({ target }) => change({ q: target.value })}
            />
          </div>
          <Panel
            title={wordOf(words.lexicons, shown.name)}
            aside={<span>{words.version(shown.version)}</span>}
          >
            <p className="quiet about-lexicon" title={shown.about}>
              {wordOf(lexicon.about, shown.name)}
            </p>
            <Entries value={shown.value} sought={values.q ?? ''} />
          </Panel>
        </>
      )}
    </>
  );
}

/** What a lexicon's file holds: lists of words as chips, what is deeper under its name. */
function Entries({ value, sought }: { value: unknown; sought: string }): ReactNode {
  const { fields } = useWords(lexiconWords);
  const channels = useWords(channelKindWords);
  const kinds = useWords(kindWords);
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object')) {
      const found = value.map(String).filter((one) => one.includes(sought));
      return (
        <ul className="word-chips" lang="zh-CN">
          {found.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      );
    }
    return (
      <ul className="word-groups">
        {value.map((one, index) => (
          <li key={index}>
            <Entries value={one} sought={sought} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value !== 'object' || value === null) {
    return <span>{wordOf({ ...channels, ...kinds }, String(value))}</span>;
  }
  return (
    <dl className="word-fields">
      {Object.entries(value).map(([name, inner]) => (
        <div key={name}>
          <dt title={name}>{wordOf(fields, name)}</dt>
          <dd>
            <Entries value={inner} sought={sought} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
