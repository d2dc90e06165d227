import { present } from '#base/assert.ts';
import { chinaDate } from '#base/civil-date.ts';
import { askEscalations, askTalks } from '#office/ask-orders.ts';
import { carryOutEscalation } from '#office/carry-out-escalation.ts';
import { decideEscalation } from '#office/decide-escalation.ts';
import { followUpTalk } from '#office/follow-up-talk.ts';
import { holdTalk } from '#office/hold-talk.ts';
import { recordOutcome } from '#office/record-outcome.ts';
import { scheduleTalk } from '#office/schedule-talk.ts';
import { chinaInstant } from './demo-clock.ts';
import type { TalkPlan } from './rounds.ts';
import { deskOf, type Stage } from './stage.ts';

const ALL = 200;

/** The leader decides that a unit is talked to; the talk is held that afternoon and recorded. */
export async function holdTalkOf(stage: Stage, plan: TalkPlan): Promise<void> {
  const { clock } = stage;
  const leader = deskOf(stage, 'leader');
  const unit = present(stage.cast.units.get(plan.unit), plan.unit).id;
  const steps = await askEscalations(leader, { state: 'proposed', unit, limit: ALL });
  const [step, ...others] = steps.items.filter((one) => one.step === 'talk').toReversed();
  const { id } = present(step, `a talk with ${plan.unit} was proposed`);
  await decideEscalation(leader, id, { isTaken: true, reason: '连续两轮同类问题', draft: null });
  for (const other of others) {
    const reason = '与已决定的约谈合并';
    await decideEscalation(leader, other.id, { isTaken: false, reason, draft: null });
  }
  const inspector = deskOf(stage, 'inspector');
  const talk = present(await carryOutEscalation(inspector, id), 'a talk');
  const at = chinaInstant(chinaDate(clock.now()), '15:00');
  await scheduleTalk(leader, talk, { at, place: '市政府办公室会议室' });
  clock.notBefore(at);
  clock.pass(50);
  const attendees = [
    { name: '分管负责人', post: plan.unit },
    { name: '签发人甲', post: '市政府办公室' },
  ];
  const { facts, promises } = plan;
  await holdTalk(deskOf(stage, 'inspector'), talk, { attendees, facts, promises });
}

/** Some weeks later it is said of each promise whether it was kept. */
export async function followUp(stage: Stage, plan: TalkPlan): Promise<void> {
  await stage.agenda.passTo(chinaInstant(plan.followedUpOn, '10:00'));
  const inspector = deskOf(stage, 'inspector');
  const unit = present(stage.cast.units.get(plan.unit), plan.unit).id;
  const talks = await askTalks(inspector, { state: 'held', unit, limit: ALL });
  const talk = present(talks.items[0], 'the talk was held');
  const reason = '自查制度已起草，尚未印发';
  await followUpTalk(inspector, talk.id, { kept: [0], reason });
  await recordOutcome(inspector, talk.escalationId, '栏目已恢复更新，自查制度待印发');
}
