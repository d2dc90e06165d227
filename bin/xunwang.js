#!/usr/bin/env node
// Starts Xunwang on a Node that can run it. Plain JavaScript for old Nodes: this file decides,
// everything else is TypeScript under src/ (a checkout) or its compiled form under dist/.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const major = Number(process.versions.node.split('.')[0]);
const compiled = new URL('../dist/main.js', import.meta.url);
const source = new URL('../src/main.ts', import.meta.url);
const main = existsSync(source) ? source : compiled;

// The C library gives each thread an arena of its own, which keeps what was freed in it: with one for
// all, what a site's thread gives back is there for the others. Large pieces go back at once.
const LEAN = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072' };

if (major >= NEEDED_MAJOR) {
  startAgainLean();
  module.enableCompileCache?.();
  await import(main.href);
} else {
  startOn(bundledNode());
}

/** The C library reads its settings when a process starts: so this one starts once more, in its own place. */
function startAgainLean() {
  const isSet = process.platform !== 'linux' || process.env.MALLOC_ARENA_MAX !== undefined;
  // A parent that talks to this process by a channel would lose it.
  if (isSet || process.channel || process.execve === undefined) return;
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve(process.execPath, again, { ...process.env, ...LEAN });
}

/** The Node that came with `npm install` as an optional dependency, or null on other platforms. */
function bundledNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  try {
    const file = createRequire(import.meta.url).resolve(`${name}/${binary}`);
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

function startOn(node) {
  if (node === null) {
    const have = process.versions.node;
    console.error(`巡网需要 Node.js ${NEEDED_MAJOR} 或更新版本，当前为 ${have}，且本平台没有随包提供的版本。请安装后重试。`);
    console.error(`Xunwang needs Node.js ${NEEDED_MAJOR} or newer; this is ${have}, and none is bundled for ${process.platform}-${process.arch}. Install one and try again.`);
    process.exit(2);
  }
  // The channel says nothing; it closes when this process ends, however it ends.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const env = { ...LEAN, ...process.env };
  // That Node starts here again, so that it too keeps what it has compiled.
  const again = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(node, again, { stdio, env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}
