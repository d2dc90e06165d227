import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { program } from '../doors/call-xunwang.ts';

/** Starts the demo in a folder, as a newcomer does, and tells what it says of itself by kind. */
export function startDemo(folder: string) {
  const { PATH = '', HOME = tmpdir() } = process.env;
  const child = spawn(process.execPath, [program, 'demo', '--json'], {
    // As `bin/xunwang.js` sets it where it chooses the Node, and the units in `deploy/` do.
    env: { PATH, HOME, MALLOC_ARENA_MAX: '2', XUNWANG_DATA: folder, XUNWANG_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Set<string>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const [, kind = ''] of text.matchAll(/^\{"kind":"([\w-]+)"/gm)) said.add(kind);
  });
  const closed = once(child, 'close');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid ?? 0,
    has: (kind: string) => {
      if (hasEnded()) throw new Error('the demo ended before its time');
      return said.has(kind);
    },
    async until(kind: string) {
      while (!this.has(kind)) await sleep(50);
    },
    async stop() {
      if (!hasEnded()) child.kill('SIGINT');
      await closed;
      return child.exitCode;
    },
  };
}
