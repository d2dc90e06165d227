import type { ReactNode } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { overviewWords } from '../../words/overview.ts';

/** The state of the city, or of a unit's own sites, at a glance. */
export default function Overview(): ReactNode {
  const words = useWords(overviewWords);
  const { may } = useSession();
  const canRead = may('deadline.read');
  const { data } = useAsk('GET /deadlines', { query: { limit: 20 }, when: canRead });
  return (
    <>
      <PageHead title={words.title} />
      <Panel title={words.today}>
        {canRead && !data && <Skeleton />}
        {data?.items.length === 0 && (
          <EmptyState title={words.todayEmpty} hint={words.todayEmptyHint} />
        )}
        <ul>
          {data?.items.map((clock) => (
            <li key={clock.id}>
              {clock.unit} <ClockChip clock={clock} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
