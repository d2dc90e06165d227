import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { settingsWords } from '../../words/settings.ts';
import { stateWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import { SettingsNav } from './settings-nav.tsx';
import './settings.css';

type Sheet = Answer<'GET /jobs'>;
const EVERY_MS = 5000;

/** How much waits, runs and failed; what was given up may be tried once more. */
export default function Jobs(): ReactNode {
  const words = useWords(settingsWords);
  const { data, error, refetch } = useAsk('GET /jobs', { everyMs: EVERY_MS });
  return (
    <>
      <PageHead title={words.pages.jobs} />
      <SettingsNav />
      {error && !data && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={10} />}
      {data && (
        <>
          <Panel title={words.work}>
            <Work work={data.work} />
          </Panel>
          <Panel title={words.queues}>
            <Queues queues={data.queues} />
          </Panel>
          <Panel title={words.parked}>
            <Parked jobs={data.parked} />
          </Panel>
        </>
      )}
    </>
  );
}

function Work({ work }: { work: Sheet['work'] }): ReactNode {
  const words = useWords(settingsWords);
  const states = useWords(stateWords);
  const known = { ...states.inspection, ...states.signal, ...words.workStates };
  if (work.length === 0) return <p className="quiet">{words.workEmpty}</p>;
  return (
    <ul className="work-counts">
      {work.map(({ what, state, count }) => (
        <li key={`${what}-${state}`}>
          <span>{wordOf(words.workNames, what)}</span>
          <span className="quiet">{wordOf(known, state)}</span>
          <strong className="figures">{countWords(count)}</strong>
        </li>
      ))}
    </ul>
  );
}

function Queues({ queues }: { queues: Sheet['queues'] }): ReactNode {
  const words = useWords(settingsWords);
  const dates = useDates();
  if (queues.length === 0) {
    return <EmptyState title={words.queueEmpty} hint={words.queueEmptyHint} />;
  }
  const numbers = [
    ['waiting', words.waiting],
    ['active', words.running],
    ['retrying', words.retrying],
    ['failed', words.failed],
    ['done', words.doneCount],
  ] as const;
  return (
    <PlainTable<Sheet['queues'][number]>
      label={words.queues}
      rows={queues}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', title: words.queue, render: ({ name }) => wordOf(words.jobNames, name) },
        ...numbers.map(([key, title]) => ({
          key,
          title,
          width: 100,
          align: 'end' as const,
          render: (row: Sheet['queues'][number]) =>
            key === 'failed' && row.failed > 0 ? (
              <Tag tone="red">{countWords(row.failed)}</Tag>
            ) : (
              countWords(row[key])
            ),
        })),
        {
          key: 'oldest',
          title: words.oldest,
          width: 200,
          render: ({ oldest }) => (oldest === null ? '—' : dates.instant(oldest)),
        },
      ]}
    />
  );
}

function Parked({ jobs }: { jobs: Sheet['parked'] }): ReactNode {
  const words = useWords(settingsWords);
  const dates = useDates();
  const { may } = useSession();
  if (jobs.length === 0) return <p className="quiet">{words.parkedEmpty}</p>;
  return (
    <PlainTable<Sheet['parked'][number]>
      label={words.parked}
      rows={jobs}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: words.queue,
          width: 160,
          render: ({ name, data }) => (
            <>
              {wordOf(words.jobNames, name)}
              <div className="quiet">{JSON.stringify(data)}</div>
            </>
          ),
        },
        { key: 'error', title: words.error, render: ({ error }) => error ?? '—' },
        { key: 'tries', title: words.tries, width: 80, render: ({ tries }) => tries },
        {
          key: 'at',
          title: words.failedAt,
          width: 190,
          render: ({ failedAt }) => (failedAt === null ? '—' : dates.instant(failedAt)),
        },
        {
          key: 'retry',
          title: '',
          width: 100,
          render: ({ id }) => (may('job.edit') ? <Retry job={id} /> : null),
        },
      ]}
    />
  );
}

function Retry({ job }: { job: string }): ReactNode {
  const words = useWords(settingsWords);
  const { message } = App.useApp();
  const retry = useAct('POST /jobs/{job}/retry', ['GET /jobs']);
  return (
    <Button
      size="small"
      loading={retry.isPending}
      onClick={() =>
        retry.mutate(
          { params: { job } },
          {
            onSuccess: () => void message.success(words.retried),
            onError: (error) => void message.error(error.message),
          },
        )
      }
    >
      {words.retry}
    </Button>
  );
}
