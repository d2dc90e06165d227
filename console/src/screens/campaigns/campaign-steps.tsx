import type { ReactNode } from 'react';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { useDates } from '../../words/use-figures.ts';
import type { CampaignView } from './campaign.tsx';

const steps = [
  'draft',
  'running',
  'reviewing',
  'hearing',
  'drafted',
  'signed',
  'published',
] as const;

/** Where a campaign stands between draft and publication, and who must move. */
export function CampaignSteps({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const dates = useDates();
  const { state, cancelReason, hearingUntil } = campaign;
  const at = state === 'closed' ? steps.length : steps.findIndex((step) => step === state);
  return (
    <div className="round-steps">
      {state !== 'cancelled' && (
        <ol aria-label={words.stepsLabel}>
          {steps.map((step, index) => (
            <li
              key={step}
              data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
              {...(index === at && { 'aria-current': 'step' as const })}
            >
              <span>{words.steps[step]}</span>
            </li>
          ))}
        </ol>
      )}
      <p>
        {words.doing[state]}
        {state === 'hearing' && hearingUntil !== null && (
          <strong> {words.hearingUntil(dates.instant(hearingUntil))}</strong>
        )}
        {cancelReason !== null && <span> {words.cancelled(cancelReason)}</span>}
      </p>
    </div>
  );
}
