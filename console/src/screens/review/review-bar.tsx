import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { reviewWords } from '../../words/review.ts';
import type { QueueLine, ReviewState } from './use-queue.ts';

/** What can be done with the finding that is open, or with all that are chosen. */
export function ReviewBar({
  review,
  lines,
  others,
  isBusy,
  acts,
}: {
  review: ReviewState;
  /** What an act is on. */
  lines: readonly QueueLine[];
  /** How many would be merged into the open one. */
  others: number;
  isBusy: boolean;
  acts: {
    accept(): void;
    setAside(): void;
    merge(): void;
    reopen(): void;
    move(by: 1 | -1): void;
    help(): void;
  };
}): ReactNode {
  const words = useWords(reviewWords);
  const many = lines.length;
  const isOpen = review === 'open';
  return (
    <div className="review-bar" role="toolbar" aria-label={words.title}>
      {(isOpen || review === 'second') && (
        <>
          <Button type="primary" disabled={many === 0} loading={isBusy} onClick={acts.accept}>
            {many > 1 ? words.acceptMany(many) : isOpen ? words.accept : words.confirmSecond}
            <kbd>A</kbd>
          </Button>
          <Button disabled={many === 0 || isBusy} onClick={acts.setAside}>
            {many > 1 ? words.setAsideMany(many) : isOpen ? words.setAside : words.refuseSecond}
            <kbd>X</kbd>
          </Button>
        </>
      )}
      {isOpen && (
        <Button disabled={isBusy} onClick={acts.merge}>
          {others > 0 ? words.mergeMany(others) : words.merge}
          <kbd>M</kbd>
        </Button>
      )}
      {!isOpen && (
        <Button disabled={many === 0 || isBusy} onClick={acts.reopen}>
          {words.reopen}
        </Button>
      )}
      <span className="review-moves">
        <Button
          aria-label={words.previous}
          icon={<Icon name="left" size={16} />}
          onClick={() => acts.move(-1)}
        />
        <Button
          aria-label={words.next}
          icon={<Icon name="right" size={16} />}
          onClick={() => acts.move(1)}
        />
        <Button onClick={acts.help}>
          {words.keys} <kbd>?</kbd>
        </Button>
      </span>
    </div>
  );
}

/** Which key does what. */
export function KeyHelp({ close }: { close(): void }): ReactNode {
  const words = useWords(reviewWords);
  const common = useWords(commonWords);
  const { help } = words;
  const rows = [
    ['J', help.j],
    ['K', help.k],
    ['A', help.a],
    ['X', help.x],
    ['M', help.m],
    ['S', help.s],
    ['Z', help.z],
    ['?', help.question],
  ] as const;
  return (
    <Modal
      open
      title={words.helpTitle}
      onCancel={close}
      footer={<Button onClick={close}>{common.close}</Button>}
    >
      <dl className="key-help">
        {rows.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
