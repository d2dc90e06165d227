import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../house/source-files.ts';
import { type Description, renderPaths } from './render-paths.ts';

test('the console knows the routes of the API as they are', () => {
  const path = join(projectRoot, 'console/src/api/paths.ts');
  const text = readFileSync(join(projectRoot, 'docs/openapi.json'), 'utf8');
  const made = renderPaths(JSON.parse(text) as Description);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, made);
  assert.equal(readFileSync(path, 'utf8') === made, true, 'npm run bless renews it');
});
