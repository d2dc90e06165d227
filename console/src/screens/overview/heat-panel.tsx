import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords } from '../../words/dictionary.ts';
import { overviewWords } from '../../words/overview.ts';
import { HeatMap } from './heat-map.tsx';
import type { Round } from './rounds.ts';

/** A city has dozens of sites; a province looks at its campaign's own list. */
const SHOWN = 100;

/** Sites by indicators of a round: the newest that measured anything, unless another is chosen. */
export function HeatPanel({ rounds }: { rounds: readonly Round[] | undefined }): ReactNode {
  const words = useWords(overviewWords);
  const { values, change } = useFilters(['round']);
  const measured = rounds?.filter((round) => round.measured > 0);
  const round = measured?.find(({ id }) => String(id) === values.round) ?? measured?.[0] ?? null;
  const charges = useAsk('GET /campaigns/{campaign}/charges', {
    params: { campaign: round?.id ?? 0 },
    query: { limit: SHOWN },
    when: round !== null,
  });
  const choice = measured && measured.length > 1 && (
    <Choice
      label={words.round}
      value={String(round?.id ?? '')}
      options={measured.map(({ id, name }) => ({ value: String(id), label: name }))}
      change={(id) => change({ round: id })}
    />
  );
  return (
    <Panel title={words.heatTitle} aside={choice} help="heat">
      {rounds === undefined && <Skeleton lines={8} />}
      {measured?.length === 0 && <EmptyState title={words.heatEmpty} hint={words.heatEmptyHint} />}
      {charges.error && <ErrorState error={charges.error} retry={charges.refetch} />}
      {round !== null && !charges.data && !charges.error && <Skeleton lines={8} />}
      {round !== null && charges.data && (
        <>
          <HeatMap
            campaign={round.id}
            sites={charges.data.items}
            indicators={charges.data.indicators}
          />
          {charges.data.next !== null && (
            <p className="quiet">
              {words.moreSites(charges.data.items.length)}
              <Link to={`/campaigns/${round.id}`}>{words.allSites}</Link>
            </p>
          )}
        </>
      )}
    </Panel>
  );
}
