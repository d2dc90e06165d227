import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { renew, useAct } from '../../api/use-ask.ts';
import { useUndoToast } from '../../parts/undo-toast.tsx';
import { useWords } from '../../words/dictionary.ts';
import { reviewWords } from '../../words/review.ts';
import type { QueueLine } from './use-queue.ts';

/** Accept, set aside, merge; each done at once and taken back for ten seconds. */
export function useReviewActs(after: (done: readonly QueueLine[]) => void) {
  const words = useWords(reviewWords);
  const { message } = App.useApp();
  const undoToast = useUndoToast();
  const client = useQueryClient();
  const acceptances = useAct('POST /findings/acceptances', []);
  const settings = useAct('POST /findings/settings-aside', []);
  const merges = useAct('POST /findings/{finding}/merges', []);
  const reopenings = useAct('POST /findings/reopenings');
  const last = useRef<number[] | null>(null);
  const refuse = (error: Error) => void message.error(error.message, 6);

  const undo = () => {
    const findings = last.current;
    if (findings === null) return;
    last.current = null;
    reopenings.mutate(
      { body: { findings, reason: words.undoReason } },
      { onSuccess: () => void message.success(words.undone), onError: refuse },
    );
  };
  const done = (lines: readonly QueueLine[], text: string) => {
    last.current = lines.map(({ id }) => id);
    // The next is open at once; what the service then knows otherwise comes while it is read.
    after(lines);
    undoToast({ text, undo });
    void renew(client, 'everything');
  };

  return {
    isBusy: acceptances.isPending || settings.isPending || merges.isPending,
    undo,
    accept(lines: readonly QueueLine[]) {
      if (lines.length === 0) return;
      acceptances.mutate(
        { body: { findings: idsOf(lines), reason: null } },
        {
          onSuccess: () =>
            done(lines, isFirstOfTwo(lines) ? words.toSecond : words.accepted(lines.length)),
          onError: refuse,
        },
      );
    },
    setAside(lines: readonly QueueLine[], reason: string) {
      settings.mutate(
        { body: { findings: idsOf(lines), reason } },
        {
          onSuccess: () =>
            done(lines, isFirstOfTwo(lines) ? words.toSecond : words.asideDone(lines.length)),
          onError: refuse,
        },
      );
    },
    merge(into: QueueLine, lines: readonly QueueLine[], reason: string) {
      merges.mutate(
        { params: { finding: into.id }, body: { findings: idsOf(lines), reason } },
        { onSuccess: () => done(lines, words.mergedDone(lines.length)), onError: refuse },
      );
    },
    reopen(lines: readonly QueueLine[]) {
      reopenings.mutate(
        { body: { findings: idsOf(lines), reason: words.undoReason } },
        {
          onSuccess: () => {
            after(lines);
            void message.success(words.undone);
          },
          onError: refuse,
        },
      );
    },
  };
}

const idsOf = (lines: readonly QueueLine[]) => lines.map(({ id }) => id);

function isFirstOfTwo(lines: readonly QueueLine[]): boolean {
  return lines.some(({ needsTwo, review }) => needsTwo && review === 'open');
}

export type ReviewActs = ReturnType<typeof useReviewActs>;
