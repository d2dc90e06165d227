import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../api/ask.ts';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useUndoToast } from '../../parts/undo-toast.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { lawWords } from '../../words/law.ts';
import { settingsWords } from '../../words/settings.ts';
import { useDates } from '../../words/use-figures.ts';
import { EditCalendar } from './edit-calendar.tsx';
import { SettingsNav } from './settings-nav.tsx';
import './settings.css';

type Year = Answer<'GET /calendar/years/{year}'>;
type Day = Year['days'][number];
const AROUND = 3;

/** A year as clocks count it, with what the office entered; changed with a look at what moves. */
export default function Calendar(): ReactNode {
  const words = useWords(lawWords);
  const { pages } = useWords(settingsWords);
  const { may } = useSession();
  const { values, change } = useFilters(['year']);
  const known = useAsk('GET /calendar');
  const [isEditing, setEditing] = useState(false);
  const announced = known.data?.announced ?? [];
  const latest = Math.max(...announced, 2000);
  const year = Number(values.year) || latest;
  const years = [...new Set([...announced, latest + 1, year])].toSorted((a, b) => b - a);
  const { data, error, refetch } = useAsk('GET /calendar/years/{year}', {
    params: { year },
    when: known.data !== undefined,
  });
  return (
    <>
      <PageHead title={pages.calendar} facts={<span>{words.calendarHint}</span>}>
        {may('calendar.edit') && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {words.editDays}
          </Button>
        )}
      </PageHead>
      <SettingsNav />
      <div className="filter-bar">
        <Choice
          label={words.year}
          className="filter-choice"
          value={String(year)}
          options={years
            .slice(0, announced.length + AROUND)
            .map((value) => ({ value: String(value), label: String(value) }))}
          change={(value) => change({ year: value })}
        />
        {data && <YearFacts year={data} />}
      </div>
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={12} />}
      {data && <Months year={data} />}
      <Panel title={words.entered}>
        <Entered />
      </Panel>
      {isEditing && <EditCalendar year={year} close={() => setEditing(false)} />}
    </>
  );
}

function YearFacts({ year }: { year: Year }): ReactNode {
  const words = useWords(lawWords);
  const kinds = ['holiday', 'make-up', 'weekend', 'weekday'] as const;
  return (
    <div className="year-facts">
      <Tag tone={year.isAnnounced ? 'green' : 'amber'}>
        {year.isAnnounced ? words.announced : words.unannounced}
      </Tag>
      <span>{words.workingDays(year.workingDays)}</span>
      <ul className="year-legend">
        {kinds.map((kind) => (
          <li key={kind}>
            <i data-why={kind} /> {words.legend[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Months({ year }: { year: Year }): ReactNode {
  return (
    <div className="months">
      {Array.from({ length: 12 }, (_, index) => {
        const month = String(index + 1).padStart(2, '0');
        const days = year.days.filter(({ day }) => day.slice(5, 7) === month);
        return <Month key={month} month={index + 1} days={days} />;
      })}
    </div>
  );
}

function Month({ month, days }: { month: number; days: readonly Day[] }): ReactNode {
  const words = useWords(lawWords);
  const weeks = weeksOf(days);
  return (
    <section className="month">
      <h3>{words.month(month)}</h3>
      <table>
        <thead>
          <tr>
            {[...words.weekdays].map((name, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((day, at) => (
                <td key={day?.day ?? at}>{day && <DayCell day={day} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DayCell({ day }: { day: Day }): ReactNode {
  const words = useWords(lawWords);
  const language = useLanguage();
  const dates = useDates();
  const name = language === 'zh' ? day.name : day.nameEn;
  const says = [dates.day(day.day), words.legend[day.why], name, day.source ?? '']
    .filter((text) => text !== '')
    .join(' · ');
  return (
    <span className="day-cell" data-why={day.why} title={says}>
      <span aria-hidden="true">{Number(day.day.slice(8))}</span>
      <span className="visually-hidden">{says}</span>
    </span>
  );
}

/** Weeks begin on Monday; what lies outside the month is empty. */
function weeksOf(days: readonly Day[]): (Day | null)[][] {
  const first = days[0];
  if (!first) return [];
  const lead = (new Date(`${first.day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells: (Day | null)[] = [...Array.from({ length: lead }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function Entered(): ReactNode {
  const words = useWords(lawWords);
  const dates = useDates();
  const { may } = useSession();
  const { message } = App.useApp();
  const { data } = useAsk('GET /calendar');
  const edit = useAct('POST /calendar');
  const undoable = useUndoToast();
  if (!data) return <Skeleton lines={2} />;
  if (data.edits.length === 0) return <p className="quiet">{words.noEdits}</p>;
  return (
    <ul className="plain-rows">
      {data.edits.map(({ day, kind, name, source }) => (
        <li key={day}>
          <strong>{dates.day(day)}</strong>
          <Tag tone={kind === 'workday' ? 'blue' : 'grey'}>{words.kinds[kind]}</Tag>
          <span>{name}</span>
          <span className="quiet">{source}</span>
          {may('calendar.edit') && (
            <Button
              size="small"
              onClick={() =>
                edit.mutate(
                  { body: { takenBack: [day] } },
                  {
                    onSuccess: ({ moved }) =>
                      undoable({
                        text: `${words.takenBack} · ${words.moved(moved.length)}`,
                        undo: () => edit.mutate({ body: { days: [{ day, kind, name, source }] } }),
                      }),
                    onError: (error) => void message.error(error.message),
                  },
                )
              }
            >
              {words.takeBack}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
