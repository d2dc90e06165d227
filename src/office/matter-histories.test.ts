import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#base/refusal.ts';
import { type InquiryLife, type InquiryStep, stepInquiry } from '#domain/inquiry-life.ts';
import { inquiryContradictions } from '#domain/reconcile-matters.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import { findInquiry } from '#store/inquiries.ts';
import { findDiscrepancies } from '#store/matter-facts.ts';
import { acceptInquiry } from './accept-inquiry.ts';
import { answerAskBack } from './answer-ask-back.ts';
import { askBack } from './ask-back.ts';
import { askExtension } from './ask-extension.ts';
import { matterStatistics } from './ask-matter-statistics.ts';
import { assignMatter } from './assign-matter.ts';
import { decideExtension } from './decide-extension.ts';
import { draftAnswer } from './draft-answer.ts';
import type { Desk } from './desk.ts';
import { rateMatter } from './rate-matter.ts';
import { reopenMatter } from './reopen-matter.ts';
import { returnMatter } from './return-matter.ts';
import { reviewAnswer } from './review-answer.ts';
import { officeClock } from './start-deadline.ts';
import { submitInquiry } from './submit-inquiry.ts';
import { publicDesk, sampleInquiry } from './testing/matter-desks.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

// The acts, held against the pure life of an inquiry: `domain/matter-laws.test.ts` plays thousands.

const HISTORIES = 10;
const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2019-04-01T01:00:00.000Z');
const calendar = announcedCalendar();

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(() => office.close());

interface Made {
  id: number;
  receipt: string;
}

/** What is done, as the act of somebody and as a step of the life. */
const deeds = {
  assign: {
    act: ({ id }, desk) =>
      assignMatter(desk, { thing: 'inquiry', id }, { unitId: office.places.unit.id }),
    step: () => ({ do: 'assign', unit: office.places.unit.id }),
  },
  accept: { act: ({ id }, desk) => acceptInquiry(desk, id), step: () => ({ do: 'accept' }) },
  return: {
    act: ({ id }, desk) => returnMatter(desk, { thing: 'inquiry', id }, '不属于我单位'),
    step: () => ({ do: 'return' }),
  },
  ask: {
    act: ({ id }, desk) => askBack(desk, id, '请补充'),
    step: () => ({ do: 'ask-back', reason: '等待来信人补充材料' }),
  },
  reply: {
    act: ({ receipt }) => answerAskBack(publicDesk(office), receipt, { text: '补充如下' }),
    step: () => ({ do: 'reply' }),
  },
  more: {
    act: ({ id }, desk) => askExtension(desk, id, { amount: 3, reason: '核实' }),
    step: () => ({ do: 'ask-extension' }),
  },
  grant: {
    act: ({ id }, desk) => decideExtension(desk, id, { isGranted: true, reason: '同意' }),
    step: () => ({
      do: 'grant-extension',
      extension: { amount: 3, reason: '核实', approver: 'test' },
    }),
  },
  draft: {
    act: ({ id }, desk) => draftAnswer(desk, id, { answer: '您好。' }),
    step: () => ({ do: 'draft' }),
  },
  publish: {
    act: ({ id }, desk) => reviewAnswer(desk, id, { decision: 'publish' }),
    step: ({ state }) => (state === 'drafted' ? { do: 'publish' } : null),
  },
  rate: {
    act: ({ receipt }) => rateMatter(publicDesk(office), receipt, { satisfaction: 'satisfied' }),
    step: () => ({ do: 'rate' }),
  },
  reopen: {
    act: ({ receipt }) => reopenMatter(publicDesk(office), receipt, { reason: '不满意' }),
    step: () => ({ do: 'reopen', clock: officeClock('inquiry-question') }),
  },
} satisfies Record<
  string,
  {
    act: (made: Made, desk: Desk) => Promise<unknown>;
    step: (life: InquiryLife) => InquiryStep | null;
  }
>;
type Deed = keyof typeof deeds;
const usual: Partial<Record<InquiryLife['state'], Deed>> = {
  received: 'assign',
  assigned: 'accept',
  handling: 'draft',
  asking: 'reply',
  drafted: 'publish',
  published: 'reopen',
};

const history = fc.array(
  fc.record({
    deed: fc.constantFrom(...(Object.keys(deeds) as Deed[])),
    isUsual: fc.boolean(),
    hours: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 12, maxLength: 20 },
);

test('acts do what the life says, nothing is lost, table and ledger agree', async () => {
  const [seed, job] = [20190527, office.desk({ job: 'test' })];
  let done = 0;
  for (const [number, deedsOf] of fc.sample(history, { numRuns: HISTORIES, seed }).entries()) {
    let ms = START_MS + number * 24 * HOUR_MS;
    office.setClock(new Date(ms).toISOString());
    const { inquiryId: id, receipt } = await submitInquiry(publicDesk(office), sampleInquiry());
    for (const { deed: tried, isUsual, hours } of deedsOf) {
      ms += hours * HOUR_MS;
      const at = new Date(ms).toISOString();
      office.setClock(at);
      const before = (await findInquiry(office.db, id))?.life as InquiryLife;
      const name = isUsual ? (usual[before.state] ?? tried) : tried;
      const wanted = pure(before, deeds[name].step(before), at);
      const refused = await deeds[name].act({ id, receipt }, job).then(
        () => null,
        (error: unknown) => error,
      );
      if (refused !== null) assert.ok(refused instanceof Refusal, String(refused));
      assert.equal(refused === null, wanted !== null, `${name} in ${before.state}`);
      const now = (await findInquiry(office.db, id))?.life as InquiryLife;
      assert.deepEqual(plain(now), plain(wanted ?? before), name);
      if (wanted) done++;
    }
  }
  const { count } = await office.db
    .selectFrom('matter_events')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  assert.equal(count, done + HISTORIES, 'a line of history for each act');
  const terms = { from: '2019-01-01T00:00:00.000Z', before: '2020-01-01T00:00:00.000Z' };
  assert.deepEqual(await findDiscrepancies(office.db, 'inquiry', null, terms), []);
  const asked = { from: '2019-01-01', to: '2019-12-31' };
  const { inquiries } = await matterStatistics(office.db, null, asked, '2019-12-31T00:00:00.000Z');
  assert.deepEqual(inquiryContradictions(inquiries), []);
  assert.equal(inquiries.received, HISTORIES);
});

function pure(life: InquiryLife, step: InquiryStep | null, at: string): InquiryLife | null {
  if (step === null) return null;
  try {
    return stepInquiry(life, step, { at, calendar });
  } catch {
    return null;
  }
}

/** A life as it can be compared: the clock by what it is made of, who approved left out. */
function plain({ clock: { clock, startedAt, pauses, extension }, ...life }: InquiryLife) {
  return {
    ...life,
    clock: { id: clock.id, startedAt, pauses, more: extension?.amount ?? 0 },
  };
}
