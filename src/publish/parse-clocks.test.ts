import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { loadClocksText } from '#store/load-data.ts';
import { parseClocks } from './parse-clocks.ts';

const { text, file } = loadClocksText();

test('the packaged clocks are those of the office, with what is ours', () => {
  const { version, clocks } = parseClocks(text, file);
  assert.equal(version, 2);
  assert.deepEqual(
    clocks.map(({ id, amount, unit, ours }) => `${id} ${amount} ${unit}${ours ? ' ours' : ''}`),
    [
      'appeal 3 working-days ours',
      'order-receipt 1 working-days ours',
      'rectification 10 working-days',
      'recheck 1 hours ours',
      'error-report-hubei 3 working-days',
      'error-report-liaoning 2 working-days',
      'letter-watch 2 months ours',
      'letter-line 3 months',
      'homepage-watch 10 days ours',
      'inquiry-acceptance 1 working-days',
      'inquiry-question 2 working-days',
      'inquiry-complaint 5 working-days',
      'inquiry-suggestion 5 working-days',
      'inquiry-help 5 working-days ours',
      'inquiry-complex 15 working-days',
    ],
  );
  for (const { title, from, source } of clocks) {
    assert.ok([title.zh, title.en, from.zh, from.en, source].every((words) => words !== ''));
  }
});

test('a mistake is refused with its line', () => {
  const cases: [string, string, number][] = [
    ['    unit: working-days', '    unit: workdays', 12],
    ['amount: 3', 'amount: 0', 11],
    ['amount: 3', 'amount: 1001', 11],
    ['ours: true', 'ours: perhaps', 16],
    ['id: order-receipt', 'id: appeal', 17],
    ['title:', 'titel:', 13],
    ['xunwang-clocks/1', 'xunwang-clocks/9', 7],
  ];
  for (const [right, wrong, line] of cases) {
    const broken = text.replace(right, wrong);
    assert.throws(
      () => parseClocks(broken, file),
      (error) =>
        error instanceof Refusal && error.code === 'clocks-mistake' && error.args.line === line,
      wrong,
    );
  }
  assert.throws(
    () => parseClocks('clocks: [', file),
    (error) => error instanceof Refusal && error.code === 'clocks-yaml',
  );
});
