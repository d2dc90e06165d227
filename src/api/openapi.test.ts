import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { openApi } from './testing/open-api.ts';

const golden = new URL('../../docs/openapi.json', import.meta.url);

test('the description of the API is the committed one', async () => {
  const api = await openApi();
  try {
    const { body } = await api.send('GET', '/api/openapi.json');
    const text = `${JSON.stringify(body, null, 1)}\n`;
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text);
    assert.equal(text, readFileSync(golden, 'utf8'), 'run npm run bless and review the diff');
  } finally {
    await api.close();
  }
});
