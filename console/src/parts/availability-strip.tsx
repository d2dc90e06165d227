import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { addDays } from '#base/civil-date.ts';
import type { Answer } from '../api/ask.ts';
import { useAsk } from '../api/use-ask.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { dayOf, rateWords } from '../words/figures.ts';
import { siteWords } from '../words/sites.ts';
import { useDates } from '../words/use-figures.ts';
import { EmptyState } from './empty-state.tsx';
import { ErrorState } from './error-state.tsx';
import { Skeleton } from './skeleton.tsx';

type Tally = Answer<'GET /sites/{site}/availability'>['days'][number]['tally'];
type Span = 7 | 90;

/** From this share of failed visits a day is red; below it, but with failures, amber. */
const BAD_SHARE = 0.05;

/** Visits of the homepage, a bar a day; a day without any is grey, not fine. */
export function AvailabilityStrip({ site }: { site: number }): ReactNode {
  const words = useWords(siteWords);
  const common = useWords(commonWords);
  const dates = useDates();
  const [span, setSpan] = useState<Span>(90);
  const [isTable, setTable] = useState(false);
  const { data, error, refetch } = useAsk('GET /sites/{site}/availability', {
    params: { site },
    query: { days: 90 },
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={3} />;
  if (data.days.length === 0) return <EmptyState title={words.availabilityNone(90)} />;
  // The newest day that the service knows of is today's, by its clock and not by this machine's.
  const last = data.days.at(-1)?.day ?? dayOf(new Date().toISOString());
  const tallies = new Map(data.days.map(({ day, tally }) => [day, tally]));
  const days = Array.from({ length: span }, (_, ago) => addDays(last, ago - span + 1));
  const title = words.availabilityTitle(
    span,
    shareOf(days.flatMap((day) => tallies.get(day) ?? [])),
  );
  return (
    <figure className="strip">
      <div className="chart-head">
        <h3>{title}</h3>
        <div className="chart-acts">
          <Segmented<Span>
            size="small"
            value={span}
            onChange={setSpan}
            options={[
              { value: 7, label: words.days7 },
              { value: 90, label: words.days90 },
            ]}
          />
          <Segmented<boolean>
            size="small"
            value={isTable}
            onChange={setTable}
            options={[
              { value: false, label: common.chartView },
              { value: true, label: common.tableView },
            ]}
          />
        </div>
      </div>
      {isTable ? (
        <StripTable days={days} tallies={tallies} title={title} />
      ) : (
        <StripBars days={days} tallies={tallies} title={title} />
      )}
      <figcaption className="quiet">
        {common.source(words.sourceProbes)} · {common.asOf(dates.day(last))}
      </figcaption>
    </figure>
  );
}

interface StripProps {
  days: readonly string[];
  tallies: ReadonlyMap<string, Tally>;
  title: string;
}

function StripBars({ days, tallies, title }: StripProps): ReactNode {
  const words = useWords(siteWords);
  const dates = useDates();
  const says = (day: string, tally: Tally | undefined) => {
    const kind = kindOf(tally);
    if (!tally || kind === 'none') return words.dayUnmeasured(dates.day(day));
    if (kind === 'maintenance') return words.dayMaintenance(dates.day(day));
    return words.dayFacts(dates.day(day), tally.opened, tally.failed);
  };
  return (
    <>
      <div className="strip-bars" role="img" aria-label={title}>
        {days.map((day) => (
          <i key={day} data-kind={kindOf(tallies.get(day))} title={says(day, tallies.get(day))} />
        ))}
      </div>
      <div className="strip-ends quiet figures">
        <span>{dates.shortDay(days[0] ?? '')}</span>
        <span>{dates.shortDay(days.at(-1) ?? '')}</span>
      </div>
      <div className="strip-legend quiet">
        <i data-kind="good" /> {words.opened}
        <i data-kind="some" /> <i data-kind="bad" /> {words.failed}
        <i data-kind="maintenance" /> {words.maintenance}
        <i data-kind="none" /> {words.noVisits}
      </div>
    </>
  );
}

function StripTable({ days, tallies, title }: StripProps): ReactNode {
  const words = useWords(siteWords);
  const dates = useDates();
  const names = ['opened', 'failed', 'blocked', 'ours', 'maintenance'] as const;
  return (
    <div className="table-scroll strip-table" role="region" aria-label={title} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {names.map((name) => (
              <th key={name} scope="col" data-align="end">
                {words[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day}>
              <td>{dates.day(day)}</td>
              {names.map((name) => (
                <td key={name} data-align="end">
                  {tallies.get(day)?.[name] ?? '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function kindOf(tally: Tally | undefined): string {
  if (!tally) return 'none';
  const counted = tally.opened + tally.failed;
  if (counted === 0) return tally.maintenance > 0 ? 'maintenance' : 'none';
  if (tally.failed === 0) return 'good';
  return tally.failed / counted > BAD_SHARE ? 'bad' : 'some';
}

/** Failed of those that count: opened and failed. */
function shareOf(tallies: readonly Tally[]): string {
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  const opened = tallies.reduce((sum, tally) => sum + tally.opened, 0);
  return `${failed}/${failed + opened} = ${rateWords(failed, failed + opened)}`;
}
