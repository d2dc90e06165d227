import type { CivilDate } from '#base/civil-date.ts';
import type { Role } from './person.ts';
import type { Bilingual } from './rubric.ts';

export const escalationSteps = ['reminder', 'notice', 'warning', 'talk'] as const;
/** What is done: 提醒, 通知, 书面督办, 约谈. */
export type EscalationStep = (typeof escalationSteps)[number];

/** When a rung is reached: exactly one of these is asked. */
export type RungTest =
  | { kind: 'working-days-left'; atMost: number }
  | { kind: 'working-days-overdue'; atLeast: number }
  | { kind: 'failed-rechecks'; atLeast: number }
  | { kind: 'veto-overdue' }
  | { kind: 'repeated' };

/** One line of the ladder (office, section 4). */
export interface Rung {
  id: string;
  step: EscalationStep;
  draftedFor: Role;
  when: RungTest;
  title: Bilingual;
}

export interface Ladder {
  version: number;
  /** No official text fixes it. */
  ours: boolean;
  rungs: readonly Rung[];
}

/** An indicator that was charged to a site in the round before, and is again. */
export interface Repetition {
  siteId: number;
  indicator: string;
  /** Since when, in words: `2019年第一季度`. */
  since: string;
}

/** What is known of an order when the ladder is held against it. */
export interface OrderStanding {
  orderId: number;
  unitId: number;
  dueOn: CivilDate;
  /** Nothing is left to mend. */
  isMended: boolean;
  /** Working days until it is due; of no meaning once it is overdue. */
  workingDaysLeft: number;
  isOverdue: boolean;
  /** Whole working days since it was due; 0 on the first. */
  workingDaysOverdue: number;
  timesFailed: number;
  /** Findings that hit a veto line and are not mended. */
  openVetoes: number;
  repetitions: readonly Repetition[];
}

/** A step that the ladder proposes; a person decides. */
export interface Proposal {
  rung: Rung;
  orderId: number;
  unitId: number;
}

/**
 * The rungs an order has reached, in the order of the ladder. Each is proposed once, so what was
 * reached long ago is no news; a reminder falls away when the day has passed.
 */
export function proposeSteps(order: OrderStanding, ladder: Ladder): Proposal[] {
  return ladder.rungs
    .filter(({ when }) => isReached(when, order))
    .map((rung) => ({ rung, orderId: order.orderId, unitId: order.unitId }));
}

function isReached(when: RungTest, order: OrderStanding): boolean {
  if (when.kind === 'repeated') return order.repetitions.length > 0;
  if (order.isMended) return false;
  switch (when.kind) {
    case 'working-days-left':
      return !order.isOverdue && order.workingDaysLeft <= when.atMost;
    case 'working-days-overdue':
      return order.isOverdue && order.workingDaysOverdue >= when.atLeast;
    case 'failed-rechecks':
      return order.timesFailed >= when.atLeast;
    case 'veto-overdue':
      return order.isOverdue && order.openVetoes > 0;
  }
}
