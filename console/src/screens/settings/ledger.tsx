import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Query } from '../../api/ask.ts';
import { type Item, useAsk } from '../../api/use-ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Sections } from '../../parts/sections.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { lawWords } from '../../words/law.ts';
import { settingsWords } from '../../words/settings.ts';
import { useDates } from '../../words/use-figures.ts';
import { SettingsNav } from './settings-nav.tsx';
import './settings.css';

type Line = Item<'GET /ledger/lines'>;

/** Acts that mattered: sought, verified, exported; and the heads of the days. */
export default function Ledger(): ReactNode {
  const words = useWords(lawWords);
  const { pages } = useWords(settingsWords);
  const [isChecking, setChecking] = useState(false);
  return (
    <>
      <PageHead title={pages.ledger}>
        <Button title={words.verifyHint} onClick={() => setChecking(true)}>
          {words.verify}
        </Button>
      </PageHead>
      <SettingsNav />
      {isChecking && <Verification />}
      <Sections
        label={words.ledger}
        all={[
          { key: 'lines', label: words.ledger, render: () => <Lines /> },
          { key: 'heads', label: words.heads, render: () => <Heads /> },
        ]}
      />
    </>
  );
}

function Verification(): ReactNode {
  const words = useWords(lawWords);
  const { data, error } = useAsk('GET /ledger/verification');
  if (error) return <Alert type="error" showIcon title={error.message} />;
  if (!data) return <Skeleton lines={1} />;
  const { broken, lines } = data;
  return (
    <Alert
      className="ledger-verdict"
      type={broken === null ? 'success' : 'error'}
      showIcon
      title={
        broken === null
          ? words.holds(countWords(lines))
          : words.broken(countWords(broken.number), words.whys[broken.why])
      }
    />
  );
}

function Lines(): ReactNode {
  const words = useWords(lawWords);
  const { values, change, isFiltered } = useFilters([
    'act',
    'thing',
    'thingId',
    'actor',
    'from',
    'to',
  ]);
  return (
    <>
      <FilterBar
        viewsOf="ledger"
        filters={[
          { name: 'act', label: `${words.act}（${words.actHint}）`, kind: 'text' },
          { name: 'thing', label: words.thing, kind: 'text' },
          { name: 'thingId', label: words.thingId, kind: 'text' },
        ]}
      >
        {(['from', 'to'] as const).map((name) => (
          <DayField
            key={name}
            aria-label={name === 'from' ? words.fromDay : words.toDay}
            placeholder={name === 'from' ? words.fromDay : words.toDay}
            value={values[name]}
            onChange={(day) => change({ [name]: day })}
          />
        ))}
      </FilterBar>
      <DataTable
        route="GET /ledger/lines"
        label={words.ledger}
        query={values as unknown as Query<'GET /ledger/lines'>}
        columns={useColumns()}
        rowKey={({ number }) => number}
        empty={{ title: words.ledgerEmpty }}
        isFiltered={isFiltered}
      />
    </>
  );
}

function useColumns(): Column<Line>[] {
  const words = useWords(lawWords);
  const dates = useDates();
  return [
    {
      key: 'number',
      title: words.number,
      width: 80,
      align: 'end',
      render: ({ number }) => countWords(number),
    },
    { key: 'at', title: words.at, width: 180, render: ({ at }) => dates.instant(at) },
    {
      key: 'actor',
      title: words.actor,
      width: 160,
      render: ({ actor, person }) =>
        person ?? (actor.startsWith('job:') ? words.job(actor.slice(4)) : actor),
    },
    {
      key: 'act',
      title: words.act,
      width: 200,
      card: 'title',
      render: ({ act }) => <code>{act}</code>,
    },
    {
      key: 'thing',
      title: words.thing,
      width: 140,
      render: ({ thing, thingId }) => (thingId === null ? thing : `${thing} ${thingId}`),
    },
    {
      key: 'change',
      title: words.change,
      render: ({ before, after, reason }) => (
        <>
          {reason !== null && <div>{reason}</div>}
          <code className="ledger-change">
            {[before, after].map(shortly).filter(Boolean).join(' → ')}
          </code>
        </>
      ),
    },
  ];
}

const LONGEST = 240;

function shortly(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function Heads(): ReactNode {
  const words = useWords(lawWords);
  const dates = useDates();
  const { data } = useAsk('GET /ledger/heads', { query: { limit: 100 } });
  if (!data) return <Skeleton lines={6} />;
  return (
    <Panel title={words.heads}>
      <p className="quiet section-hint">
        {data.items.length === 0 ? words.headsEmpty : words.headsHint}
      </p>
      {data.items.length > 0 && (
        <PlainTable<(typeof data.items)[number]>
          label={words.heads}
          rows={data.items}
          rowKey={({ day }) => day}
          columns={[
            { key: 'day', title: words.day, width: 170, render: ({ day }) => dates.day(day) },
            {
              key: 'number',
              title: words.number,
              width: 100,
              align: 'end',
              render: ({ number }) => countWords(number),
            },
            { key: 'hash', title: words.hash, render: ({ hash }) => <code>{hash}</code> },
          ]}
        />
      )}
    </Panel>
  );
}
