import { readFileSync } from 'node:fs';

/** A process, told apart from a later one of the same number by when it started. */
export interface ProcessIdentity {
  pid: number;
  /** In ticks since the machine started; null where the system does not tell. */
  startedTicks: string | null;
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, startedTicks: startedTicks(pid) };
}

export function isSameProcessAlive(identity: ProcessIdentity): boolean {
  if (!isAlive(identity.pid)) return false;
  return identity.startedTicks === null || identity.startedTicks === startedTicks(identity.pid);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return stateOf(pid) !== 'Z';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The name in field 2 may hold blanks and brackets, so fields are counted from its end. */
function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function startedTicks(pid: number): string | null {
  return statFields(pid)[19] ?? null;
}

/** A dead process whose parent has not looked yet (`Z`) is dead. */
function stateOf(pid: number): string | null {
  return statFields(pid)[0] ?? null;
}
