import { App, Button, Progress } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { findingKinds } from '#domain/finding.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useIsPhone } from '../../parts/use-media.ts';
import { useWords } from '../../words/dictionary.ts';
import { reviewWords } from '../../words/review.ts';
import { kindWords } from '../../words/states.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { KeyHelp, ReviewBar } from './review-bar.tsx';
import { ReviewDetail } from './review-detail.tsx';
import { ReviewList } from './review-list.tsx';
import { type Queue, type QueueLine, reviewStates, useQueue } from './use-queue.ts';
import { useReviewActs } from './use-review-acts.ts';
import { useReviewKeys } from './use-review-keys.ts';
import './review.css';

/** The review queue: on the left what waits, on the right its proof; worked by keys alone. */
export default function Review(): ReactNode {
  const words = useWords(reviewWords);
  const queue = useQueue();
  if (queue.error) return <ErrorState error={queue.error} />;
  if (queue.campaign === null) {
    return (
      <>
        <PageHead title={words.title} />
        {queue.isKnown && <EmptyState title={words.noCampaign} hint={words.noCampaignHint} />}
      </>
    );
  }
  return (
    <>
      <ReviewHead queue={queue} campaign={queue.campaign.id} />
      <ReviewDesk key={`${queue.campaign.id}-${queue.review}-${queue.kind}`} queue={queue} />
    </>
  );
}

function ReviewHead({ queue, campaign }: { queue: Queue; campaign: number }): ReactNode {
  const words = useWords(reviewWords);
  const kinds = useWords(kindWords);
  const counts = useAsk('GET /campaigns/{campaign}/review-counts', { params: { campaign } });
  const { confirmed, suspected, left } = counts.data ?? {};
  const count = (state: (typeof reviewStates)[number]) =>
    (confirmed?.[state] ?? 0) + (suspected?.[state] ?? 0);
  const all = reviewStates.reduce((sum, state) => sum + count(state), 0);
  const done = all - count('open') - count('second');
  return (
    <>
      <PageHead
        title={words.title}
        facts={
          counts.data && (
            <span className="review-left">
              <Progress
                percent={all === 0 ? 100 : Math.floor((done / all) * 100)}
                size={[160, 8]}
                showInfo={false}
                aria-label={words.doneOf(done, all)}
              />
              <strong>{words.left(left ?? 0)}</strong>
              <span className="quiet figures">{words.doneOf(done, all)}</span>
              {(suspected?.open ?? 0) > 0 && (
                <span className="quiet">{words.suspectedLeft(suspected?.open ?? 0)}</span>
              )}
            </span>
          )
        }
      >
        <Choice
          label={words.chooseCampaign}
          value={String(campaign)}
          options={queue.campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
          change={(id) => queue.change({ campaign: id, finding: undefined })}
        />
        <Choice
          label={words.kind}
          value={queue.kind ?? ''}
          options={[
            { value: '', label: words.allKinds },
            ...findingKinds.map((value) => ({ value, label: kinds[value] })),
          ]}
          change={(kind) => queue.change({ kind, finding: undefined })}
        />
        <Link to={`/hearing?campaign=${campaign}`} className="button-link">
          {words.toHearing}
        </Link>
      </PageHead>
      <nav className="sections" aria-label={words.reviewState}>
        <ul>
          {reviewStates.map((state) => (
            <li key={state}>
              <Link
                to={`?campaign=${campaign}&review=${state}`}
                {...(state === queue.review && { 'aria-current': 'page' as const })}
              >
                {words.queues[state]} <span className="figures quiet">{count(state)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

type Dialog = 'set-aside' | 'merge' | 'help' | null;

/** What is chosen, which dialog is open, and every act by its name. */
function useDesk(queue: Queue) {
  const words = useWords(reviewWords);
  const { message } = App.useApp();
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const [dialog, setDialog] = useState<Dialog>(null);
  const { items, current, review } = queue;
  const chosen = items.filter(({ id }) => ids.has(id));
  const lines = chosen.length > 0 ? chosen : current ? [current] : [];
  const others = chosen.filter(({ id }) => id !== current?.id);
  const acts = useReviewActs((done) => {
    setIds(new Set());
    queue.show(nextOf(items, done, current));
  });
  const isDecidable = review === 'open' || review === 'second';
  const merge = () => {
    if (review !== 'open') return;
    if (current && others.length > 0) setDialog('merge');
    else void message.info(words.mergeNothing, 4);
  };
  const toggle = () => {
    if (!current) return;
    const next = new Set(ids);
    if (!next.delete(current.id)) next.add(current.id);
    setIds(next);
  };
  const on = {
    accept: () => isDecidable && acts.accept(lines),
    setAside: () => isDecidable && lines.length > 0 && setDialog('set-aside'),
    merge,
    reopen: () => acts.reopen(lines),
    move: (by: 1 | -1) => moveBy(queue, by),
    help: () => setDialog('help'),
  };
  useReviewKeys(
    {
      j: () => on.move(1),
      k: () => on.move(-1),
      a: on.accept,
      x: on.setAside,
      m: merge,
      s: toggle,
      z: acts.undo,
      '?': on.help,
    },
    dialog === null,
  );
  return { ids, setIds, dialog, close: () => setDialog(null), chosen, lines, others, acts, on };
}

function moveBy({ items, currentId, show, list }: Queue, by: 1 | -1): void {
  const at = items.findIndex(({ id }) => id === currentId);
  const to = items[Math.min(items.length - 1, Math.max(0, at + by))];
  if (to) show(to.id);
  if (at + by >= items.length - 2 && list.hasNextPage) void list.fetchNextPage();
}

function ReviewDesk({ queue }: { queue: Queue }): ReactNode {
  const words = useWords(reviewWords);
  const isPhone = useIsPhone();
  const desk = useDesk(queue);
  const isDetailOpen = queue.currentId !== null;
  const isListShown = !isPhone || !isDetailOpen || desk.chosen.length > 0;
  return (
    <div className="review-desk" data-detail={isDetailOpen}>
      {isListShown && (
        <section className="review-queue" aria-label={words.listLabel}>
          <ReviewList queue={queue} chosen={{ ids: desk.ids, change: desk.setIds }} />
        </section>
      )}
      <section className="review-pane" aria-label={words.fullEvidence}>
        {isPhone && isDetailOpen && (
          <Button
            type="text"
            icon={<Icon name="left" size={16} />}
            onClick={() => queue.show(null)}
          >
            {words.backToList}
          </Button>
        )}
        {(!isPhone || isDetailOpen || desk.chosen.length > 0) && (
          <ReviewBar
            review={queue.review}
            lines={desk.lines}
            others={desk.others.length}
            isBusy={desk.acts.isBusy}
            acts={desk.on}
          />
        )}
        {queue.currentId !== null ? (
          <ReviewDetail finding={queue.currentId} />
        ) : (
          !isPhone && <p className="quiet">{words.chooseFinding}</p>
        )}
      </section>
      <Dialogs queue={queue} desk={desk} />
    </div>
  );
}

function Dialogs({ queue, desk }: { queue: Queue; desk: ReturnType<typeof useDesk> }): ReactNode {
  const words = useWords(reviewWords);
  const { current } = queue;
  const { dialog, close, lines, others, acts } = desk;
  if (dialog === 'help') return <KeyHelp close={close} />;
  if (dialog === 'set-aside') {
    return (
      <ReasonDialog
        title={words.reasonTitle(lines.length)}
        hint={words.reasonHint}
        usual={Object.values(words.reasons)}
        done={(reason) => acts.setAside(lines, reason)}
        close={close}
      />
    );
  }
  if (dialog !== 'merge' || !current) return null;
  return (
    <ReasonDialog
      title={words.mergeTitle}
      hint={words.mergeHint}
      usual={[]}
      first={words.mergeReason}
      done={(reason) => acts.merge(current, others, reason)}
      close={close}
    />
  );
}

/** What is open after an act: the next that is still there, else the one before. */
function nextOf(
  items: readonly QueueLine[],
  done: readonly QueueLine[],
  current: QueueLine | null,
): number | null {
  const gone = new Set(done.map(({ id }) => id));
  if (current && !gone.has(current.id)) return current.id;
  const at = items.findIndex(({ id }) => id === current?.id);
  const left = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at)).toReversed()];
  return left.find(({ id }) => !gone.has(id))?.id ?? null;
}
