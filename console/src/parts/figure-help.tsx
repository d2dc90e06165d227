import { Popover } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import type { HelpedFigure } from '../words/figure-help.ts';
import { Icon } from './icon.tsx';

const FigureText = lazy(() => import('./figure-text.tsx'));

/** Beside a figure: what it means, how it is computed, by which clause. Its words come when asked. */
export function FigureHelp({ of }: { of: HelpedFigure }): ReactNode {
  const { help } = useWords(commonWords);
  const text = (
    <Suspense fallback={null}>
      <FigureText of={of} />
    </Suspense>
  );
  return (
    <Popover content={text} trigger={['click']}>
      <button type="button" className="help-button" aria-label={help}>
        <Icon name="help" />
      </button>
    </Popover>
  );
}
