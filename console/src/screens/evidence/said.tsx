import type { ReactNode } from 'react';
import { StateTag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { useDates } from '../../words/use-figures.ts';
import type { FindingView } from './evidence-facts.tsx';

/** What the unit said of a finding, and what became of it. */
export function Said({ view }: { view: FindingView }): ReactNode {
  const words = useWords(evidenceWords);
  const dates = useDates();
  const { explanations, appeals } = view;
  if (explanations.length + appeals.length === 0) {
    return <p className="quiet">{words.nothingSaid}</p>;
  }
  return (
    <ul className="said">
      {explanations.map((one) => (
        <li key={`e${one.id}`}>
          <div className="look-head">
            <strong>{words.explanation}</strong>
            <StateTag thing="explanation" state={one.state} />
            <span className="quiet figures">{dates.instant(one.claimedAt)}</span>
            {one.validUntil !== null && <span>{words.validUntil(dates.day(one.validUntil))}</span>}
          </div>
          <Statement text={one.statement} proof={one.proof} decision={one.decision} />
        </li>
      ))}
      {appeals.map((one) => (
        <li key={`a${one.id}`}>
          <div className="look-head">
            <strong>{words.appeal}</strong>
            <StateTag thing="appeal" state={one.state} />
            <span className="quiet figures">{dates.instant(one.filedAt)}</span>
          </div>
          <Statement text={one.grounds} proof={one.proof} decision={one.decision} />
        </li>
      ))}
    </ul>
  );
}

function Statement({
  text,
  proof,
  decision,
}: {
  text: string;
  proof: string | null;
  decision: string | null;
}): ReactNode {
  const words = useWords(evidenceWords);
  return (
    <>
      <p lang="zh-CN">{text}</p>
      {proof !== null && (
        <p className="quiet">
          {words.proof}: <span className="address">{proof}</span>
        </p>
      )}
      {decision !== null && (
        <p>
          {words.decision}: <span lang="zh-CN">{decision}</span>
        </p>
      )}
    </>
  );
}
