import { readdirSync, readFileSync } from 'node:fs';

/** What a watch of a browser's memory may let grow, in bytes of resident memory. */
export interface MemoryLimits {
  /** Of one renderer: more is killed, and its page crashes. */
  rendererBytes: number;
  /** Of the browser's own process: more, and all of it is killed. */
  browserBytes: number;
}

/** One process of a browser. */
interface Member {
  pid: number;
  bytes: number;
  isRenderer: boolean;
}

const PAGE_BYTES = 4096;
const WATCH_MS = 100;

/**
 * Kills what grows beyond its limit in a process group, as long as it is not stopped. Pages that
 * allocate outside the script heap know no other end. Without /proc there is no watch.
 */
export function watchMemory(group: number | null, limits: MemoryLimits): { stop(): void } {
  if (group === null || process.platform !== 'linux') return { stop() {} };
  const timer = setInterval(() => {
    for (const { pid, bytes, isRenderer } of membersOf(group)) {
      if (bytes > (isRenderer ? limits.rendererBytes : limits.browserBytes)) kill(pid);
    }
  }, WATCH_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Resident memory of all processes of a group, in bytes; 0 without /proc. */
export function memoryOf(group: number | null): number {
  if (group === null || process.platform !== 'linux') return 0;
  return membersOf(group).reduce((sum, { bytes }) => sum + bytes, 0);
}

function membersOf(group: number): Member[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // pid (name) state ppid pgrp …; the name may hold anything, parentheses too.
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[2]) !== group) return [];
      const isRenderer = readFileSync(`/proc/${name}/cmdline`, 'latin1').includes('type=renderer');
      return [{ pid: Number(name), bytes: Number(fields[21]) * PAGE_BYTES, isRenderer }];
    } catch {
      return [];
    }
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
