import { present } from '#base/assert.ts';
import { addDays, type CivilDate, daysBetween, type Instant } from '#base/civil-date.ts';
import { addWorkingDays, nextWorkingDay, type WorkCalendar } from '#base/working-days.ts';
import { acceptInquiry } from '#office/accept-inquiry.ts';
import { answerAskBack } from '#office/answer-ask-back.ts';
import { askBack } from '#office/ask-back.ts';
import { askExtension } from '#office/ask-extension.ts';
import { assignMatter } from '#office/assign-matter.ts';
import { draftAnswer } from '#office/draft-answer.ts';
import { rateMatter } from '#office/rate-matter.ts';
import { refuseMatter } from '#office/refuse-matter.ts';
import { reviewAnswer } from '#office/review-answer.ts';
import { submitInquiry } from '#office/submit-inquiry.ts';
import type { InquiryEnd, MatterPlan, UnitPlan } from './matter-plan.ts';
import { topics } from './matter-words.ts';
import { type MatterStage, moment, type Scene, spread } from './scene.ts';

/** Letters that end are all in by so many days before the stretch does. */
const DAYS_TO_END = 16;
/** What is open came in during so many of the last days. */
const OPEN_DAYS = 5;

/** The letters of a plan from their coming in to their rating. */
export function letterScenes(
  stage: MatterStage,
  plan: MatterPlan,
  calendar: WorkCalendar,
): Scene[] {
  const ends = spread(Object.entries(plan.ends) as [InquiryEnd, number][]);
  const units = spread(plan.units.map((unit) => [unit, unit.share] as const));
  const last = Math.max(1, daysBetween(plan.from, plan.to) - DAYS_TO_END);
  let open = 0;
  return ends.flatMap((end, number) => {
    const unit = present(units[number % units.length], 'a unit');
    const isOpen = end === 'open';
    const order = isOpen ? open++ : 0;
    const day = isOpen
      ? addDays(plan.to, -(order % OPEN_DAYS))
      : addDays(plan.from, Math.floor((number * last) / ends.length));
    const letter = { number, unit, end, day, order, next: nextWorkingDay(calendar, day) };
    return scenesOf({ stage, plan, calendar, letter, id: 0, receipt: '' });
  });
}

interface Letter {
  number: number;
  unit: UnitPlan;
  end: InquiryEnd;
  day: CivilDate;
  /** The working day after: it is taken up then. */
  next: CivilDate;
  /** Of those that are still open: which it is. */
  order: number;
}

/** A letter while it is played: its number and receipt are known once it came in. */
interface Playing {
  stage: MatterStage;
  plan: MatterPlan;
  calendar: WorkCalendar;
  letter: Letter;
  id: number;
  receipt: string;
}

function scenesOf(playing: Playing): Scene[] {
  const { plan, letter } = playing;
  const comeIn = comeInScene(playing);
  if (letter.end === 'refused') return [comeIn, refuseScene(playing)];
  if (letter.end !== 'open') return [comeIn, ...takeUp(playing), ...answered(playing)];
  // What came in last still waits to be assigned.
  return letter.next > plan.to ? [comeIn] : [comeIn, ...stillOpen(playing)];
}

function scene(
  { plan, letter }: Playing,
  on: CivilDate,
  minutes: number,
  play: (at: Instant) => Promise<unknown>,
): Scene {
  const at = moment(on, minutes + (letter.number % 50));
  const matter = `letter-${plan.from}-${letter.number}`;
  return { at, matter, play: async () => void (await play(at)) };
}

/** Whom the letter is with on a day: since the reform, the successor of its unit. */
function unitOn({ plan: { successor }, letter }: Playing, day: CivilDate): string {
  const { name } = letter.unit;
  return successor?.from === name && day >= successor.on ? successor.to : name;
}

function isLate({ letter: { unit, number } }: Playing): boolean {
  return unit.manner === 'reform' && number % 3 === 0;
}

function topicOf({ letter }: Playing) {
  return present(topics[letter.number % topics.length], 'a topic');
}

function comeInScene(playing: Playing): Scene {
  const { letter, stage } = playing;
  const { number, end, day } = letter;
  return scene(playing, day, 480 + ((number * 37) % 700), async (at) => {
    const { kind, title, ask } = topicOf(playing);
    const text = `${ask}（第${number + 1}封）`;
    const mayPublish = end !== 'withheld' || number % 2 === 0;
    const made = await submitInquiry(stage.desk('citizen', at), { kind, title, text, mayPublish });
    playing.id = made.inquiryId;
    playing.receipt = made.receipt;
  });
}

function refuseScene(playing: Playing): Scene {
  return scene(playing, playing.letter.next, 560, (at) => {
    const ref = { thing: 'inquiry', id: playing.id } as const;
    return refuseMatter(playing.stage.desk('inspector', at), ref, { reason: 'not-ours' });
  });
}

function assignScene(playing: Playing, complexity?: 'complex'): Scene {
  const { stage, letter } = playing;
  return scene(playing, letter.next, 560, (at) => {
    const unitId = stage.unitId(unitOn(playing, letter.next));
    const ref = { thing: 'inquiry', id: playing.id } as const;
    const to = complexity ? { unitId, complexity } : { unitId };
    return assignMatter(stage.desk('inspector', at), ref, to);
  });
}

function ofUnit(
  playing: Playing,
  on: CivilDate,
  minutes: number,
  play: (desk: ReturnType<MatterStage['desk']>) => Promise<unknown>,
): Scene {
  return scene(playing, on, minutes, (at) =>
    play(playing.stage.desk({ unit: unitOn(playing, on) }, at)),
  );
}

function takeUp(playing: Playing): Scene[] {
  const { letter } = playing;
  const accept = ofUnit(playing, letter.next, 620, (desk) => acceptInquiry(desk, playing.id));
  return [assignScene(playing), accept];
}

function askScene(playing: Playing): Scene {
  return ofUnit(playing, playing.letter.next, 700, (desk) =>
    askBack(desk, playing.id, '请补充具体地点。'),
  );
}

function draftScene(playing: Playing, on: CivilDate): Scene {
  const answer = `您好！${topicOf(playing).say}如有疑问，请拨打12345。`;
  const withhold = playing.letter.end === 'withheld' ? { withhold: 'personal-data' as const } : {};
  return ofUnit(playing, on, 750, (desk) => draftAnswer(desk, playing.id, { answer, ...withhold }));
}

/** The unit answers, the office reviews, the writer rates. */
function answered(playing: Playing): Scene[] {
  const { stage, letter, calendar } = playing;
  const { number, end, day, next, unit } = letter;
  const on = addWorkingDays(calendar, day, isLate(playing) ? 9 : 2);
  const reply = scene(playing, next, 730, (at) =>
    answerAskBack(stage.desk('citizen', at), playing.receipt, { text: '在人民广场东侧。' }),
  );
  // Now and then the unit asks the writer something, who answers within the hour.
  const asked = number % 29 === 7 ? [askScene(playing), reply] : [];
  const review = scene(playing, on, 900, (at) =>
    reviewAnswer(
      stage.desk('inspector', at),
      playing.id,
      end === 'published'
        ? { decision: 'publish' }
        : { decision: 'withhold', reason: 'personal-data' },
    ),
  );
  const isRated = unit.manner === 'good' || number % 2 === 0;
  return [...asked, draftScene(playing, on), review, ...(isRated ? [rateScene(playing, on)] : [])];
}

function rateScene(playing: Playing, answeredOn: CivilDate): Scene {
  const { number, unit } = playing.letter;
  const isContent = unit.manner === 'good' ? number % 19 !== 0 : number % 5 > 1;
  const satisfaction = number % 3 === 0 ? 'very-satisfied' : 'satisfied';
  return scene(playing, addDays(answeredOn, 1), 700, (at) =>
    rateMatter(playing.stage.desk('citizen', at), playing.receipt, {
      satisfaction: isContent ? satisfaction : 'neutral',
    }),
  );
}

/** Of what is open something stands in every queue. */
function stillOpen(playing: Playing): Scene[] {
  const { order, next } = playing.letter;
  const assign = assignScene(playing, isLate(playing) ? undefined : 'complex');
  const accept = ofUnit(playing, next, 620, (desk) => acceptInquiry(desk, playing.id));
  const asking = { amount: 5, reason: '须会同相关单位现场核查' };
  const queues: Scene[][] = [
    [],
    [accept],
    [accept, askScene(playing)],
    [accept, draftScene(playing, next)],
    [accept, ofUnit(playing, next, 760, (desk) => askExtension(desk, playing.id, asking))],
    [accept],
  ];
  // The days of the open ones go round by five: the queues by six, so that each day has some.
  return [assign, ...(queues[order % queues.length] ?? [])];
}
