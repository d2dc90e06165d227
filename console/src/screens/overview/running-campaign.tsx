import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { Panel } from '../../parts/page-head.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { overviewWords } from '../../words/overview.ts';
import { openRounds, type Round } from './rounds.ts';

/** How often a campaign that measures is looked at. */
const EVERY_MS = 5000;
const LIVE = 4;

/** The round under way: how far, and what is being measured just now. */
export function RunningCampaign({ rounds }: { rounds: readonly Round[] | undefined }): ReactNode {
  const words = useWords(overviewWords);
  const open = openRounds(rounds ?? []);
  return (
    <Panel title={words.running}>
      {rounds !== undefined && open.length === 0 && <p className="quiet">{words.runningEmpty}</p>}
      {open.map((round) => (
        <OneCampaign key={round.id} round={round} />
      ))}
    </Panel>
  );
}

function OneCampaign({ round }: { round: Round }): ReactNode {
  const words = useWords(overviewWords);
  const isRunning = round.state === 'running';
  const { data } = useAsk('GET /campaigns/{campaign}', {
    params: { campaign: round.id },
    when: isRunning,
    everyMs: EVERY_MS,
  });
  const measured = data?.counts.states.measured ?? round.measured;
  const sites = data?.counts.sites ?? round.sites;
  const percent = sites === 0 ? 0 : Math.floor((measured / sites) * 100);
  return (
    <div className="running">
      <div className="running-head">
        <Link to={`/campaigns/${round.id}`}>{round.name}</Link>
        <StateTag thing="campaign" state={data?.state ?? round.state} />
      </div>
      {/* The browser's own bar: the first screen loads nothing for it. */}
      <div className="running-bar">
        <progress
          value={percent}
          max={100}
          aria-label={words.measuredOf(countWords(measured), countWords(sites))}
        />
        <span className="figures">{percent}%</span>
      </div>
      <p className="quiet figures">{words.measuredOf(countWords(measured), countWords(sites))}</p>
      {data && data.live.length > 0 && (
        <ul className="live-list">
          {data.live.slice(0, LIVE).map(({ inspectionId, unit, progress }) => (
            <li key={inspectionId}>
              <span>{unit}</span>
              <span className="quiet figures">{words.pages(countWords(progress?.pages ?? 0))}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
