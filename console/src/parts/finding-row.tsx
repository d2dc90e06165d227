import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Item } from '../api/use-ask.ts';
import { commonWords } from '../words/common.ts';
import { useWords, wordOf } from '../words/dictionary.ts';
import { kindWords } from '../words/states.ts';
import { StateTag, Tag } from './state-tag.tsx';

export type FindingLine = Item<'GET /findings'>;

/** A finding: its kind, the sentence that says where and since when, its states; opens the proof. */
export function FindingRow({
  finding,
  showUnit = false,
}: {
  finding: FindingLine;
  showUnit?: boolean;
}): ReactNode {
  const kinds = useWords(kindWords);
  const words = useWords(commonWords);
  return (
    <div className="finding-row">
      <div className="finding-head">
        <Link to={`/findings/${finding.id}`}>{wordOf(kinds, finding.kind)}</Link>
        {showUnit && <span className="quiet">{finding.unit}</span>}
        <span className="finding-states">
          <StateTag thing="finding" state={finding.state} />
          {finding.isReviewable && <StateTag thing="review" state={finding.review} />}
          {finding.isCharged && <Tag tone="red">{words.charged}</Tag>}
        </span>
      </div>
      <p lang="zh-CN">{finding.sentence}</p>
    </div>
  );
}
