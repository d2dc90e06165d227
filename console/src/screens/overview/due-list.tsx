import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { type Clock, ClockChip } from '../../parts/clock-chip.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { overviewWords } from '../../words/overview.ts';

const SHOWN = 8;
const pathOf: Record<string, (id: number) => string> = {
  order: (id) => `/orders/${id}`,
  campaign: (id) => `/campaigns/${id}`,
  circular: (id) => `/circulars/${id}`,
};

/** Running clocks, the soonest first: whose they are, of what, and how long there is. */
export function DueList(): ReactNode {
  const words = useWords(overviewWords);
  const { data } = useAsk('GET /deadlines', { query: { limit: SHOWN } });
  return (
    <Panel title={words.due}>
      {data === undefined && <Skeleton lines={4} />}
      {data?.items.length === 0 && <EmptyState title={words.dueEmpty} hint={words.dueEmptyHint} />}
      <ul className="due-list">
        {data?.items.map((clock) => (
          <li key={clock.id}>
            <Subject clock={clock} />
            <ClockChip clock={clock} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Subject({ clock }: { clock: Clock }): ReactNode {
  const words = useWords(overviewWords);
  const { id = '' } = (clock.deadline as { clock?: { id?: string } }).clock ?? {};
  const text = [clock.unit, wordOf(words.clocks, id)].filter(Boolean).join(' · ');
  const to = pathOf[clock.thing]?.(clock.thingId);
  return to === undefined ? <span>{text}</span> : <Link to={to}>{text}</Link>;
}
