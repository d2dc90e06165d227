import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

/** A mistake of ours in one screen: said plainly, the rest stays usable. */
export function PageCrash(): ReactNode {
  const words = useWords(commonWords);
  const error = useRouteError();
  return (
    <div className="error-state error-page" role="alert">
      <h1 className="empty-title">{words.crashed}</h1>
      <p>{words.crashedHint}</p>
      <p className="quiet">{error instanceof Error ? error.message : String(error)}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {words.reload}
      </Button>
    </div>
  );
}
