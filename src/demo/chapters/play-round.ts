import { assert, present } from '#base/assert.ts';
import type { FindingKind } from '#domain/finding.ts';
import { acceptFindings } from '#office/accept-findings.ts';
import { askFindings, type FindingLine } from '#office/ask-findings.ts';
import { askCampaign } from '#office/ask-campaigns.ts';
import { assignAppeal } from '#office/assign-appeal.ts';
import { claimExplanation } from '#office/claim-explanation.ts';
import { decideAppeal } from '#office/decide-appeal.ts';
import { decideExplanation } from '#office/decide-explanation.ts';
import { draftCircular } from '#office/draft-circular.ts';
import { fileAppeal } from '#office/file-appeal.ts';
import { issueOrders } from '#office/issue-orders.ts';
import { openCampaign } from '#office/open-campaign.ts';
import { publishCircular } from '#office/publish-circular.ts';
import { reconcileCircular } from '#office/reconcile-circular.ts';
import { setAsideFindings } from '#office/set-aside-findings.ts';
import { signCircular } from '#office/sign-circular.ts';
import { startCampaign } from '#office/start-campaign.ts';
import { startHearing } from '#office/start-hearing.ts';
import { submitCircular } from '#office/submit-circular.ts';
import { chinaInstant } from '../demo-clock.ts';
import { inspectAll } from '../inspect-all.ts';
import type { HeardPlan, RoundPlan } from '../rounds.ts';
import { deskOf, type Stage, unitDesk } from '../stage.ts';

/** As often and as far apart suspicions are looked at again in the demo's campaigns. */
export const RECHECK = { times: 2, spacingMs: 600_000 };
const ALL = 200;

/** A round from its opening to the published circular and the orders. */
export async function playRound(stage: Stage, plan: RoundPlan): Promise<void> {
  const { agenda, clock, city } = stage;
  await agenda.passTo(chinaInstant(plan.asOf, '09:00'));
  await city.turn(plan);
  const campaign = await open(stage, plan);
  await inspectAll(stage);
  clock.toNextMorning();
  await review(stage, plan, campaign);
  const { until } = await startHearing(deskOf(stage, 'inspector'), campaign);
  await hear(stage, plan, campaign);
  await agenda.passTo(until);
  await agenda.passTo(chinaInstant(plan.draftedOn, '09:30'));
  const circular = await draftCircular(deskOf(stage, 'inspector'), campaign);
  clock.pass(90);
  await publish(stage, circular, chinaInstant(plan.publishedOn, '10:00'));
  clock.pass(120);
  await issueOrders(deskOf(stage, 'inspector'), campaign);
}

async function open(stage: Stage, plan: RoundPlan): Promise<number> {
  const { period, asOf } = plan;
  const inspector = deskOf(stage, 'inspector');
  const id = await openCampaign(inspector, {
    regionId: stage.cast.regionId,
    name: `${period}政府网站抽查`,
    period,
    asOf,
    rubric: 'cn-census-2015',
    settings: { recheck: RECHECK, robots: 'obey', browser: 'off', allowNet: ['127.0.0.0/8'] },
    sample: { mode: 'all', excluded: notThisTime(stage, plan) },
    brief: {
      region: '咸宁市',
      issuer: '咸宁市人民政府办公室',
      salutation: '各县、市、区人民政府，市政府各部门，咸宁高新区管委会',
      period,
      basis: '国务院办公厅、省政府办公厅关于政府网站抽查工作的有关要求',
    },
  });
  await startCampaign(inspector, id);
  return id;
}

/** The city takes its sites in turns; who has none this time is left out by name. */
function notThisTime({ cast }: Stage, { faults, fine }: RoundPlan) {
  const units = new Set([...Object.keys(faults), ...fine]);
  return [...cast.units]
    .filter(([unit]) => !units.has(unit))
    .map(([, { siteId }]) => ({ siteId, reason: '按季度轮流抽查，本季度轮空' }));
}

/** Accepts what the machine confirmed, but for what a person found to be nobody's fault here. */
async function review(stage: Stage, plan: RoundPlan, campaign: number): Promise<void> {
  const inspector = deskOf(stage, 'inspector');
  const filter = { campaign, state: 'confirmed', review: 'open', limit: ALL } as const;
  const open = (await askFindings(inspector, filter)).items;
  const aside = plan.setAside.flatMap(({ unit, kind, reason }) => {
    const found = findingOf(stage, open, { unit, kind });
    return found === null ? [] : [{ id: found.id, reason }];
  });
  for (const { id, reason } of aside) await setAsideFindings(inspector, [id], reason);
  const left = open.map(({ id }) => id).filter((id) => !aside.some((one) => one.id === id));
  await acceptFindings(inspector, left);
  const { state } = await askCampaign(inspector, campaign);
  assert(state === 'reviewing', `the round of ${plan.period} is ${state}`);
}

/** A finding of a unit by its kind; null where the unit was not drawn. */
export function findingOf(
  { cast }: Stage,
  findings: readonly FindingLine[],
  { unit, kind }: { unit: string; kind: FindingKind },
): FindingLine | null {
  const unitId = present(cast.units.get(unit), unit).id;
  return findings.find((one) => one.unitId === unitId && one.kind === kind) ?? null;
}

async function hear(stage: Stage, plan: RoundPlan, campaign: number): Promise<void> {
  const filter = { campaign, state: 'confirmed', review: 'accepted', limit: ALL } as const;
  const findings = (await askFindings(deskOf(stage, 'inspector'), filter)).items;
  for (const said of plan.explanations) {
    const finding = findingOf(stage, findings, said);
    if (finding !== null) await explain(stage, finding.id, said);
  }
  for (const said of plan.appeals) {
    const finding = findingOf(stage, findings, said);
    if (finding !== null) await appeal(stage, finding.id, said);
  }
}

async function explain(stage: Stage, finding: number, said: HeardPlan): Promise<void> {
  stage.clock.pass(95);
  const words = { statement: said.words, proof: null };
  const id = await claimExplanation(unitDesk(stage, said.unit), finding, words);
  stage.clock.pass(40);
  const { decision } = said;
  const validUntil = `${Number(stage.clock.now().slice(0, 4)) + 1}-06-30`;
  await decideExplanation(
    deskOf(stage, 'reviewer'),
    id,
    said.isGranted ? { approve: true, validUntil, decision } : { approve: false, decision },
  );
}

/** A unit appeals; the reviewer, who has not touched the finding before, decides. */
export async function appeal(stage: Stage, finding: number, said: HeardPlan): Promise<void> {
  stage.clock.pass(55);
  const grounds = { grounds: said.words, proof: null };
  const id = await fileAppeal(unitDesk(stage, said.unit), finding, grounds);
  stage.clock.pass(20);
  const reviewer = deskOf(stage, 'reviewer');
  const { id: person } = present(stage.cast.people.get('reviewer'), 'the reviewer');
  await assignAppeal(deskOf(stage, 'inspector'), id, person);
  stage.clock.pass(150);
  await decideAppeal(reviewer, id, { upheld: said.isGranted, decision: said.decision });
}

/** Reconciles and hands in a draft, and has the leader sign and publish it. */
export async function publish(stage: Stage, circular: number, at: string): Promise<void> {
  const inspector = deskOf(stage, 'inspector');
  await reconcileCircular(inspector, circular);
  stage.clock.pass(15);
  await submitCircular(inspector, circular);
  await stage.agenda.passTo(at);
  await signCircular(deskOf(stage, 'leader'), circular);
  stage.clock.pass(10);
  // Three circulars to print would cost the demo's start a third of its time: see docs/demo.md.
  await publishCircular(deskOf(stage, 'leader'), circular, { pdf: false });
}
