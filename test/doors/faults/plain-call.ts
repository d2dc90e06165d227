import { type ChildProcess, spawn } from 'node:child_process';
import { program } from '../call-xunwang.ts';

/** What a call in a bare environment came to. */
export interface PlainCall {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Both streams, as a person sees them. */
  text: string;
}

/** Runs `xunwang` as `env -i` would: with these variables and no others. */
export function callPlainly(
  args: readonly string[],
  env: Record<string, string>,
  onStart: (child: ChildProcess) => void = () => undefined,
): Promise<PlainCall> {
  const child = spawn(process.execPath, [program, ...args, '--lang', 'en'], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onStart(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  }
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, text }));
  });
}
