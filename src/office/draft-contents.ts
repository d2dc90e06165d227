import { assert } from '#base/assert.ts';
import type { ErrorRate } from '#domain/campaign.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import { checkResult } from '#publish/check-result.ts';
import { buildCircular } from '#publish/circular-model.ts';
import { openData } from '#publish/open-data.ts';
import { reconcile } from '#publish/reconcile.ts';
import type { CampaignRow } from '#store/campaigns.ts';
import type { DraftContents } from '#store/circulars.ts';
import { loadSchema } from '#store/load-data.ts';
import type { CampaignResult } from './campaign-result.ts';
import { loadWording } from './run-instruments.ts';

/** Which version is drafted, and why it corrects the one before; null for the first. */
export interface Correction {
  number: number;
  reason: string;
}

/**
 * A draft from a campaign's result and a person's brief: built, reconciled, its contradictions
 * listed. What the service itself knows goes into the printed brief here, whatever a person wrote.
 */
export function draftContents(
  { settings }: Pick<CampaignRow, 'settings'>,
  { result, explanations }: CampaignResult,
  brief: CampaignBrief,
  { errorRate, correction }: { errorRate: ErrorRate; correction: Correction | null },
): DraftContents {
  const mistakes = checkResult(result, loadSchema('result'));
  assert(mistakes.length === 0, `a campaign breaks the schema: ${mistakes.join('; ')}`);
  const printed: CampaignBrief = {
    ...brief,
    unmeasuredLimit: settings.unmeasuredLimit,
    errorRate,
    ...(explanations.length > 0 ? { explanations } : {}),
    ...(correction === null ? {} : { correction }),
  };
  const circular = buildCircular(result, printed, loadWording());
  return {
    brief,
    result,
    circular,
    openData: openData(circular, result),
    contradictions: reconcile(circular, result),
    errorRate,
  };
}
