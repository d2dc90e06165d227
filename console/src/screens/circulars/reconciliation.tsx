import type { ReactNode } from 'react';
import type { Circular, Contradiction, Field } from '#domain/circular.ts';
import { Icon } from '../../parts/icon.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { circularWords } from '../../words/circulars.ts';
import { useWords } from '../../words/dictionary.ts';
import { fieldsOf } from './circular-paper.tsx';

/** Green, or each contradiction by its name; a press shows the place in the text. */
export function Reconciliation({
  contradictions,
  isTried,
  circular,
  show,
}: {
  contradictions: readonly Contradiction[];
  /** Of what is typed, not of what is saved. */
  isTried: boolean;
  circular: Circular;
  show(field: Field): void;
}): ReactNode {
  const words = useWords(circularWords);
  const isGreen = contradictions.length === 0;
  const reveal = (name: string) => {
    const field = fieldsOf(circular).find((one) => one.field === name);
    if (!field) return;
    show(field);
    const chips = document.querySelectorAll<HTMLElement>('.paper .chip[data-wrong="true"]');
    [...chips]
      .find(({ title }) => title.startsWith(`${name} `))
      ?.scrollIntoView({ block: 'center' });
  };
  return (
    <Panel title={words.reconciliation}>
      <p className="reconciled" data-green={isGreen} role="status">
        <Icon name={isGreen ? 'check' : 'warning'} />
        <strong>{isGreen ? words.reconciled : words.contradictions(contradictions.length)}</strong>
      </p>
      {isTried && <p className="quiet">{words.trying}</p>}
      {!isGreen && <p className="quiet">{words.unpublishable}</p>}
      <ul className="contradictions">
        {contradictions.map(({ field, printed, recomputed }) => (
          <li key={`${field} ${printed}`}>
            <button type="button" className="link-button" onClick={() => reveal(field)}>
              <code>{field}</code>
            </button>
            <span>
              {words.printed} <strong>{printed === '' ? '—' : printed}</strong>
            </span>
            <span>
              {words.recomputed} <strong>{recomputed === '' ? '—' : recomputed}</strong>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
