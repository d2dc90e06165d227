import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callXunwang } from './call-xunwang.ts';

// What `bin/xunwang.js` does before anything else.

const SAY =
  'process.on("exit",()=>console.error(process.pid,process.env.MALLOC_ARENA_MAX,process.execArgv.length))';
const NODE_OPTIONS = `--import data:text/javascript,${SAY.replaceAll('"', '%22').replaceAll(' ', '%20')}`;

test('the C library is told to keep one arena, in the process that was started', async (t) => {
  if (process.platform !== 'linux') return t.skip('only the C library of Linux is told');
  let pid = 0;
  const onStart = (child: { pid?: number | undefined }) => {
    pid = child.pid ?? 0;
  };
  const { code, stdout, stderr } = await callXunwang(['--version'], {
    env: { NODE_OPTIONS },
    onStart,
  });
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  assert.deepEqual([code, stderr], [0, `${pid} 1 0\n`]);
});

test('whoever set it already is heard', async () => {
  const env = { NODE_OPTIONS, MALLOC_ARENA_MAX: '4' };
  const { code, stderr } = await callXunwang(['--version'], { env });
  assert.equal(code, 0);
  assert.match(stderr, /^\d+ 4 0\n$/);
});
