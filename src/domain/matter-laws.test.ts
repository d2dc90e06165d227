import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#base/refusal.ts';
import { isWorkingDay } from '#base/working-days.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import type { Clock } from './clock.ts';
import { type InquiryKind, inquiryKindNames } from './inquiry.ts';
import { type InquiryLife, type InquiryStep, newInquiry, stepInquiry } from './inquiry-life.ts';
import { type InquiryFact, inquiryStatistics, standingOf } from './inquiry-statistics.ts';
import { moves } from './moves.ts';
import { inquiryContradictions, reportContradictions } from './reconcile-matters.ts';
import { newReport, type ReportLife, type ReportStep, stepReport } from './report-life.ts';
import { type ReportFact, reportStatistics } from './report-statistics.ts';
import { sampleClock } from './testing/sample-clocks.ts';

const calendar = announcedCalendar();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FIRST_MS = Date.parse('2015-01-01T00:00:00+08:00');
const SPAN_MS = 11 * 365 * DAY_MS;
const clocks: Record<InquiryKind | 'complex', Clock> = {
  question: { ...sampleClock(2), id: 'inquiry-question' },
  complaint: { ...sampleClock(5), id: 'inquiry-complaint' },
  suggestion: { ...sampleClock(5), id: 'inquiry-suggestion' },
  help: { ...sampleClock(5), id: 'inquiry-help' },
  complex: { ...sampleClock(15), id: 'inquiry-complex' },
};
const units = [1, 2, 3];

/** One thing that somebody tries, whether it may be done or not, and how long after the last. */
interface Try<S> {
  step: S;
  hours: number;
  /** Instead of the step, that which usually comes next. */
  isUsual: boolean;
}

const unit = fc.constantFrom(...units);
const inquiryStep: fc.Arbitrary<InquiryStep> = fc.oneof(
  { weight: 6, arbitrary: unit.map((one) => ({ do: 'assign' as const, unit: one })) },
  { weight: 6, arbitrary: fc.constant({ do: 'accept' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'return' as const }) },
  {
    weight: 1,
    arbitrary: fc.constant({
      do: 'set-complexity' as const,
      complexity: 'complex' as const,
      clock: clocks.complex,
    }),
  },
  { weight: 1, arbitrary: unit.map((one) => ({ do: 'ask-helper' as const, unit: one })) },
  { weight: 2, arbitrary: unit.map((one) => ({ do: 'help' as const, unit: one })) },
  { weight: 1, arbitrary: unit.map((one) => ({ do: 'release-helper' as const, unit: one })) },
  { weight: 3, arbitrary: fc.constant({ do: 'ask-back' as const, reason: '补充' }) },
  { weight: 3, arbitrary: fc.constant({ do: 'reply' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'go-on' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'ask-extension' as const }) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 10 }).map((amount) => ({
      do: 'grant-extension' as const,
      extension: { amount, reason: '核实', approver: '测试' },
    })),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'refuse-extension' as const }) },
  { weight: 6, arbitrary: fc.constant({ do: 'draft' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'send-back' as const }) },
  { weight: 4, arbitrary: fc.constant({ do: 'publish' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'withhold' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'refuse' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'take-up' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'merge' as const, into: 99 }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('publish' as const, 'withhold' as const, 'pause' as const, 'go-on' as const)
      .map((how) => ({ do: 'follow' as const, how, unit: 1 })),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'rate' as const }) },
  { weight: 3, arbitrary: fc.constant({ do: 'reopen' as const, clock: clocks.question }) },
  {
    weight: 1,
    arbitrary: fc.tuple(unit, unit).map(([from, to]) => ({ do: 'move' as const, from, to })),
  },
);
const truth = fc.constantFrom('true' as const, 'partly' as const, 'untrue' as const);
const reportClock = { ...sampleClock(3), id: 'error-report-hubei' };
const reportStep: fc.Arbitrary<ReportStep> = fc.oneof(
  { weight: 3, arbitrary: unit.map((one) => ({ do: 'assign' as const, unit: one })) },
  { weight: 2, arbitrary: fc.constant({ do: 'return' as const }) },
  { weight: 5, arbitrary: truth.map((one) => ({ do: 'answer' as const, truth: one })) },
  { weight: 2, arbitrary: fc.constant({ do: 'send-back' as const }) },
  { weight: 4, arbitrary: truth.map((one) => ({ do: 'close' as const, truth: one })) },
  { weight: 1, arbitrary: fc.constant({ do: 'refuse' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'take-up' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'merge' as const, into: 99 }) },
  { weight: 2, arbitrary: fc.constant({ do: 'rate' as const }) },
  { weight: 3, arbitrary: fc.constant({ do: 'reopen' as const, clock: reportClock }) },
);

function triesOf<S>(step: fc.Arbitrary<S>): fc.Arbitrary<Try<S>[]> {
  const hours = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 300 }));
  return fc.array(fc.record({ step, hours, isUsual: fc.boolean() }), {
    minLength: 5,
    maxLength: 40,
  });
}
const start = fc
  .integer({ min: 0, max: SPAN_MS / HOUR_MS })
  .map((hour) => FIRST_MS + hour * HOUR_MS);
const iso = (ms: number) => new Date(ms).toISOString();

const usual: Record<InquiryLife['state'], InquiryStep> = {
  received: { do: 'assign', unit: 2 },
  assigned: { do: 'accept' },
  handling: { do: 'draft' },
  asking: { do: 'reply' },
  drafted: { do: 'publish' },
  published: { do: 'rate' },
  withheld: { do: 'rate' },
  merged: { do: 'follow', how: 'publish', unit: 1 },
  refused: { do: 'take-up' },
};

/** A clock as somebody with a calendar on the wall would reckon it: hour by hour, from scratch. */
class WallClock {
  startMs: number;
  days: number;
  pauses: { fromMs: number; toMs: number | null }[] = [];
  constructor(startMs: number, days: number) {
    this.startMs = startMs;
    this.days = days;
  }
  get isPaused() {
    return this.pauses.at(-1)?.toMs === null;
  }
  pause(ms: number) {
    if (!this.isPaused) this.pauses.push({ fromMs: ms, toMs: null });
  }
  goOn(ms: number) {
    const last = this.pauses.at(-1);
    if (last?.toMs === null) last.toMs = ms;
  }
  /** The end of the day by which it has run its days within worked days. */
  dueMs(): number {
    const local = this.startMs + 8 * HOUR_MS;
    let hour = (Math.floor(local / DAY_MS) + 1) * 24;
    for (let left = this.days * 24; left > 0; hour++) {
      const at = (hour - 8) * HOUR_MS;
      const isStanding = this.pauses.some(
        ({ fromMs, toMs }) => fromMs <= at && at < (toMs ?? fromMs),
      );
      if (!isStanding && worked(Math.floor(hour / 24))) left--;
    }
    return Math.ceil(hour / 24) * DAY_MS - 8 * HOUR_MS;
  }
}

const known = new Map<number, boolean>();
function worked(day: number): boolean {
  const before = known.get(day);
  if (before !== undefined) return before;
  const is = isWorkingDay(calendar, iso(day * DAY_MS).slice(0, 10));
  known.set(day, is);
  return is;
}

/** What happened to an inquiry, told apart from the machine, by what each step is meant to do. */
function followInquiry(life: InquiryLife, step: InquiryStep, ms: number, wall: WallClock) {
  const isReopened = step.do === 'reopen';
  if (isReopened) return new WallClock(ms, step.clock.amount);
  if (step.do === 'ask-back') wall.pause(ms);
  if (step.do === 'follow' && step.how === 'pause') wall.pause(ms);
  const goesOn = ['reply', 'go-on', 'merge', 'publish', 'withhold', 'refuse'];
  if (life.endedAt === null && goesOn.includes(step.do)) wall.goOn(ms);
  if (step.do === 'follow' && step.how !== 'pause') wall.goOn(ms);
  if (step.do === 'grant-extension') wall.days += step.extension.amount;
  if (step.do === 'set-complexity') wall.days += step.clock.amount - life.clock.clock.amount;
  return wall;
}

function inquiryFact(life: InquiryLife, ms: number, dueMs: number): InquiryFact {
  const standing = standingOf(life.state);
  const isAnswered = life.state === 'published' || life.state === 'withheld';
  return {
    unitId: life.responsible,
    unit: life.responsible === null ? null : `单位${life.responsible}`,
    kind: life.kind,
    standing,
    isAnswered,
    isRefused: life.state === 'refused',
    isLate: life.endedAt === null ? ms >= dueMs : life.isLate,
    satisfaction: life.ratedAt === null ? null : 'satisfied',
    hasMoved: false,
    count: 1,
  };
}

test('inquiries: one state, clocks right by the wall, promises never taken back, sums that come out', () => {
  const facts: InquiryFact[] = [];
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(
      start,
      fc.constantFrom(...inquiryKindNames),
      triesOf(inquiryStep),
      (startMs, kind, tries) => {
        let life = newInquiry(iso(startMs), kind, clocks[kind]);
        let wall = new WallClock(startMs, clocks[kind].amount);
        let ms = startMs;
        let wasLate = false;
        for (const { step: tried, hours, isUsual } of tries) {
          const step = isUsual ? usual[life.state] : tried;
          ms += hours * HOUR_MS;
          const before = life;
          try {
            life = stepInquiry(before, step, { at: iso(ms), calendar });
          } catch (error) {
            assert.ok(error instanceof Refusal, String(error));
            refused++;
            continue;
          }
          taken++;
          if (life.state !== before.state) {
            const table: Record<string, readonly string[]> = moves.inquiry;
            assert.ok(table[before.state]?.includes(life.state), `${before.state} ${life.state}`);
          }
          wall = followInquiry(before, step, ms, wall);
          if (before.metAt === null && life.metAt !== null) {
            wasLate ||= ms >= wall.dueMs();
            assert.equal(life.isLate, wasLate, 'late by the wall');
          }
          assert.equal(life.state === 'asking', wall.isPaused && life.state !== 'merged');
          assert.ok(!before.isLate || life.isLate, 'lateness is never taken back');
          assert.ok(before.reopenedAt === null || life.reopenedAt === before.reopenedAt);
          assert.equal(life.endedAt !== null, standingOf(life.state) !== 'in-progress');
          assert.ok(
            life.state === 'received' ||
              life.state === 'refused' ||
              life.state === 'merged' ||
              life.unit !== null,
          );
        }
        facts.push(inquiryFact(life, ms, wall.dueMs()));
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(taken > 10_000 && refused > 10_000, `${taken} taken, ${refused} refused`);
  const period = { from: '2015-01-01', to: '2025-12-31', cutoff: iso(FIRST_MS + SPAN_MS) };
  const statistics = inquiryStatistics(facts, period);
  assert.equal(statistics.received, 3000);
  assert.deepEqual(inquiryContradictions(statistics), []);
  const { handled, unpublished, overdue } = statistics;
  assert.ok(
    handled > 100 && unpublished > 100 && overdue > 100,
    `${handled} ${unpublished} ${overdue}`,
  );
  const spoilt = { ...statistics, handled: statistics.handled + 1 };
  assert.equal(inquiryContradictions(spoilt)[0]?.field, 'inquiries.received');
});

test('error reports: the answer meets the clock, what is sent back does not, truth stays apart', () => {
  const facts: ReportFact[] = [];
  fc.assert(
    fc.property(start, fc.option(unit), triesOf(reportStep), (startMs, of, tries) => {
      let life: ReportLife = newReport(iso(startMs), reportClock, of);
      let wall = new WallClock(startMs, 3);
      let ms = startMs;
      let answeredMs: number | null = null;
      let wasLate = false;
      for (const { step, hours } of tries) {
        ms += hours * HOUR_MS;
        const before = life;
        try {
          life = stepReport(before, step, { at: iso(ms), calendar });
        } catch (error) {
          assert.ok(error instanceof Refusal, String(error));
          continue;
        }
        if (step.do === 'answer') answeredMs = ms;
        if (step.do === 'send-back' || step.do === 'take-up') answeredMs = null;
        if (step.do === 'reopen') [wall, answeredMs] = [new WallClock(ms, 3), null];
        if (step.do === 'refuse') answeredMs = ms;
        assert.equal(life.metAt === null ? null : Date.parse(life.metAt), answeredMs);
        if (step.do === 'close' || step.do === 'refuse') {
          wasLate ||= (answeredMs ?? ms) >= wall.dueMs();
          assert.equal(life.isLate, wasLate);
        }
        if (step.do === 'close') assert.equal(life.truth, step.truth);
        if (step.do === 'answer')
          assert.equal(life.truth, before.truth, 'the unit decides nothing');
      }
      const isAnswered = life.state === 'answered' || life.state === 'closed';
      facts.push({
        unitId: life.responsible,
        unit: `单位${life.responsible}`,
        siteId: of,
        site: `网站${of}`,
        fault: 'typo',
        truth: life.truth,
        isAnswered,
        isRefused: life.state === 'refused',
        isLate: life.isLate || (answeredMs ?? ms) >= wall.dueMs(),
        satisfaction: null,
        hasMoved: false,
        count: 1,
      });
    }),
    { numRuns: 2000 },
  );
  const period = { from: '2015-01-01', to: '2025-12-31', cutoff: iso(FIRST_MS + SPAN_MS) };
  const statistics = reportStatistics(facts, period);
  assert.deepEqual(reportContradictions(statistics), []);
  assert.ok(statistics.true > 50 && statistics.answered > 100 && statistics.late > 50);
});
