import { Link } from 'react-router';
import type { ReactNode } from 'react';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

/** A screen that is not for the posts of who came; says which screen. */
export function NoPermission({ title }: { title: string }): ReactNode {
  const words = useWords(commonWords);
  return (
    <div className="empty-state">
      <h1 className="empty-title">{words.noPermission}</h1>
      <p>{words.noPermissionHint(title)}</p>
      <Link to="/">{words.toOverview}</Link>
    </div>
  );
}
