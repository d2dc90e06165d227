import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

/** An address that is no screen's. */
export function NotFound(): ReactNode {
  const words = useWords(commonWords);
  return (
    <div className="empty-state">
      <h1 className="empty-title">{words.notFound}</h1>
      <p>{words.notFoundHint}</p>
      <Link to="/">{words.toOverview}</Link>
    </div>
  );
}
