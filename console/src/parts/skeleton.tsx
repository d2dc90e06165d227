import type { ReactNode } from 'react';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { useIsSlow } from './first-load.tsx';

/** Grey lines of about the height of what comes, after a blink. */
export function Skeleton({
  lines = 6,
  height = 20,
}: {
  lines?: number;
  height?: number;
}): ReactNode {
  const words = useWords(commonWords);
  const isSlow = useIsSlow();
  const widths = ['92%', '78%', '85%', '64%'];
  return (
    <div className="skeleton" role="status" aria-label={words.loading} data-visible={isSlow}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} style={{ height, width: widths[line % widths.length] }} />
      ))}
    </div>
  );
}
