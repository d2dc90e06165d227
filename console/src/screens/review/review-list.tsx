import { Button, Checkbox } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { reviewWords } from '../../words/review.ts';
import { kindWords } from '../../words/states.ts';
import type { Queue, QueueLine } from './use-queue.ts';

interface Chosen {
  ids: ReadonlySet<number>;
  change(ids: ReadonlySet<number>): void;
}

/** The queue: what is open is marked, what is chosen is acted on together. */
export function ReviewList({ queue, chosen }: { queue: Queue; chosen: Chosen }): ReactNode {
  const words = useWords(reviewWords);
  const { items, list, review } = queue;
  if (!list.data) return <Skeleton lines={10} height={40} />;
  if (items.length === 0) {
    return review === 'open' ? (
      <EmptyState title={words.emptyOpen} hint={words.emptyOpenHint} />
    ) : (
      <EmptyState title={words.emptyOther} />
    );
  }
  const all = chosen.ids.size > 0 && chosen.ids.size === items.length;
  return (
    <>
      <div className="queue-head">
        <Checkbox
          checked={all}
          indeterminate={chosen.ids.size > 0 && !all}
          onChange={({ target }) =>
            chosen.change(new Set(target.checked ? items.map(({ id }) => id) : []))
          }
        >
          {chosen.ids.size > 0 ? words.selected(chosen.ids.size) : words.selectAll}
        </Checkbox>
      </div>
      <ul className="queue-list" aria-label={words.listLabel}>
        {items.map((line) => (
          <QueueRow
            key={line.id}
            line={line}
            isOpen={line.id === queue.currentId}
            isChosen={chosen.ids.has(line.id)}
            open={() => queue.show(line.id)}
            choose={(isChosen) => {
              const ids = new Set(chosen.ids);
              if (isChosen) ids.add(line.id);
              else ids.delete(line.id);
              chosen.change(ids);
            }}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.loadMore}
        </Button>
      )}
    </>
  );
}

function QueueRow({
  line,
  isOpen,
  isChosen,
  open,
  choose,
}: {
  line: QueueLine;
  isOpen: boolean;
  isChosen: boolean;
  open(): void;
  choose(isChosen: boolean): void;
}): ReactNode {
  const words = useWords(reviewWords);
  const kinds = useWords(kindWords);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={row} className="queue-row" data-open={isOpen}>
      <Checkbox
        aria-label={words.selectOne(line.sentence)}
        checked={isChosen}
        onChange={({ target }) => choose(target.checked)}
      />
      <button type="button" onClick={open} {...(isOpen && { 'aria-current': 'true' as const })}>
        <span className="queue-kind">
          <strong>{wordOf(kinds, line.kind)}</strong>
          <span className="quiet">{line.unit}</span>
          {line.needsTwo && <Tag tone="amber">{words.needsTwo}</Tag>}
        </span>
        <span className="queue-sentence" lang="zh-CN">
          {line.sentence}
        </span>
        {line.proposed !== null && <Tag tone="blue">{words.proposed[line.proposed]}</Tag>}
      </button>
    </li>
  );
}
