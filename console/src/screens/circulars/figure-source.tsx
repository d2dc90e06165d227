import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Field } from '#domain/circular.ts';
import { Panel } from '../../parts/page-head.tsx';
import { circularWords } from '../../words/circulars.ts';
import { useWords } from '../../words/dictionary.ts';

/** Where a figure of the circular comes from; of a site, the way to its score. */
export function FigureSource({
  figure,
  campaign,
}: {
  figure: Field | null;
  campaign: number;
}): ReactNode {
  const words = useWords(circularWords);
  if (figure === null) {
    return (
      <Panel title={words.figure}>
        <p className="quiet">{words.figureHint}</p>
      </Panel>
    );
  }
  const { text, field, source, value } = figure;
  const said =
    value !== null && typeof value === 'object' && 'numerator' in value
      ? `${value.numerator}/${value.denominator}`
      : null;
  return (
    <Panel title={words.figure}>
      <dl className="figure-source" aria-live="polite">
        <div>
          <dt>{words.figureText}</dt>
          <dd>{text}</dd>
        </div>
        {said !== null && (
          <div>
            <dt>{words.figureValue}</dt>
            <dd className="figures">{said}</dd>
          </div>
        )}
        <div>
          <dt>{words.figureField}</dt>
          <dd>
            <code>{field}</code>
          </dd>
        </div>
        <div>
          <dt>{words.figureSource}</dt>
          <dd>
            <code>{source}</code>
          </dd>
        </div>
      </dl>
      {field.startsWith('annex.') && (
        <Link to={`/campaigns/${campaign}?tab=inspections`}>{words.toInspection}</Link>
      )}
    </Panel>
  );
}
