import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { listRubrics, loadLexiconTexts, loadRubricText } from './load-data.ts';
import { temporaryFolder } from './testing/sample-run.ts';

test('the packaged rubrics and lexicons are found', () => {
  assert.ok(listRubrics().includes('cn-census-2015'));
  const rubric = loadRubricText('cn-census-2015');
  assert.equal(rubric.file, 'rubrics/cn-census-2015.yaml');
  assert.notEqual(rubric.text, '');
  assert.ok('channel-kinds.yaml' in loadLexiconTexts());
});

test('a rubric of the user is read by its path', (context) => {
  const path = join(temporaryFolder(context), 'ours.yaml');
  writeFileSync(path, '\uFEFFid: ours\n');
  assert.deepEqual(loadRubricText(path), { id: 'ours', file: path, text: 'id: ours\n' });
});

test('an unknown rubric is refused with the known ones, a missing file by its path', () => {
  const unknown = (error: unknown) =>
    error instanceof Refusal &&
    error.code === 'rubric-unknown' &&
    String(error.args.known).includes('cn-census-2015');
  assert.throws(() => loadRubricText('cn-census-2051'), unknown);
  const missing = (error: unknown) => error instanceof Refusal && error.code === 'file-missing';
  assert.throws(() => loadRubricText('./no-such.yaml'), missing);
});
