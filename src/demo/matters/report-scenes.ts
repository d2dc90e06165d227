import { present } from '#base/assert.ts';
import { addDays, type CivilDate, daysBetween } from '#base/civil-date.ts';
import { nextWorkingDay, type WorkCalendar } from '#base/working-days.ts';
import { answerReport } from '#office/answer-report.ts';
import { closeReport } from '#office/close-report.ts';
import { rateMatter } from '#office/rate-matter.ts';
import { submitErrorReport } from '#office/submit-error-report.ts';
import type { MatterPlan, ReportEnd, ReportPlan } from './matter-plan.ts';
import { reportWords } from './matter-words.ts';
import { type MatterStage, moment, type Scene } from './scene.ts';

/** The count of reports ends a week before the circular: what is in it has ended by then. */
const DAYS_LEFT = 12;

/** The reports of a plan from their coming in to their rating, and those that are still open. */
export function reportScenes(
  stage: MatterStage,
  plan: MatterPlan,
  calendar: WorkCalendar,
): Scene[] {
  const counted = plan.reports.flatMap((one) => Array.from({ length: one.count }, () => one));
  const days = Math.max(1, daysBetween(plan.from, plan.to) - DAYS_LEFT);
  const scenes = counted.flatMap((report, number) => {
    const day = addDays(plan.from, Math.floor((number * days) / counted.length));
    const next = nextWorkingDay(calendar, day);
    return scenesOf(stage, { ...report, number, day, next, end: 'closed' }, plan.from);
  });
  const open = plan.openReports.flatMap(({ day, end, ...report }, index) => {
    const next = nextWorkingDay(calendar, day);
    return scenesOf(
      stage,
      { ...report, number: counted.length + index, day, next, end },
      plan.from,
    );
  });
  return [...scenes, ...open];
}

interface Report extends Omit<ReportPlan, 'count'> {
  number: number;
  day: CivilDate;
  /** The working day after. */
  next: CivilDate;
  end: ReportEnd;
}

function scenesOf(stage: MatterStage, report: Report, from: CivilDate): Scene[] {
  const { unit, number, day, next, end } = report;
  const words = present(reportWords[number % reportWords.length], 'words');
  const pageUrl = report.pageUrl ?? `${report.homepage}zwgk/${number + 1}.html`;
  let [id, receipt] = [0, ''];
  const scene = (on: CivilDate, minutes: number, play: (at: string) => Promise<void>): Scene => {
    const at = moment(on, minutes);
    return { at, matter: `report-${from}-${number}`, play: () => play(at) };
  };
  const comeIn = scene(day, 600 + number * 7, async (at) => {
    const sent = { pageUrl, fault: words.fault, text: `${words.text}（第${number + 1}条）` };
    const made = await submitErrorReport(stage.desk('citizen', at), sent);
    ({ reportId: id, receipt } = made);
    await stage.capture?.({ reportId: id, when: 'submitted', pageUrl, at });
  });
  const answer = scene(next, 610 + number, async (at) => {
    const said = { text: words.answer, truth: words.truth };
    await answerReport(stage.desk({ unit }, at), id, said);
    await stage.capture?.({ reportId: id, when: 'answered', pageUrl, at });
  });
  if (end === 'open') return [comeIn];
  if (end === 'answered') return [comeIn, answer];
  const close = scene(next, 960 + number, (at) => {
    const closed = { truth: words.truth, publicText: words.text };
    return closeReport(stage.desk('inspector', at), id, closed);
  });
  const rate = scene(addDays(next, 1), 720 + number, (at) =>
    rateMatter(stage.desk('citizen', at), receipt, { satisfaction: 'satisfied' }),
  );
  return [comeIn, answer, close, rate];
}
