import type { ReactNode } from 'react';
import type { Query } from '../../api/ask.ts';
import type { Item } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { SiteChip } from '../../parts/site-chip.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { countWords, rateWords } from '../../words/figures.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { stateWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';

type Duties = Item<'GET /duties'>;
type Duty = Duties['duties'][number];

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EVERY_MS = 60_000;

/** Each site with what is looked at, how often, when it was, and whether it was in time. */
export function DutyList(): ReactNode {
  const words = useWords(monitoringWords);
  const region = useRegion();
  const query = region === null ? {} : { region };
  return (
    <>
      <p className="quiet section-hint">{words.dutiesHint}</p>
      <DataTable
        route="GET /duties"
        label={words.duties}
        query={query as Query<'GET /duties'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.dutiesEmpty, hint: words.dutiesEmptyHint }}
        isFiltered={region !== null}
        everyMs={EVERY_MS}
      />
    </>
  );
}

function useColumns(): Column<Duties>[] {
  const words = useWords(monitoringWords);
  return [
    {
      key: 'site',
      title: words.site,
      card: 'title',
      render: ({ id, site, unit }) => (
        <SiteChip id={id} name={site} {...(unit !== site && { unit })} />
      ),
    },
    {
      key: 'late',
      title: words.state,
      width: 90,
      render: ({ isLate }) =>
        isLate ? <Tag tone="amber">{words.isLate}</Tag> : <Tag tone="green">{words.onTime}</Tag>,
    },
    {
      key: 'duties',
      title: words.lookedAt,
      render: ({ duties }) => (
        <ul className="duties">
          {duties.map((duty) => (
            <DutyLine key={duty.kind} duty={duty} />
          ))}
        </ul>
      ),
    },
    { key: 'week', title: words.week, width: 210, render: (row) => <Week tally={row.tally} /> },
    {
      key: 'signals',
      title: words.standingOf,
      width: 150,
      render: (row) => <Standing signals={row.signals} />,
    },
  ];
}

function DutyLine({ duty }: { duty: Duty }): ReactNode {
  const words = useWords(monitoringWords);
  const dates = useDates();
  return (
    <li>
      <span>{wordOf(words.kinds, duty.kind)}</span>
      <span className="quiet">{words.every(usePace(duty.everyMs))}</span>
      <span className="figures">
        {duty.lastOkAt === null ? words.never : dates.instant(duty.lastOkAt)}
      </span>
    </li>
  );
}

function usePace(ms: number): string {
  const words = useWords(monitoringWords);
  if (ms < HOUR_MS) return words.minutes(countWords(ms / MINUTE_MS));
  if (ms < 2 * DAY_MS) {
    return words.hours(ms % HOUR_MS === 0 ? countWords(ms / HOUR_MS) : (ms / HOUR_MS).toFixed(1));
  }
  return words.days(countWords(ms / DAY_MS));
}

function Week({ tally }: { tally: Duties['tally'] }): ReactNode {
  const words = useWords(monitoringWords);
  const counted = tally.opened + tally.failed;
  if (counted === 0) return <Tag tone="grey">{words.weekNone}</Tag>;
  return words.visits(tally.failed, counted, rateWords(tally.failed, counted));
}

function Standing({ signals }: { signals: Duties['signals'] }): ReactNode {
  const words = useWords(monitoringWords);
  const names = useWords(stateWords).signal;
  const standing = (['breach', 'watch', 'unmeasured'] as const).filter((one) => signals[one] > 0);
  if (standing.length === 0) return <StateTag thing="signal" state="fine" />;
  const tones = { breach: 'red', watch: 'amber', unmeasured: 'grey' } as const;
  return (
    <span className="tag-row">
      {standing.map((one) => (
        <Tag key={one} tone={tones[one]}>
          {words.signalCount(names[one], signals[one])}
        </Tag>
      ))}
    </span>
  );
}
