import { readFileSync } from 'node:fs';

/** Clock ticks of Linux, whatever the machine. */
const TICK_MS = 10;

/**
 * Processor time that a process and all it started have used so far, in ms: of the service with its
 * PostgreSQL. Unlike the time on the clock it does not grow with what else the machine does.
 */
export function cpuMs(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind the name, which may hold spaces: utime, stime, and those of ended children.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    const ids = children === '' ? [] : children.split(' ').map(Number);
    return ids.reduce((sum, child) => sum + cpuMs(child), own);
  } catch {
    return 0;
  }
}
