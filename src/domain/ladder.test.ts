import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { type OrderStanding, proposeSteps } from './ladder.ts';
import { parseLadder } from './parse-ladder.ts';

const file = 'clocks/escalation-ladder.yaml';
const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const ladder = parseLadder(text, file);

const calm: OrderStanding = {
  orderId: 1,
  unitId: 2,
  dueOn: '2019-06-12',
  isMended: false,
  workingDaysLeft: 6,
  isOverdue: false,
  workingDaysOverdue: 0,
  timesFailed: 0,
  openVetoes: 0,
  repetitions: [],
};

function rungs(order: Partial<OrderStanding>): string[] {
  return proposeSteps({ ...calm, ...order }, ladder).map(({ rung }) => rung.id);
}

const repetition = { siteId: 3, indicator: 'policy-6-months', since: '2019年第一季度' };

for (const [name, order, expected] of [
  ['nothing while there is time', {}, []],
  ['a reminder two working days before', { workingDaysLeft: 2 }, ['before-due']],
  ['none three days before', { workingDaysLeft: 3 }, []],
  ['a notice as soon as it is overdue', { isOverdue: true, workingDaysLeft: 0 }, ['overdue']],
  ['no warning on the fourth day', { isOverdue: true, workingDaysOverdue: 4 }, ['overdue']],
  ['a warning on the fifth', { isOverdue: true, workingDaysOverdue: 5 }, ['overdue', 'overdue-5']],
  [
    'a talk on the tenth',
    { isOverdue: true, workingDaysOverdue: 10 },
    ['overdue', 'overdue-5', 'overdue-10'],
  ],
  ['a warning after the second failed recheck', { timesFailed: 2 }, ['second-failed-recheck']],
  ['none after the first', { timesFailed: 1 }, []],
  ['a veto may be mended until the day', { openVetoes: 1 }, []],
  [
    'a talk for a veto that is not mended in time',
    { openVetoes: 1, isOverdue: true },
    ['overdue', 'veto-not-mended'],
  ],
  ['a talk for the same in the next round', { repetitions: [repetition] }, ['next-round']],
  [
    'a repetition is talked about though it is mended by now',
    { repetitions: [repetition], isMended: true, isOverdue: true, workingDaysOverdue: 30 },
    ['next-round'],
  ],
] as [string, Partial<OrderStanding>, string[]][]) {
  test(name, () => assert.deepEqual(rungs(order), expected));
}

for (const [name, from, to, field] of [
  ['a step nobody knows', 'step: talk', 'step: prison', 'step'],
  ['a test nobody knows', 'working-days-left: 2', 'days-left: 2', 'when'],
  ['two tests in one rung', '{ repeated: true }', '{ repeated: true, veto-overdue: true }', 'when'],
  ['a negative count', 'working-days-overdue: 5', 'working-days-overdue: -5', 'when'],
  ['a rung twice', 'id: overdue-10', 'id: overdue-5', 'id'],
  ['a role nobody has', 'drafted-for: unit-head', 'drafted-for: mayor', 'drafted-for'],
  ['a mistyped member', 'drafted-for: unit-head', 'draftedfor: unit-head', 'draftedfor'],
] as const) {
  test(`the ladder refuses ${name}, with the line`, () => {
    assert.throws(
      () => parseLadder(text.replace(from, to), file),
      (error) =>
        error instanceof Refusal &&
        error.code === 'ladder-mistake' &&
        String(error.args.field).endsWith(field) &&
        Number(error.args.line) > 1,
    );
  });
}
