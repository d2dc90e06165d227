import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { type Item, useAct, useAsk } from '../../api/use-ask.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { findingWords } from '../../words/findings.ts';
import { useDates } from '../../words/use-figures.ts';
import { CheckResult } from './check-result.tsx';
import type { SiteSheet } from './site-sheet.ts';

export type Check = Item<'GET /sites/{site}/checks'>;
const SHOWN = 20;
const RUNNING_MS = 3000;

/** Looks that the unit asked for: the newest with how it would be judged, those before in a list. */
export function SiteChecks({ site }: { site: SiteSheet }): ReactNode {
  const words = useWords(findingWords);
  const { may } = useSession();
  const { data, error, refetch } = useAsk('GET /sites/{site}/checks', {
    params: { site: site.id },
    query: { limit: SHOWN },
    everyMs: RUNNING_MS,
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={8} />;
  const isOpen = data.items.some(({ finishedAt }) => finishedAt === null);
  const newest = data.items.find(({ result }) => result !== null)?.result ?? null;
  return (
    <>
      <Panel
        title={words.checks}
        aside={
          may('site.check') && <CheckNow site={site.id} isOpen={isOpen} key={String(isOpen)} />
        }
      >
        <p className="quiet">{words.checkHint}</p>
        {isOpen && <p role="status">{words.checkAsked}</p>}
        {newest === null ? (
          <EmptyState title={words.checkEmpty} hint={words.checkEmptyHint} />
        ) : (
          <CheckResult result={newest} />
        )}
      </Panel>
      {data.items.length > 0 && <Earlier checks={data.items} />}
    </>
  );
}

function CheckNow({ site, isOpen }: { site: number; isOpen: boolean }): ReactNode {
  const words = useWords(findingWords);
  const { message } = App.useApp();
  const check = useAct('POST /sites/{site}/checks', ['GET /sites/{site}/checks']);
  return (
    <Button
      type="primary"
      disabled={isOpen}
      loading={check.isPending}
      icon={<Icon name="refresh" size={16} />}
      onClick={() =>
        check.mutate(
          { params: { site } },
          {
            onSuccess: () => void message.success(words.checkAsked),
            onError: (error) => void message.error(error.message),
          },
        )
      }
    >
      {words.checkNow}
    </Button>
  );
}

function Earlier({ checks }: { checks: readonly Check[] }): ReactNode {
  const words = useWords(findingWords);
  const dates = useDates();
  const tones = { waiting: 'grey', running: 'blue', done: 'green', failed: 'amber' } as const;
  return (
    <Panel title={words.checkEarlier}>
      <PlainTable<Check>
        label={words.checkEarlier}
        rows={checks}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'at',
            title: words.askedAt,
            width: 220,
            render: ({ askedAt }) => dates.instant(askedAt),
          },
          {
            key: 'state',
            title: words.state,
            width: 120,
            render: ({ state }) => <Tag tone={tones[state]}>{words.checkState[state]}</Tag>,
          },
          {
            key: 'verdict',
            title: words.took,
            render: ({ result }) =>
              result === null ? (
                '—'
              ) : (
                <span className="tag-row">
                  <StateTag thing="verdict" state={result.verdict} />
                  <span className="figures">{result.score?.toFixed(1) ?? '—'}</span>
                </span>
              ),
          },
        ]}
      />
    </Panel>
  );
}
