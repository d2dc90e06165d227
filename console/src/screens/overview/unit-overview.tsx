import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ScoreTrend } from '../../parts/score-trend.tsx';
import { SiteChip } from '../../parts/site-chip.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StandingPanel } from '../../parts/standing-panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { overviewWords } from '../../words/overview.ts';
import { DueList } from './due-list.tsx';
import { TaskList } from './task-list.tsx';

/** A unit and its sub-units rarely have more. */
const SITES = 20;

/** A unit's own sites: the score by what is known, what to mend first, what is due. */
export function UnitOverview(): ReactNode {
  const words = useWords(overviewWords);
  const { me } = useSession();
  const sites = useAsk('GET /sites', { query: { limit: SITES } });
  const overview = useAsk('GET /overview', { query: {} });
  return (
    <>
      <PageHead title={words.titleUnit} facts={<span>{me.posts[0]?.unit}</span>} />
      <div className="overview-grid">
        <div className="overview-side">
          <TaskList tasks={overview.data?.tasks} />
          <DueList />
        </div>
        <div>
          {sites.data === undefined && <Skeleton lines={8} />}
          {sites.data?.items.length === 0 && (
            <EmptyState title={words.unitEmpty} hint={words.unitEmptyHint} />
          )}
          {sites.data?.items.map((site) => (
            <div key={site.id}>
              <section className="panel unit-site">
                <div className="panel-head">
                  <h2 className="unit-site-head">
                    <SiteChip id={site.id} name={site.name} />
                    <StateTag thing="site" state={site.state} />
                  </h2>
                  <Link to={`/sites/${site.id}?tab=checks`}>{words.ownCheck}</Link>
                </div>
                <StandingPanel site={site.id} />
              </section>
              <ScoreTrend site={site.id} />
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
