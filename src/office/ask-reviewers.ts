import { findAppeal, postsOf } from '#store/appeals.ts';
import { findFindings } from '#store/heard-findings.ts';
import { Refusal } from '#base/refusal.ts';
import { may } from '#domain/rights.ts';
import { listActive } from '#store/names-of.ts';
import { type Desk, requireRight } from './desk.ts';

/** Who may be given an appeal: reviewers of the place who did not review the finding. */
export async function askReviewers(
  desk: Desk,
  appealId: number,
): Promise<{ items: { id: number; name: string }[]; next: null }> {
  const appeal = await findAppeal(desk.db, appealId);
  const [row] = appeal ? await findFindings(desk.db, [appeal.findingId]) : [];
  if (!row || !may(desk.actor, 'appeal.read', row.place)) {
    throw new Refusal('not-found', { thing: 'appeal', id: appealId });
  }
  requireRight(desk, 'appeal.assign', row.place);
  const items: { id: number; name: string }[] = [];
  for (const { id, name } of await listActive(desk.db, ['reviewer'])) {
    if (id === row.reviewedBy || id === row.secondedBy) continue;
    const posts = await postsOf(desk.db, id);
    const person = { kind: 'person', id, name, posts, secondFactorAt: null } as const;
    if (may(person, 'appeal.decide', row.place)) items.push({ id, name });
  }
  return { items, next: null };
}
