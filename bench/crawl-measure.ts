import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What a command used, with all the processes it started. */
export interface Use {
  wallSeconds: number;
  /** User and system time of the whole tree. */
  cpuSeconds: number;
  /** Most resident memory of the tree at one time, as seen every tenth of a second. Bytes. */
  peakBytes: number;
  exitCode: number | null;
  isOutOfTime: boolean;
}

const LOOK_MS = 100;
const PAGE_BYTES = 4096;

/** Runs a command to its end, its words into a log file, or kills it after so long. */
export async function measure(
  command: readonly string[],
  log: string,
  limitMs: number,
): Promise<Use> {
  const output = openSync(log, 'w');
  const startedMs = performance.now();
  // The shell's `times` counts what all ended descendants used; nothing else tells it so plainly.
  const script = '"$@"; code=$?; times >&3; exit $code';
  const child = spawn('sh', ['-c', script, 'sh', ...command], {
    stdio: ['ignore', output, output, 'pipe'],
    detached: true,
  });
  closeSync(output);
  let peakBytes = 0;
  let isOutOfTime = false;
  const pid = child.pid ?? 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, residentBytes(pid));
    if (performance.now() - startedMs < limitMs || isOutOfTime) return;
    isOutOfTime = true;
    process.kill(-pid, 'SIGKILL');
  }, LOOK_MS);
  const [times, [exitCode]] = await Promise.all([
    text(child.stdio[3] as NodeJS.ReadableStream),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  clearInterval(timer);
  const wallSeconds = (performance.now() - startedMs) / 1000;
  return { wallSeconds, cpuSeconds: secondsIn(times), peakBytes, exitCode, isOutOfTime };
}

/** The second line of `times`: user and system time of ended descendants, as 1m2.345s. */
function secondsIn(times: string): number {
  const line = times.trim().split('\n')[1] ?? '';
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function residentBytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    const below = children === '' ? [] : children.split(' ');
    return below.reduce((sum, one) => sum + residentBytes(Number(one)), pages * PAGE_BYTES);
  } catch {
    return 0; // It ended between two looks.
  }
}
