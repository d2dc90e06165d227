import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import type { Circular, Field } from '#domain/circular.ts';
import { buildCircular } from './circular-model.ts';
import { isField } from './fields.ts';
import { assertPublishable, reconcile } from './reconcile.ts';
import { runsOf } from './runs-of.ts';
import {
  fullBrief,
  incompleteSite,
  resultOf,
  shippedWording,
  site,
  smallResult,
} from './testing/sample-result.ts';

const wording = shippedWording();
const make = (brief = fullBrief()) => buildCircular(smallResult(), brief, wording);
const copy = (circular: Circular) => structuredClone(circular);

/** Changes the field at a place in reading order, found in the copy by walking it the same way. */
function tampered(circular: Circular, place: number, change: (field: Field) => void): Circular {
  const altered = copy(circular);
  const field = runsOf(altered).filter(isField)[place];
  assert.ok(field);
  change(field);
  return altered;
}

test('an untouched circular agrees with its data, with the annex in either order', () => {
  assert.deepEqual(reconcile(make(), smallResult()), []);
  const ranked = buildCircular(smallResult(), fullBrief(), wording, 'score');
  assert.equal(ranked.annex.rows[0]?.score.text, '100');
  assert.deepEqual(reconcile(ranked, smallResult()), []);
  assertPublishable(make(), smallResult());
});

test('every field of the circular is noticed when its text or its value is changed', () => {
  const circular = make();
  const fields = runsOf(circular).filter(isField);
  assert.ok(fields.length > 150, String(fields.length));
  fields.forEach((field, place) => {
    const texts = tampered(circular, place, (mine) => {
      mine.text = `${mine.text}9`;
    });
    const named = reconcile(texts, smallResult()).find(({ field: id }) => id === field.field);
    assert.equal(named?.printed, `${field.text}9`, field.field);
    assert.equal(named?.recomputed, field.text, field.field);
    const values = tampered(circular, place, (mine) => {
      mine.value = typeof mine.value === 'number' ? mine.value + 1 : ['tampered'];
    });
    const found = reconcile(values, smallResult()).map(({ field: id }) => id);
    assert.ok(found.includes(field.field), field.field);
  });
});

test('text and value changed together are noticed as well', () => {
  const circular = make();
  const fields = runsOf(circular).filter(isField);
  const place = fields.findIndex(({ field }) => field === 'sites.passed');
  const altered = tampered(circular, place, (field) => {
    field.text = '9';
    field.value = 9;
  });
  assert.deepEqual(reconcile(altered, smallResult()), [
    { field: 'sites.passed', printed: '9', recomputed: '8' },
  ]);
});

test('a missing figure, a figure in the words and a filled-in number are named', () => {
  const circular = copy(make());
  const overview = circular.paragraphs[2];
  assert.ok(overview);
  overview.runs = overview.runs.filter((run) => !isField(run) || run.field !== 'sites.passRate');
  overview.runs.push({ text: '合格率97.2%' }, { text: '市招商局' });
  circular.documentNumber = '咸政办函〔2019〕5号';
  const found = reconcile(circular, smallResult());
  assert.deepEqual(
    found.map(({ field }) => field),
    ['sites.passRate', 'words', 'words', 'documentNumber'],
  );
});

test('rows of the annex left out, doubled or reordered are named', () => {
  const rowsOf = (change: (circular: Circular) => void) => {
    const circular = copy(make());
    change(circular);
    return reconcile(circular, smallResult()).map(({ field }) => field);
  };
  assert.ok(rowsOf(({ annex }) => annex.rows.pop()).includes('annex.order'));
  assert.ok(rowsOf(({ annex }) => annex.rows.reverse()).includes('annex.order'));
  assert.ok(rowsOf(({ annex }) => annex.rows.push(...annex.rows)).includes('annex.order'));
});

test('a circular of another run is not taken for this one', () => {
  const other = { ...smallResult(), asOf: '2019-05-28' };
  const found = reconcile(make(), other).map(({ field }) => field);
  assert.ok(found.includes('asOf'));
});

test('sums of the brief that do not come out are named with the arithmetic', () => {
  const brief = fullBrief();
  brief.errorReports = { total: 12, bySite: [{ name: '甲', count: 5 }], replied: 13 };
  brief.inquiries = { received: 564, handled: 442, inProgress: 90, unpublished: 31 };
  const found = reconcile(buildCircular(smallResult(), brief, wording), smallResult());
  assert.deepEqual(found, [
    { field: 'brief.errorReports.total', printed: '12', recomputed: '5=5' },
    { field: 'brief.errorReports.replied', printed: '13', recomputed: '≤12' },
    { field: 'brief.inquiries.received', printed: '564', recomputed: '442+90+31=563' },
  ]);
});

test('a unit told to open a site cannot be one whose site is scored', () => {
  const brief = { tasks: [{ heading: '开设网站', units: ['市民政局'], opensSite: true }] };
  const found = reconcile(buildCircular(smallResult(), brief, wording), smallResult());
  assert.deepEqual(found, [
    { field: 'brief.tasks.0.units', printed: '市民政局', recomputed: 'annex: 市民政局' },
  ]);
});

test('a verdict on the wrong side of the pass line is named', () => {
  const wrong = { ...site('a', '甲局'), score: 59.9 };
  const result = resultOf([wrong, site('b', '乙局')]);
  const found = reconcile(buildCircular(result, {}, wording), result);
  assert.deepEqual(found, [{ field: 'result.a.verdict', printed: 'pass', recomputed: 'fail' }]);
});

test('publishing refuses a contradiction by name, and too many incomplete sites', () => {
  const circular = copy(make());
  const total = runsOf(circular).find((run) => isField(run) && run.field === 'sites.total');
  assert.ok(total);
  total.text = '11';
  assert.throws(
    () => assertPublishable(circular, smallResult()),
    (error: Refusal) =>
      error.code === 'circular-contradicts' && error.message.includes('sites.total: 11 ≠ 10'),
  );
  const result = resultOf([site('a', '甲局'), incompleteSite('b', '乙局')]);
  assert.throws(
    () => assertPublishable(buildCircular(result, {}, wording), result),
    (error: Refusal) =>
      error.code === 'circular-unmeasured' && error.message.includes('1 of 2 sites'),
  );
  const brief = { unmeasuredLimit: 0.5 };
  assertPublishable(buildCircular(result, brief, wording), result);
});
