import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { callXunwang } from './call-xunwang.ts';
import { temporaryFolder } from './temporary-folder.ts';

// What the demo refuses, without starting it: `npm run check:memory` starts it.

test('a known password lets nobody in from outside, and no other database is played into', async (t) => {
  const data = join(temporaryFolder(t), 'demo');
  const call = (env: Record<string, string>) =>
    callXunwang(['demo', '--lang', 'en'], { env: { XUNWANG_DATA: data, ...env } });
  const open = await call({ XUNWANG_HOST: '0.0.0.0' });
  assert.equal(open.code, 2);
  assert.match(open.stderr, /XUNWANG_DEMO_PASSWORD/);
  const server = await call({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  assert.equal(server.code, 2);
  assert.match(server.stderr, /unset DATABASE_URL/);
});

test('nothing is deleted that is not the demo’s, nor without a yes', async (t) => {
  const data = temporaryFolder(t);
  const env = { XUNWANG_DATA: data };
  writeFileSync(join(data, 'thesis.txt'), 'years of work');
  const foreign = await callXunwang(['demo', '--fresh', '--yes', '--lang', 'en'], { env });
  assert.match(foreign.stderr, /is no folder of the demo/);
  writeFileSync(join(data, 'xunwang-demo.txt'), '');
  const unsure = await callXunwang(['demo', '--fresh', '--lang', 'en'], { env });
  assert.equal(unsure.code, 2);
  assert.match(unsure.stderr, /Nothing was deleted/);
});

test('there is no code where there is no demo', async (t) => {
  const env = { XUNWANG_DATA: temporaryFolder(t) };
  const call = await callXunwang(['demo', '--code', 'leader', '--lang', 'en'], { env });
  assert.equal(call.code, 2);
  assert.match(call.stderr, /No demo runs/);
});
