import type { Circular, Contradiction } from '#domain/circular.ts';
import { parseBrief } from '#publish/parse-brief.ts';
import { circularAt } from './circular-at-hand.ts';
import type { Desk } from './desk.ts';
import { draftContents } from './draft-contents.ts';

/**
 * What a draft would say with another brief: words, figures and contradictions. Nothing is kept;
 * a brief that cannot be read is refused with its line.
 */
export async function tryBrief(
  desk: Desk,
  circularId: number,
  text: string,
): Promise<{ circular: Circular; contradictions: Contradiction[] }> {
  const brief = parseBrief(text, 'brief');
  const { circular: row, campaign } = await circularAt(desk, desk.db, circularId, 'circular.draft');
  const { explanations = [], correction = null } = row.circular.brief;
  const { circular, contradictions } = draftContents(
    campaign,
    { result: row.result, explanations },
    brief,
    { errorRate: row.error_rate, correction },
  );
  return { circular, contradictions };
}
