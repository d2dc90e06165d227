import type { ReactNode } from 'react';
import { useWords } from '../words/dictionary.ts';
import { figureHelpWords, type HelpedFigure } from '../words/figure-help.ts';

/** The three answers to "what is this number?". */
export default function FigureText({ of }: { of: HelpedFigure }): ReactNode {
  const words = useWords(figureHelpWords);
  const { what, how, clause } = words.figures[of];
  return (
    <dl className="help-text">
      <dt>{words.what}</dt>
      <dd>{what}</dd>
      <dt>{words.how}</dt>
      <dd>{how}</dd>
      <dt>{words.clause}</dt>
      <dd>{clause}</dd>
    </dl>
  );
}
