import { readdirSync, readFileSync } from 'node:fs';

/** Memory of one process of a tree. */
export interface ProcessMemory {
  pid: number;
  name: string;
  /** Proportional set size: what several share is counted in parts. Bytes. */
  pssBytes: number;
}

/** A process and all that descend from it, with the memory each holds. Linux only. */
export function memoryOfTree(root: number): ProcessMemory[] {
  const parents = new Map(processes().map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at; at = parents.get(at)) if (at === root) return true;
    return false;
  };
  return [...parents.keys()].filter(isBelow).flatMap((pid) => {
    const pssBytes = pssOf(pid);
    return pssBytes === null ? [] : [{ pid, name: nameOf(pid), pssBytes }];
  });
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** Null for one that ended meanwhile, or holds nothing any more. */
function pssOf(pid: number): number | null {
  const text = read(`/proc/${pid}/smaps_rollup`);
  const found = /^Pss:\s+(\d+) kB/m.exec(text ?? '')?.[1];
  return found === undefined ? null : Number(found) * 1024;
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? 0);
}

function nameOf(pid: number): string {
  const words = (read(`/proc/${pid}/cmdline`) ?? '').split('\0').filter((word) => word !== '');
  const [program = '', ...rest] = words;
  const name = program.split('/').at(-1) ?? '';
  return name.startsWith('postgres') ? program.slice(0, 40) : `${name} ${rest[0] ?? ''}`;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
