import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '#domain/finding.ts';
import { packagedRubric } from './testing/packaged-rubric.ts';
import { sampleFinding, sampleFindings, samples } from './testing/sample-findings.ts';
import { vetoOutlook } from './veto-outlook.ts';

const census = packagedRubric('cn-census-2015');

function stateOf(indicator: string, today: Finding[], ahead: Finding[] = today): string {
  const lines = vetoOutlook({ today, ahead }, census).filter(
    (line) => line.indicator === indicator,
  );
  assert.equal(lines.length, 1);
  return lines[0]?.state ?? '';
}

const blank = (count: number, state?: Finding['state']) =>
  sampleFindings(count, { ...samples.blank, ...(state && { state }) });

test('three blank channels are fine, four are one short of a veto, five are one', () => {
  assert.equal(stateOf('channels-filled', blank(3)), 'fine');
  assert.equal(stateOf('channels-filled', blank(4)), 'watch');
  assert.equal(stateOf('channels-filled', blank(5)), 'breach');
});

test('a homepage without updates for ten days is warned of before the fourteenth', () => {
  const still = [sampleFinding(samples.homepageStill)];
  assert.equal(stateOf('site-updated', [], still), 'watch');
  assert.equal(stateOf('site-updated', still), 'breach');
  assert.equal(stateOf('site-updated', [], []), 'fine');
});

test('a suspicion warns, though it costs nothing', () => {
  assert.equal(stateOf('channels-filled', blank(4, 'suspected')), 'watch');
});

test('what could not be measured is neither fine nor a breach', () => {
  const open = blank(5, 'unmeasured');
  assert.equal(stateOf('channels-filled', open), 'unmeasured');
  assert.equal(
    stateOf('channels-filled', [...blank(4), ...blank(5, 'unmeasured').slice(4)]),
    'unmeasured',
  );
});

test('what was cleared counts nowhere', () => {
  assert.equal(stateOf('channels-filled', blank(9, 'dropped')), 'fine');
});

test('a warning names what it rests on', () => {
  const today = blank(4);
  const line = vetoOutlook({ today, ahead: today }, census).find(
    ({ indicator }) => indicator === 'channels-filled',
  );
  assert.deepEqual(line?.findings, today.map(({ id }) => id).toSorted());
});
