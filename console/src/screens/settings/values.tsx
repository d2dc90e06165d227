import type { ReactNode } from 'react';
import { Input } from 'antd';
import type { Answer } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { settingsWords } from '../../words/settings.ts';
import { SettingsNav } from './settings-nav.tsx';
import './settings.css';

type Setting = Answer<'GET /settings'>['items'][number];

/** Every setting of the installation: what it is, where it comes from, what it is for. */
export default function Values(): ReactNode {
  const words = useWords(settingsWords);
  const language = useLanguage();
  const { values, change } = useFilters(['q']);
  const { data, error, refetch } = useAsk('GET /settings');
  const sought = (values.q ?? '').toLowerCase();
  const rows = (data?.items ?? []).filter(({ env, doc }) =>
    `${env} ${doc[language]}`.toLowerCase().includes(sought),
  );
  return (
    <>
      <PageHead title={words.pages.values} facts={<span>{words.valuesHint}</span>} />
      <SettingsNav />
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={10} />}
      {data && (
        <>
          <div className="filter-bar">
            <Input
              className="filter-text"
              allowClear
              aria-label={words.search}
              placeholder={words.search}
              value={values.q ?? ''}
              onChange={({ target }) => change({ q: target.value })}
            />
          </div>
          <PlainTable<Setting>
            label={words.pages.values}
            rows={rows}
            rowKey={({ name }) => name}
            columns={[
              {
                key: 'env',
                title: words.setting,
                width: 250,
                render: ({ env }) => <code>{env}</code>,
              },
              { key: 'value', title: words.value, width: 260, render: valueOf(words) },
              {
                key: 'source',
                title: words.source,
                width: 110,
                render: ({ source }) => (
                  <Tag tone={source === 'default' ? 'grey' : 'blue'}>
                    {words.sourceNames[source]}
                  </Tag>
                ),
              },
              { key: 'doc', title: words.purpose, render: ({ doc }) => doc[language] },
            ]}
          />
        </>
      )}
    </>
  );
}

interface ValueWords {
  unset: string;
  hidden: string;
  defaultIs(value: string): string;
  units: object;
}

function valueOf(words: ValueWords) {
  return function Value({ value, isSecret, unit, default: usual, source }: Setting): ReactNode {
    if (value === null) return <span className="quiet">{words.unset}</span>;
    if (isSecret) return <span className="quiet">{words.hidden}</span>;
    return (
      <>
        <span className="figures">
          {unit === null || unit === '0 or 1' ? value : `${value} ${wordOf(words.units, unit)}`}
        </span>
        {source === 'environment' && usual !== null && (
          <div className="quiet">{words.defaultIs(usual)}</div>
        )}
      </>
    );
  };
}
