import { present } from '#base/assert.ts';
import { addDays } from '#base/civil-date.ts';
import { perform } from '#office/desk.ts';
import { monitoredSite } from '#office/ask-monitoring.ts';
import { noteAvailability } from '#office/monitor-availability.ts';
import { monitoringTerms } from '#office/monitoring-terms.ts';
import { noteSignals } from '#office/note-signals.ts';
import { reportMaintenance } from '#office/report-maintenance.ts';
import { takeOverProbes } from '#office/take-over-probes.ts';
import { tellOfSignals } from '#office/tell-of-signals.ts';
import { chinaInstant } from '../demo-clock.ts';
import type { NearPlan, OutagePlan, SeasonPlan } from '../seasons.ts';
import { simulateProbes, type Span } from '../simulate-probes.ts';
import { deskOf, type Stage, unitDesk } from '../stage.ts';

const HOUR_MS = 3_600_000;
/** The failed visits of a day are out of the reckoning after so many. */
const DAYS_UNTIL_FORGOTTEN = 8;

/** Something of a season that is told on its day. */
interface Event {
  day: string;
  act(): Promise<unknown>;
}

/**
 * A season of standing monitoring. Its visits are simulated and taken over as another
 * instrument's, which the ledger says; what signals they give is found by our own rule.
 */
export async function monitorSeason(stage: Stage, plan: SeasonPlan): Promise<void> {
  const before = plan.maintenance.map((work) => ({
    day: work.reportedOn,
    act: () => report(stage, work),
  }));
  await inOrder(stage, before, '08:30');
  await takeOver(stage, plan);
  const after = [
    ...plan.outages.flatMap((outage) => outageEvents(stage, outage)),
    ...plan.near.flatMap((near) => nearEvents(stage, near)),
  ].filter(({ day }) => day <= plan.to);
  await inOrder(stage, after, '23:30');
}

async function inOrder({ agenda }: Stage, events: Event[], time: string): Promise<void> {
  for (const { day, act } of events.sort((a, b) => (a.day < b.day ? -1 : 1))) {
    await agenda.passTo(chinaInstant(day, time));
    await act();
  }
}

async function report(stage: Stage, work: SeasonPlan['maintenance'][number]): Promise<void> {
  const { fromMs, toMs } = spanOf(work);
  const [from, to] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
  const { siteId } = present(stage.cast.units.get(work.unit), work.unit);
  await reportMaintenance(unitDesk(stage, work.unit), siteId, { from, to, reason: work.reason });
}

async function takeOver(stage: Stage, plan: SeasonPlan): Promise<void> {
  const inspector = deskOf(stage, 'inspector');
  const ours = plan.ours.map(spanOf);
  for (const { unit, homepage, key } of stage.sites) {
    const { siteId } = present(stage.cast.units.get(unit), unit);
    const mine = (outage: OutagePlan) => outage.unit === unit;
    const down = [...plan.outages, ...plan.maintenance].filter(mine).map(spanOf);
    const { from, to } = plan;
    const probes = simulateProbes({ homepage, seed: key, from, to, down, ours });
    const source = '演示：模拟的访问';
    await takeOverProbes(inspector, siteId, { probes, source }, terms);
  }
}

function spanOf({ day, fromHour, hours }: Omit<OutagePlan, 'unit'>): Span {
  const fromMs = Date.parse(chinaInstant(day, '00:00')) + fromHour * HOUR_MS;
  return { fromMs, toMs: fromMs + hours * HOUR_MS };
}

const terms = monitoringTerms();

function outageEvents(stage: Stage, { unit, day }: OutagePlan): Event[] {
  const look = async () => {
    const job = { ...stage.office.desk('monitor-site'), now: stage.clock.now };
    const site = await monitoredSite(job, present(stage.cast.units.get(unit), unit).siteId);
    await noteAvailability(job, site, terms);
  };
  return [
    { day, act: look },
    { day: addDays(day, DAYS_UNTIL_FORGOTTEN), act: look },
  ];
}

function nearEvents(stage: Stage, { unit, line, state, day, clearedOn, measure }: NearPlan) {
  const see = (seen: NearPlan['state']) => async () => {
    const job = { ...stage.office.desk('monitor-site'), now: stage.clock.now };
    const site = await monitoredSite(job, present(stage.cast.units.get(unit), unit).siteId);
    await perform(job, async (act) => {
      const findings: string[] = [];
      const looked = { kind: line, state: seen, measure: { ...measure, findings } };
      const changes = await noteSignals(act, site.id, [looked]);
      await tellOfSignals(act, site, changes, terms.rubric);
    });
  };
  const cleared = clearedOn === null ? [] : [{ day: clearedOn, act: see('fine') }];
  return [{ day, act: see(state) }, ...cleared];
}
