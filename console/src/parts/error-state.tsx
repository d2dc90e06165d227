import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isPassing, Problem } from '../api/problem.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { Icon } from './icon.tsx';

/** What went wrong, in the service's own words, and a way on. */
export function ErrorState({
  error,
  retry,
  isPage = false,
}: {
  error: unknown;
  retry?: () => unknown;
  isPage?: boolean;
}): ReactNode {
  const words = useWords(commonWords);
  const isGone = error instanceof Problem && error.status === 404;
  const message = error instanceof Error ? error.message : String(error);
  return (
    <div className={isPage ? 'error-state error-page' : 'error-state'} role="alert">
      <Icon name="warning" size={28} />
      <p className="empty-title">{isGone ? words.notFound : words.loadFailed}</p>
      <p>{message}</p>
      {isGone && <p>{words.notFoundHint}</p>}
      {retry && isPassing(error) && <Button onClick={() => retry()}>{words.retry}</Button>}
    </div>
  );
}
