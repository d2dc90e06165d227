import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../api/ask.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useWords } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { overviewWords } from '../../words/overview.ts';

type Task = Answer<'GET /overview'>['tasks'][number];

/** Where each is settled. */
const paths: Record<Task['kind'], string> = {
  'orders-overdue': '/orders',
  'signals-breach': '/monitoring?state=breach',
  'circulars-to-sign': '/circulars',
  'circulars-to-publish': '/circulars',
  'escalations-to-decide': '/escalations?state=proposed',
  'appeals-to-decide': '/hearing?tab=appeals&state=assigned',
  'appeals-to-assign': '/hearing?tab=appeals&state=filed',
  'explanations-to-decide': '/hearing',
  'findings-to-review': '/review',
  'findings-to-answer': '/my-findings',
  'orders-to-receive': '/orders?state=issued',
  'orders-to-answer': '/orders?state=received',
  'orders-to-close': '/orders?state=passed',
};
const pressing: readonly Task['kind'][] = ['orders-overdue', 'signals-breach'];

/** What waits for the reader, the most pressing first; each line opens where it is settled. */
export function TaskList({ tasks }: { tasks: readonly Task[] | undefined }): ReactNode {
  const words = useWords(overviewWords);
  return (
    <Panel title={words.today}>
      {tasks === undefined && <Skeleton lines={4} />}
      {tasks?.length === 0 && <EmptyState title={words.todayEmpty} hint={words.todayEmptyHint} />}
      <ul className="task-list">
        {tasks?.map(({ kind, count }) => (
          <li key={kind} data-pressing={pressing.includes(kind)}>
            <Link to={paths[kind]}>
              <span>{words.tasks[kind]}</span>
              <strong>{countWords(count)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
