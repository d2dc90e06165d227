import { useAsk } from '../../api/use-ask.ts';
import type { CampaignView } from './campaign.tsx';

const EVERY_MS = 3000;

/**
 * What is left to review. Asked again while it can change by itself: it is nothing as long as
 * sites are inspected, and must not stay so on the screen when they are done.
 */
export function useReviewCounts({ id, state }: CampaignView) {
  return useAsk('GET /campaigns/{campaign}/review-counts', {
    params: { campaign: id },
    everyMs: state === 'running' || state === 'reviewing' ? EVERY_MS : false,
  });
}
