import { present } from '#base/assert.ts';
import { addDays, type CivilDate, daysBetween, type Instant } from '#base/civil-date.ts';
import { addWorkingDays, nextWorkingDay, type WorkCalendar } from '#base/working-days.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import { acceptInquiry } from '../accept-inquiry.ts';
import { answerAskBack } from '../answer-ask-back.ts';
import { answerReport } from '../answer-report.ts';
import { askBack } from '../ask-back.ts';
import { assignMatter } from '../assign-matter.ts';
import { closeReport } from '../close-report.ts';
import type { Desk } from '../desk.ts';
import { draftAnswer } from '../draft-answer.ts';
import { moveMatters } from '../move-matters.ts';
import { rateMatter } from '../rate-matter.ts';
import { refuseMatter } from '../refuse-matter.ts';
import { reviewAnswer } from '../review-answer.ts';
import { submitErrorReport } from '../submit-error-report.ts';
import { submitInquiry } from '../submit-inquiry.ts';
import {
  type InquiryEnd,
  type MatterPlan,
  reportWords,
  topics,
  type UnitPlan,
} from './matter-plan.ts';

/** What a history of matters is played on. */
export interface MatterStage {
  /** The desk of a citizen, of the office, of who works for a unit: at the stage's own time. */
  citizen(): Desk;
  inspector(): Desk;
  unit(name: string): Desk;
  unitId(name: string): number;
  /** The time from now on. */
  setClock(at: Instant): void;
}

/** Something that happens at a moment. Of two at once, that which was planned first. */
interface Scene {
  at: Instant;
  play(): Promise<void>;
}

/**
 * Plays what citizens wrote in a stretch of time and what became of it, in the order in which it
 * happens, by the acts of the people who did it.
 */
export async function playMatters(stage: MatterStage, plan: MatterPlan): Promise<void> {
  const calendar = announcedCalendar();
  const scenes = [
    ...inquiryScenes(stage, plan, calendar),
    ...reportScenes(stage, plan, calendar),
    ...successorScenes(stage, plan),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const { at, play } of scenes) {
    stage.setClock(at);
    await play();
  }
}

/** A moment of a day in China, so many minutes after midnight. */
function moment(day: CivilDate, minutes: number): Instant {
  const ms = Date.parse(`${day}T00:00:00.000+08:00`) + minutes * 60_000;
  return new Date(ms).toISOString();
}

/** Which of several is the next of a series, each in proportion to its share. */
function spread<T>(shares: readonly (readonly [T, number])[]): T[] {
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  const owed = shares.map(([one, share]) => ({ one, share, debt: 0 }));
  return Array.from({ length: total }, () => {
    for (const each of owed) each.debt += each.share;
    const next = owed.reduce((best, each) => (each.debt > best.debt ? each : best));
    next.debt -= total;
    return next.one;
  });
}

function inquiryScenes(stage: MatterStage, plan: MatterPlan, calendar: WorkCalendar): Scene[] {
  const ends = spread(Object.entries(plan.ends) as [InquiryEnd, number][]);
  const units = spread(plan.units.map((unit) => [unit, unit.share] as const));
  const days = daysBetween(plan.from, plan.to);
  let open = 0;
  return ends.flatMap((end, number) => {
    const unit = present(units[number % units.length], 'a unit');
    const isLast = end === 'open';
    // What is open still came in during the last days.
    const back = isLast ? open++ % 5 : 0;
    const last = Math.max(1, days - 16);
    const day = isLast
      ? addDays(plan.to, -back)
      : addDays(plan.from, Math.floor((number * last) / ends.length));
    const minutes = 480 + ((number * 37) % 700);
    return lettersOf(stage, { plan, calendar }, { number, unit, end, day, minutes });
  });
}

interface Letter {
  number: number;
  unit: UnitPlan;
  end: InquiryEnd;
  day: CivilDate;
  minutes: number;
}

/** One letter from its coming in to its rating. */
function lettersOf(
  stage: MatterStage,
  { plan, calendar }: { plan: MatterPlan; calendar: WorkCalendar },
  letter: Letter,
): Scene[] {
  const { number, unit, end, day, minutes } = letter;
  const topic = present(topics[number % topics.length], 'a topic');
  let [id, receipt] = [0, ''];
  const next = nextWorkingDay(calendar, day);
  const isLate = unit.manner === 'reform' && number % 3 === 0;
  const answeredOn = isLate ? addWorkingDays(calendar, day, 9) : addWorkingDays(calendar, day, 2);
  const scene = (on: CivilDate, at: number, play: () => Promise<void>): Scene => ({
    at: moment(on, at + (number % 50)),
    play,
  });
  const comeIn = scene(day, minutes, async () => {
    const { kind, title, ask } = topic;
    const text = `${ask}（第${number + 1}封）`;
    const sent = { kind, title, text, mayPublish: end !== 'withheld' || number % 2 === 0 };
    ({ inquiryId: id, receipt } = await submitInquiry(stage.citizen(), sent));
  });
  const ref = () => ({ thing: 'inquiry', id }) as const;
  const refuse = scene(next, 560, () =>
    refuseMatter(stage.inspector(), ref(), { reason: 'not-ours' }),
  );
  if (end === 'refused') return [comeIn, refuse];
  const assign = scene(next, 560, () =>
    assignMatter(stage.inspector(), ref(), {
      unitId: stage.unitId(nameOn(plan, unit.name, next)),
      ...(end === 'open' && !isLate ? { complexity: 'complex' as const } : {}),
    }),
  );
  // What came in last still waits to be assigned.
  if (end === 'open') return next > plan.to ? [comeIn] : [comeIn, assign];
  const accept = scene(next, 620, () =>
    acceptInquiry(stage.unit(nameOn(plan, unit.name, next)), id),
  );
  const draft = scene(answeredOn, 600, () => {
    const handed = { answer: `您好！${topic.say}如有疑问，请拨打12345。` };
    const withhold = end === 'withheld' ? { withhold: 'personal-data' as const } : {};
    return draftAnswer(stage.unit(nameOn(plan, unit.name, answeredOn)), id, {
      ...handed,
      ...withhold,
    });
  });
  const review = scene(answeredOn, 900, () =>
    reviewAnswer(
      stage.inspector(),
      id,
      end === 'published'
        ? { decision: 'publish' }
        : { decision: 'withhold', reason: 'personal-data' },
    ),
  );
  const isRated = unit.manner === 'good' || number % 2 === 0;
  const isContent = unit.manner === 'good' ? number % 19 !== 0 : number % 5 > 1;
  const rate = scene(addDays(answeredOn, 1), 700, () =>
    rateMatter(stage.citizen(), receipt, {
      satisfaction: isContent ? (number % 3 === 0 ? 'very-satisfied' : 'satisfied') : 'neutral',
    }),
  );
  const ask = () => askBack(stage.unit(nameOn(plan, unit.name, next)), id, '请补充具体地点。');
  const reply = () => answerAskBack(stage.citizen(), receipt, { text: '在人民广场东侧。' });
  // Now and then the unit asks the writer something, who answers the same day.
  const question = number % 29 === 7 ? [scene(next, 700, ask), scene(next, 1000, reply)] : [];
  return [comeIn, assign, accept, ...question, draft, review, ...(isRated ? [rate] : [])];
}

/** Whom the letters of a unit are with on a day: since the reform, its successor. */
function nameOn({ successor }: MatterPlan, name: string, day: CivilDate): string {
  return successor?.from === name && day >= successor.on ? successor.to : name;
}

function reportScenes(stage: MatterStage, plan: MatterPlan, calendar: WorkCalendar): Scene[] {
  const sites = plan.reports.flatMap((one) => Array.from({ length: one.count }, () => one));
  // The count of reports ends a week before the circular.
  const days = Math.max(1, daysBetween(plan.from, plan.to) - 12);
  return sites.flatMap(({ unit, homepage }, number) => {
    const words = present(reportWords[number % reportWords.length], 'words');
    const day = addDays(plan.from, Math.floor((number * days) / sites.length));
    const next = nextWorkingDay(calendar, day);
    let [id, receipt] = [0, ''];
    return [
      {
        at: moment(day, 600 + number * 7),
        play: async () => {
          const { fault, text } = words;
          const pageUrl = `${homepage}zwgk/${number + 1}.html`;
          const sent = { pageUrl, fault, text: `${text}（第${number + 1}条）` };
          ({ reportId: id, receipt } = await submitErrorReport(stage.citizen(), sent));
        },
      },
      {
        at: moment(next, 610 + number),
        play: () => answerReport(stage.unit(unit), id, { text: words.answer, truth: words.truth }),
      },
      {
        at: moment(next, 960 + number),
        play: () =>
          closeReport(stage.inspector(), id, { truth: words.truth, publicText: words.text }),
      },
      {
        at: moment(addDays(next, 1), 720 + number),
        play: () => rateMatter(stage.citizen(), receipt, { satisfaction: 'satisfied' }),
      },
    ];
  });
}

function successorScenes(stage: MatterStage, { successor }: MatterPlan): Scene[] {
  if (successor === null) return [];
  const { from, to, on } = successor;
  const play = async () => {
    const way = { from: stage.unitId(from), to: stage.unitId(to), reason: '机构改革，职能划转' };
    await moveMatters(stage.inspector(), way);
  };
  return [{ at: moment(on, 540), play }];
}
