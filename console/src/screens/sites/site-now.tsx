import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { AvailabilityStrip } from '../../parts/availability-strip.tsx';
import { FindingRow } from '../../parts/finding-row.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { ScoreTrend } from '../../parts/score-trend.tsx';
import { SignalRow } from '../../parts/signal-row.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StandingPanel } from '../../parts/standing-panel.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';
import { ReportMaintenance } from './report-maintenance.tsx';
import type { SiteSheet } from './site-sheet.ts';

/** How a site stands today: the score by what is known, availability, signals, the scores before. */
export function SiteNow({ site }: { site: SiteSheet }): ReactNode {
  const words = useWords(siteWords);
  const { may } = useSession();
  return (
    <div className="site-now">
      {may('campaign.read') && (
        <Panel title={words.ifJudged} help="scoreNow">
          <StandingPanel site={site.id} />
        </Panel>
      )}
      {may('monitoring.read') && (
        <div className="site-pair">
          <Panel
            title={words.availability}
            help="availability"
            aside={may('maintenance.report') && <ReportMaintenance site={site.id} />}
          >
            <AvailabilityStrip site={site.id} />
          </Panel>
          <Panel title={words.signals}>
            <Signals site={site.id} />
          </Panel>
        </div>
      )}
      {may('finding.read') && <LastFindings site={site.id} />}
      {may('campaign.read') && <ScoreTrend site={site.id} />}
    </div>
  );
}

const LISTED = 5;

/** The charged findings of the newest round: each opens its proof. */
function LastFindings({ site }: { site: number }): ReactNode {
  const words = useWords(siteWords);
  const rounds = useAsk('GET /sites/{site}/inspections', {
    params: { site },
    query: { limit: 1 },
  });
  const round = rounds.data?.items[0];
  const findings = useAsk('GET /findings', {
    query: {
      site,
      state: 'confirmed',
      limit: LISTED,
      ...(round && { campaign: round.campaignId }),
    },
    when: round !== undefined,
  });
  const items = findings.data?.items ?? [];
  if (round === undefined || items.length === 0) return null;
  return (
    <Panel
      title={words.lastFindings(round.period)}
      aside={
        <Link to={`/sites/${site}?tab=findings&campaign=${round.campaignId}`}>
          {words.allOfThem}
        </Link>
      }
    >
      {items.map((finding) => (
        <FindingRow key={finding.id} finding={finding} />
      ))}
    </Panel>
  );
}

function Signals({ site }: { site: number }): ReactNode {
  const words = useWords(siteWords);
  const { data } = useAsk('GET /signals', { query: { site, limit: 50 } });
  if (!data) return <Skeleton lines={3} />;
  if (data.items.length === 0) return <p className="quiet">{words.noSignals}</p>;
  return (
    <ul className="signal-list">
      {data.items.map((signal) => (
        <li key={signal.id}>
          <SignalRow signal={signal} />
        </li>
      ))}
    </ul>
  );
}
