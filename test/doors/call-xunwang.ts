import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The program as it is started by a person. */
export const program = join(import.meta.dirname, '..', '..', 'bin', 'xunwang.js');

/** What one call of the program came to. */
export interface Call {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface CallOptions {
  cwd?: string;
  /** Laid over a plain environment: no locale, no colours, a cache of compiled modules. */
  env?: Record<string, string>;
  /** Sees the process when it has started: to interrupt it. */
  onStart?: (child: ChildProcess) => void;
  /** Another program in place of `bin/xunwang.js` of the checkout. */
  program?: string;
  /** Another Node than this one. */
  node?: string;
  /** In a process group of its own, as a terminal starts it. */
  detached?: boolean;
  /** The largest file the process may write, in bytes. */
  maxFileBytes?: number;
}

/** Runs `xunwang` as a process of its own and waits for its end. */
export function callXunwang(args: readonly string[], options: CallOptions = {}): Promise<Call> {
  const words = [options.node ?? process.execPath, options.program ?? program, ...args];
  const [file = '', ...rest] =
    options.maxFileBytes === undefined ? words : limited(words, options.maxFileBytes);
  const child = spawn(file, rest, {
    cwd: options.cwd,
    env: { ...plainEnvironment(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: options.detached ?? false,
  });
  options.onStart?.(child);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code, signal, stdout: stdout(), stderr: stderr() }),
    );
  });
}

/** The same call by a shell that sets the limit first; it counts in blocks of 512 bytes. */
function limited(words: readonly string[], maxFileBytes: number): string[] {
  const blocks = Math.floor(maxFileBytes / 512);
  return ['sh', '-c', `ulimit -f ${blocks} && exec "$@"`, 'sh', ...words];
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

function plainEnvironment(): Record<string, string> {
  const { PATH = '', HOME = tmpdir() } = process.env;
  // Starting is most of a short call; compiled modules are kept between calls.
  const cache = join(tmpdir(), 'xunwang-test-compile-cache');
  return { PATH, HOME, NODE_COMPILE_CACHE: cache };
}
