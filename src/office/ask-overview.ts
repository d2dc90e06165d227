import { toPoints } from '#base/points.ts';
import { personId } from '#domain/person.ts';
import { mayAnywhere, reachOf, type RightName } from '#domain/rights.ts';
import {
  countAppeals,
  countCirculars,
  countExplanations,
  countOrders,
  countProposed,
  countSignals,
  countToAnswer,
  countToReview,
} from '#store/count-tasks.ts';
import { countStandings, listRounds, type RoundRow, type SiteStandings } from '#store/standings.ts';
import type { Desk } from './desk.ts';
import { type Page, pageOf } from './page-of.ts';
import { regionAt } from './register-at.ts';

/** What may wait for somebody, the most pressing first. */
export const taskKinds = [
  'orders-overdue',
  'signals-breach',
  'circulars-to-sign',
  'circulars-to-publish',
  'escalations-to-decide',
  'appeals-to-decide',
  'appeals-to-assign',
  'explanations-to-decide',
  'findings-to-review',
  'findings-to-answer',
  'orders-to-receive',
  'orders-to-answer',
  'orders-to-close',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface Overview {
  /** Sites that are online, by how they stand now. */
  standings: SiteStandings;
  /** What waits for the person who asks; kinds of which nothing waits are left out. */
  tasks: { kind: TaskKind; count: number }[];
}

/** How the actor's sites stand, and what waits for the actor: by role, nothing of others. */
export async function askOverview(desk: Desk, region?: number): Promise<Overview> {
  const reach = reachOf(desk.actor, 'monitoring.read');
  const regionPath = await pathOf(desk, region);
  const [standings, counts] = await Promise.all([
    countStandings(desk.db, reach, regionPath),
    Promise.all(taskKinds.map(async (kind) => ({ kind, count: await countTask(desk, kind) }))),
  ]);
  return { standings, tasks: counts.filter(({ count }) => count > 0) };
}

/** Who a task is for: those who hold the right that settles it. */
const rightOf: Record<TaskKind, RightName> = {
  'orders-overdue': 'order.read',
  'signals-breach': 'monitoring.read',
  'circulars-to-sign': 'circular.sign',
  'circulars-to-publish': 'circular.publish',
  'escalations-to-decide': 'escalation.decide',
  'appeals-to-decide': 'appeal.decide',
  'appeals-to-assign': 'appeal.assign',
  'explanations-to-decide': 'explanation.decide',
  'findings-to-review': 'finding.review',
  'findings-to-answer': 'appeal.file',
  'orders-to-receive': 'order.reply',
  'orders-to-answer': 'order.reply',
  'orders-to-close': 'order.close',
};

async function countTask({ db, actor, now }: Desk, kind: TaskKind): Promise<number> {
  const right = rightOf[kind];
  if (!mayAnywhere(actor, right)) return 0;
  const reach = reachOf(actor, right);
  const open = ['issued', 'received', 'replied', 'rechecking'];
  const counts: Record<TaskKind, () => Promise<number>> = {
    'orders-overdue': () => countOrders(db, reach, { states: open, overdueAt: now() }),
    'signals-breach': () => countSignals(db, reach, 'breach'),
    'circulars-to-sign': () => countCirculars(db, reach, 'submitted'),
    'circulars-to-publish': () => countCirculars(db, reach, 'signed'),
    'escalations-to-decide': () => countProposed(db, reach),
    'appeals-to-decide': () => countAppeals(db, reach, personId(actor) ?? 0),
    'appeals-to-assign': () => countAppeals(db, reach, null),
    'explanations-to-decide': () => countExplanations(db, reach),
    'findings-to-review': () => countToReview(db, reach),
    'findings-to-answer': () => countToAnswer(db, reach),
    'orders-to-receive': () => countOrders(db, reach, { states: ['issued'] }),
    'orders-to-answer': () => countOrders(db, reach, { states: ['received'] }),
    'orders-to-close': () => countOrders(db, reach, { states: ['passed'] }),
  };
  return await counts[kind]();
}

/** Rounds that sites within the reach took part in, newest first; counts are of those sites. */
export async function askRounds(
  desk: Desk,
  { region, after, limit }: { region?: number; after?: number; limit: number },
): Promise<Page<RoundRow>> {
  const regionPath = await pathOf(desk, region);
  const reach = reachOf(desk.actor, 'campaign.read');
  const filter = { regionPath, ...(after !== undefined && { after }), limit: limit + 1 };
  const rows = await listRounds(desk.db, reach, filter);
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => ({ ...row, mean: row.mean === null ? null : toPoints(row.mean) }),
  );
}

async function pathOf(desk: Desk, region: number | undefined): Promise<string | null> {
  if (region === undefined) return null;
  return (await regionAt(desk, desk.db, region, 'register.read')).path;
}
