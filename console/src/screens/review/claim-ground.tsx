import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { EvidenceLink } from '../../parts/evidence-link.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { reviewWords } from '../../words/review.ts';
import { kindWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import { SumPair } from '../evidence/evidence-facts.tsx';
import type { Evidence } from '../evidence/looks.tsx';
import type { Appeal, Explanation } from './use-claims.ts';
import '../evidence/evidence.css';

/** What a claim is about: the finding in words, what the unit says, what the sum would become. */
export function ClaimGround({
  claim,
  thing,
  text,
  at,
  sumTitle,
  note,
  children,
}: {
  claim: Explanation | Appeal;
  thing: 'appeal' | 'explanation';
  text: string;
  at: string;
  /** Over the arithmetic: 成立后的得分. */
  sumTitle: string;
  /** Said below the arithmetic, once the evidence is there. */
  note(evidence: Evidence): string | null;
  children: ReactNode;
}): ReactNode {
  const words = useWords(reviewWords);
  const kinds = useWords(kindWords);
  const dates = useDates();
  const params = { finding: claim.findingId };
  const view = useAsk('GET /findings/{finding}', { params });
  const evidence = useAsk('GET /findings/{finding}/evidence', { params });
  if (!view.data || !evidence.data) return <Skeleton lines={10} />;
  const remark = note(evidence.data);
  return (
    <div className="review-detail">
      <div className="review-detail-head">
        <h2>{claim.unit}</h2>
        <StateTag thing={thing} state={claim.state} />
        <span className="quiet figures">{words.filedAt(dates.instant(at))}</span>
        <EvidenceLink finding={claim.findingId}>{words.evidence}</EvidenceLink>
      </div>
      <p>
        <Link to={`/findings/${claim.findingId}`}>{wordOf(kinds, claim.kind)}</Link>{' '}
        <span lang="zh-CN">{view.data.sentence}</span>
      </p>
      <section>
        <h3>{words.statement}</h3>
        <p className="claim-text" lang="zh-CN">
          {text}
        </p>
        {claim.proof !== null && (
          <p>
            {words.proof}: <span className="address">{claim.proof}</span>
          </p>
        )}
      </section>
      <section>
        <h3>{sumTitle}</h3>
        <SumPair evidence={evidence.data} />
        {remark !== null && <p className="quiet">{remark}</p>}
      </section>
      {claim.decision !== null && (
        <section>
          <h3>{words.decision}</h3>
          <p lang="zh-CN">{claim.decision}</p>
        </section>
      )}
      {children}
    </div>
  );
}
