import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callXunwang } from './call-xunwang.ts';
import { startProcess } from './office-range.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('one call starts database, web and worker; another joins, and the port is refused', async (t) => {
  const data = temporaryFolder(t);
  const env = { XUNWANG_DATA: data, XUNWANG_PORT: '0' };
  const one = startProcess('serve', env);
  t.after(() => one.kill());
  const { address } = (await one.until('web')) as { address: string };
  await one.until('ready');
  assert.equal((await fetch(`${address}healthz`)).status, 200);
  const port = new URL(address).port;
  const refused = await callXunwang(['serve', '--lang', 'en'], {
    env: { XUNWANG_DATA: data, XUNWANG_PORT: port },
  });
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, new RegExp(`port ${port} cannot be used`));
  assert.match(refused.stdout, /joined/);
  const ledger = await callXunwang(['ledger', 'verify', '--lang', 'en'], { env });
  assert.match(ledger.stdout, /whole: \d+ lines/);
  const check = await callXunwang(['migrate', '--check', '--lang', 'en'], { env });
  assert.equal(check.code, 0, check.stderr);
  assert.equal(await one.stop(), 0, one.complaints());
  assert.ok(one.said.some(({ kind }) => kind === 'stopped'));
});

test('a wrong environment is refused with all that is wrong', async () => {
  const env = { XUNWANG_PORT: 'eighty', XUNWANG_HOTS: 'x' };
  const call = await callXunwang(['serve', '--lang', 'en'], { env });
  assert.equal(call.code, 2);
  assert.match(call.stderr, /2 settings are wrong[^]*XUNWANG_PORT[^]*XUNWANG_HOTS/);
  const check = await callXunwang(['config', 'check', '--lang', 'en'], { env });
  assert.equal(check.code, 1);
});
