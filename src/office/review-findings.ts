import { type Decision, nextReview } from '#domain/next-review.ts';
import { personId } from '#domain/person.ts';
import type { FindingRow } from '#store/heard-findings.ts';
import { type Act, type Desk, move, perform, requireAnother, requireRight } from './desk.ts';
import { findingsAtHand } from './findings-at-hand.ts';
import { rescoreInspection } from './rescore-inspection.ts';

/** When findings are reviewed: before a draft says what they came to. */
export const REVIEW_STATES = ['reviewing', 'hearing'] as const;

/**
 * A person accepts findings or sets them aside (with a reason): all of them or none. Grave kinds,
 * and what only persons can confirm, go to a second person first; the second settles.
 */
export async function reviewFindings(
  desk: Desk,
  ids: readonly number[],
  { decision, reason }: { decision: Decision; reason: string | null },
): Promise<void> {
  await perform(desk, async (act) => {
    const ask = { right: 'finding.review', during: REVIEW_STATES } as const;
    const rows = await findingsAtHand(desk, act, ids, ask);
    for (const row of rows) await reviewOne(desk, act, row, { decision, reason });
    await rescoreAll(act, rows);
  });
}

/** Scores every inspection anew that one of the findings belongs to. */
export async function rescoreAll(act: Act, rows: readonly FindingRow[]): Promise<void> {
  const inspections = new Set(rows.map(({ inspectionId }) => inspectionId));
  for (const id of [...inspections].toSorted((a, b) => a - b)) await rescoreInspection(act, id);
}

async function reviewOne(
  desk: Desk,
  act: Act,
  row: FindingRow,
  { decision, reason }: { decision: Decision; reason: string | null },
): Promise<void> {
  const to = nextReview(row, decision);
  const isSecond = row.review === 'second';
  if (isSecond) {
    requireRight(desk, 'finding.second', row.place);
    requireAnother(desk.actor, row.reviewedBy);
  }
  const person = personId(desk.actor);
  const confirms = isSecond && decision === 'accepted' && row.state === 'suspected';
  const changes = {
    review_reason: reason,
    proposed: to === 'second' ? decision : null,
    ...(isSecond
      ? { seconded_by: person, seconded_at: act.at }
      : { reviewed_by: person, reviewed_at: act.at, seconded_by: null, seconded_at: null }),
    ...(confirms ? { state: 'confirmed' } : {}),
  };
  await move(act, 'review', row.id, { from: row.review, to }, { changes, reason });
  if (!confirms) return;
  await act.note({
    act: 'finding.confirm',
    thing: 'finding',
    thingId: row.id,
    before: { state: 'suspected' },
    after: { state: 'confirmed', by: [row.reviewedBy, person] },
    reason,
  });
}
