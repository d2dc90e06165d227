import type { ReactNode } from 'react';
import type { InquiryStatistics } from '#domain/inquiry-statistics.ts';
import type { Share } from '#domain/matter-counts.ts';
import type { ReportStatistics } from '#domain/report-statistics.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useToday } from '../../app/use-today.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { matterFigureWords } from '../../words/matter-figures.ts';
import { matterWords } from '../../words/matters.ts';
import { useDates } from '../../words/use-figures.ts';
import { MattersNav } from './matters-nav.tsx';
import './matters.css';

interface Statistics {
  inquiries: InquiryStatistics;
  errorReports: ReportStatistics;
}
type OfUnit = Statistics['inquiries']['byUnit'][number] | ReportStatistics['byUnit'][number];

/** Every figure of what the public wrote in a period, as of a moment, by unit. */
export default function MatterFigures(): ReactNode {
  const words = useWords(matterFigureWords);
  const today = useToday();
  return (
    <>
      <PageHead title={words.title} />
      <MattersNav />
      {today === null ? <Skeleton lines={10} /> : <OfPeriod today={today} />}
    </>
  );
}

function OfPeriod({ today }: { today: string }): ReactNode {
  const { values } = useFilters(['of', 'from', 'to', 'asOf']);
  const from = values.from ?? `${today.slice(0, 4)}-01-01`;
  const to = values.to ?? today;
  const cutoff = values.asOf === undefined ? {} : { cutoff: endOfDay(values.asOf) };
  const { data, error, refetch } = useAsk('GET /matters/statistics', {
    query: { from, to, ...cutoff },
  });
  const all = data as unknown as Statistics | undefined;
  return (
    <>
      <Period from={from} to={to} />
      {error && <ErrorState error={error} retry={refetch} />}
      {!all && !error && <Skeleton lines={10} />}
      {all && <Figures of={values.of === 'reports' ? all.errorReports : all.inquiries} />}
      <Discrepancies from={from} to={to} />
    </>
  );
}

/** The last moment of a day in China. */
function endOfDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000 - 1).toISOString();
}

function Period({ from, to }: { from: string; to: string }): ReactNode {
  const words = useWords(matterFigureWords);
  const matters = useWords(matterWords);
  const { values, change } = useFilters(['of', 'from', 'to', 'asOf']);
  const days = [
    ['from', words.from, from],
    ['to', words.to, to],
    ['asOf', words.asOf, values.asOf ?? ''],
  ] as const;
  return (
    <div className="filter-bar" role="search" aria-label={words.period}>
      <Choice
        label={words.of}
        value={values.of ?? 'inquiries'}
        options={[
          { value: 'inquiries', label: matters.inquiries },
          { value: 'reports', label: matters.reports },
        ]}
        change={(of) => change({ of })}
      />
      {days.map(([name, label, value]) => (
        <label key={name} className="figure-day">
          <span>{label}</span>
          <DayField value={value} onChange={(day) => change({ [name]: day })} />
        </label>
      ))}
    </div>
  );
}

function Figures({ of }: { of: InquiryStatistics | ReportStatistics }): ReactNode {
  const words = useWords(matterFigureWords);
  const dates = useDates();
  const sum =
    'handled' in of
      ? words.inquirySum(of.received, of.handled, of.inProgress, of.unpublished)
      : words.reportSum(of.received, of.answered, of.inProgress, of.refused);
  return (
    <Panel title={sum} help="matters">
      <p className="quiet">{words.asOfMoment(dates.instant(of.period.cutoff))}</p>
      <ul className="figure-shares">
        <li>
          {words.replyRate} <ShareFigure share={of.replyRate} />
        </li>
        <li>
          {words.onTimeRate} <ShareFigure share={of.onTimeRate} />
        </li>
        <li>
          {words.satisfaction} <ShareFigure share={of.satisfaction} />
        </li>
      </ul>
      {of.byUnit.length > 0 && <UnitTable units={of.byUnit} />}
      <p className="quiet figure-terms">{words.definitions}</p>
    </Panel>
  );
}

/** A rate with what it is made of; a bar where there is nothing to divide by. */
function ShareFigure({ share: { of, out, rate } }: { share: Share }): ReactNode {
  if (rate === null) return <span className="quiet">—</span>;
  return (
    <span className="figures">
      {(rate * 100).toFixed(1)}%{' '}
      <span className="quiet">
        {countWords(of)}/{countWords(out)}
      </span>
    </span>
  );
}

function UnitTable({ units }: { units: readonly OfUnit[] }): ReactNode {
  const words = useWords(matterFigureWords);
  const matters = useWords(matterWords);
  const number = (name: 'received' | 'answered' | 'movedIn', title: string) => ({
    key: name,
    title,
    width: 100,
    align: 'end' as const,
    render: (unit: OfUnit) => countWords(unit[name]),
  });
  return (
    <PlainTable<OfUnit>
      label={words.byUnit}
      rows={units}
      rowKey={({ unitId }) => unitId ?? 0}
      columns={[
        { key: 'unit', title: matters.unit, render: ({ unit }) => unit ?? matters.unassigned },
        number('received', words.received),
        number('answered', words.answered),
        {
          key: 'late',
          title: words.late,
          width: 110,
          align: 'end',
          render: ({ late, overdue }) =>
            late + overdue === 0 ? '0' : <Tag tone="red">{countWords(late + overdue)}</Tag>,
        },
        {
          key: 'reply',
          title: words.replyRate,
          width: 150,
          align: 'end',
          render: ({ replyRate }) => <ShareFigure share={replyRate} />,
        },
        {
          key: 'satisfaction',
          title: words.satisfaction,
          width: 150,
          align: 'end',
          render: ({ satisfaction }) => <ShareFigure share={satisfaction} />,
        },
        number('movedIn', words.movedIn),
      ]}
    />
  );
}

/** Matters of which the table says something else than the ledger: each by its number. */
function Discrepancies({ from, to }: { from: string; to: string }): ReactNode {
  const words = useWords(matterFigureWords);
  const { may } = useSession();
  const mayAsk = may('matter.review');
  const { data } = useAsk('GET /matters/discrepancies', { query: { from, to }, when: mayAsk });
  if (!mayAsk || !data) return null;
  return (
    <Panel title={words.reconciled}>
      {data.items.length === 0 && <p className="quiet">{words.noDiscrepancies}</p>}
      <ul className="fact-list">
        {data.items.map(({ thing, id, field, table, ledger }) => (
          <li key={`${thing}-${id}-${field}`}>
            <Tag tone="red">{words.things[thing]}</Tag> <span className="figures">{id}</span>{' '}
            {words.differs(field, table, ledger)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
