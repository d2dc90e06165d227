import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useSession } from '../../session/session.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { overviewWords } from '../../words/overview.ts';
import { useDates } from '../../words/use-figures.ts';
import { DueList } from './due-list.tsx';
import { HeatPanel } from './heat-panel.tsx';
import { RoundTrend } from './round-trend.tsx';
import { RunningCampaign } from './running-campaign.tsx';
import { Standings } from './standings.tsx';
import { TaskList } from './task-list.tsx';

/** How often the overview looks again while it is open. */
const EVERY_MS = 60_000;
const ROUNDS = 12;

/** The city: how the sites stand, what needs the reader, which line takes what from whom. */
export function OfficeOverview(): ReactNode {
  const words = useWords(overviewWords);
  const dates = useDates();
  const { asOf } = useWords(commonWords);
  const { may } = useSession();
  const region = useRegion();
  const where = region === null ? {} : { region };
  const overview = useAsk('GET /overview', { query: where, everyMs: EVERY_MS });
  // The service's own time, which is not this machine's.
  const clock = useAsk('GET /clock', { everyMs: EVERY_MS });
  const canRead = may('campaign.read');
  const rounds = useAsk('GET /rounds', { query: { ...where, limit: ROUNDS }, when: canRead });
  if (overview.error) return <ErrorState error={overview.error} retry={overview.refetch} />;
  const items = rounds.data?.items;
  return (
    <>
      <PageHead
        title={words.title}
        facts={clock.data && <span>{asOf(dates.instant(clock.data.now))}</span>}
      />
      {may('monitoring.read') && <Standings standings={overview.data?.standings} rounds={items} />}
      <div className={canRead ? 'overview-grid' : 'overview-alone'}>
        <div className="overview-side">
          <TaskList tasks={overview.data?.tasks} />
          {canRead && <RunningCampaign rounds={items} />}
          {may('deadline.read') && <DueList />}
        </div>
        <div>
          {canRead && <HeatPanel rounds={items} />}
          {canRead && <RoundTrend rounds={items} />}
        </div>
      </div>
    </>
  );
}
