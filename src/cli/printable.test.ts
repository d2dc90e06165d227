import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printable } from './printable.ts';

test('an escape sequence of a hostile page cannot reach the terminal', () => {
  assert.equal(printable('\u001b[2J\u001b]0;x\u0007标题\u202egnp'), '·[2J·]0;x·标题·gnp');
});

test('ordinary text, line ends and tabs stay as they are', () => {
  assert.equal(printable('招商动态\t2019年5月9日\n'), '招商动态\t2019年5月9日\n');
});
