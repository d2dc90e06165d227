import type { ReactNode } from 'react';
import type { HelpedFigure } from '../words/figure-help.ts';
import { FigureHelp } from './figure-help.tsx';

/** The head of a screen: its name, one line of facts, at most one main act on the right. */
export function PageHead({
  title,
  facts,
  tags,
  children,
}: {
  title: string;
  facts?: ReactNode;
  tags?: ReactNode;
  /** The acts. */
  children?: ReactNode;
}): ReactNode {
  return (
    <div className="page-head">
      <div className="page-head-words">
        <h1>
          {title}
          {tags}
        </h1>
        {facts !== undefined && <div className="page-facts">{facts}</div>}
      </div>
      {children !== undefined && <div className="page-acts">{children}</div>}
    </div>
  );
}

/** A part of a screen under its own heading. */
export function Panel({
  title,
  aside,
  help,
  children,
  id,
}: {
  title: string;
  aside?: ReactNode;
  /** Its figures are explained beside the title. */
  help?: HelpedFigure;
  children: ReactNode;
  id?: string;
}): ReactNode {
  return (
    <section className="panel" {...(id !== undefined && { id })}>
      <div className="panel-head">
        <h2>{title}</h2>
        {help !== undefined && <FigureHelp of={help} />}
        {aside}
      </div>
      {children}
    </section>
  );
}
