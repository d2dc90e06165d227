import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSettings } from './parse-settings.ts';
import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

test('an empty environment gives the defaults', () => {
  const { values, mistakes } = parseSettings({});
  assert.deepEqual(mistakes, []);
  assert.equal(values.data, 'xunwang-data');
  assert.equal(values.databaseUrl, null);
  assert.equal(values.sweepMs, 2000);
});

test('a duration may have its unit behind it', () => {
  assert.equal(parseSettings({ XUNWANG_SWEEP: '3s' }).values.sweepMs, 3000);
  assert.equal(parseSettings({ XUNWANG_RETRY: '2m' }).values.retryMs, 120_000);
});

test('all mistakes are told at once, an unknown name of ours among them', () => {
  const { mistakes } = parseSettings({
    XUNWANG_PORT: '80 80',
    XUNWANG_SITES_AT_ONCE: '999',
    XUNWANG_HOST: '',
    XUNWANG_HOTS: '0.0.0.0',
    HOME: 'anything',
  });
  assert.deepEqual(
    mistakes.map(({ env, why }) => `${env} ${why}`),
    [
      'XUNWANG_HOST empty',
      'XUNWANG_PORT no-number',
      'XUNWANG_SITES_AT_ONCE out-of-range',
      'XUNWANG_HOTS unknown',
    ],
  );
});

test('every default is one that could be written', () => {
  const all = Object.values(settings as Record<string, Setting>);
  const written = all.flatMap((one) => (one.default === null ? [] : [[one.env, one.default]]));
  assert.deepEqual(parseSettings(Object.fromEntries(written)).mistakes, []);
});

test('every number has a unit, and no two settings share a name', () => {
  const all = Object.values(settings as Record<string, Setting>);
  const bare = all.filter(
    ({ kind, unit }) => (kind === 'text' || kind === 'port') !== (unit === null),
  );
  assert.deepEqual(bare, []);
  assert.equal(new Set(all.map(({ env }) => env)).size, all.length);
});
