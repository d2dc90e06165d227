import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { reviewWords } from '../../words/review.ts';
import { kindWords } from '../../words/states.ts';
import { Facts, RuleAndSum, told } from '../evidence/evidence-facts.tsx';
import { EvidencePages } from '../evidence/evidence-pages.tsx';
import { Looks } from '../evidence/looks.tsx';
import { Said } from '../evidence/said.tsx';
import '../evidence/evidence.css';

/** The proof of a finding beside the queue: page, facts, clause and sum, every look. */
export function ReviewDetail({ finding }: { finding: number }): ReactNode {
  const words = useWords(evidenceWords);
  const review = useWords(reviewWords);
  const common = useWords(commonWords);
  const kinds = useWords(kindWords);
  const params = { finding };
  const view = useAsk('GET /findings/{finding}', { params });
  const evidence = useAsk('GET /findings/{finding}/evidence', { params });
  const error = view.error ?? evidence.error;
  if (error) return <ErrorState error={error} retry={() => void evidence.refetch()} />;
  if (!view.data || !evidence.data) return <Skeleton lines={14} />;
  const of = told(view.data, evidence.data);
  return (
    <div className="review-detail" aria-busy={view.isPlaceholderData || evidence.isPlaceholderData}>
      <div className="review-detail-head">
        <h2>{wordOf(kinds, of.finding.kind)}</h2>
        <StateTag thing="finding" state={of.view.state} />
        <StateTag thing="review" state={of.view.review} />
        {of.view.isCharged && <Tag tone="red">{common.charged}</Tag>}
        <Link to={`/findings/${finding}`} className="evidence-link">
          <Icon name="out" size={15} />
          {review.fullEvidence}
        </Link>
      </div>
      <p className="evidence-sentence" lang="zh-CN">
        {of.view.sentence}
      </p>
      {of.view.reviewReason !== null && (
        <p>
          {review.reason}: <q lang="zh-CN">{of.view.reviewReason}</q>
        </p>
      )}
      <section>
        <h3>{words.page}</h3>
        <EvidencePages key={finding} evidence={of.evidence} />
      </section>
      <section>
        <h3>{words.where}</h3>
        <Facts of={of} />
      </section>
      <section>
        <h3>{words.whichRule}</h3>
        <RuleAndSum of={of} />
      </section>
      <section>
        <h3>{words.records}</h3>
        {!of.evidence.isArchived && <p className="quiet">{words.notArchived}</p>}
        <Looks visits={of.evidence.visits} />
      </section>
      <section>
        <h3>{words.said}</h3>
        <Said view={of.view} />
      </section>
    </div>
  );
}
