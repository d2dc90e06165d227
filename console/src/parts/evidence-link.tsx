import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { Icon } from './icon.tsx';

/** To the proof of a finding: one press from wherever the finding is shown. */
export function EvidenceLink({ finding, children }: { finding: number; children?: ReactNode }) {
  const words = useWords(commonWords);
  return (
    <Link to={`/findings/${finding}`} className="evidence-link">
      <Icon name="review" size={15} />
      <span>{children ?? words.evidence}</span>
    </Link>
  );
}
