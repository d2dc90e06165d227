import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunSettings } from '#domain/run-settings.ts';
import { callInProcess } from './call-in-process.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { serveTinySite } from './tiny-site.ts';

test('an inspection says where owners of servers can write to, and keeps it', async (context) => {
  const site = await serveTinySite();
  context.after(() => site.close());
  const out = join(temporaryFolder(context), 'run');
  const options = ['--allow-net', '127.0.0.0/8', '--recheck', '0', '--browser', 'off', '--no-pdf'];
  const contact = 'wangzhan@example.gov.cn';
  await callInProcess(['inspect', site.homepage, '--out', out, '--contact', contact, ...options]);
  assert.match(site.visitor(), /Xunwang\/.*; \+wangzhan@example\.gov\.cn\)$/);
  const settings = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as RunSettings;
  assert.equal(settings.contact, contact);
});
