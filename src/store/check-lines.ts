import { sha256 } from '#base/hash.ts';
import type { ArchiveProblem } from './check-archive.ts';
import { readLines } from './read-lines.ts';

/** What the index says of one line of a file. */
export interface ExpectedLine {
  visit: string;
  hash: string;
}

/** Names of problems, without the site and file that the caller knows. */
export type LineProblem = Pick<ArchiveProblem, 'visit' | 'problem' | 'detail'>;

/**
 * Compares the lines of a JSON Lines file with the index: each expected line must stand there
 * unchanged and in order, and nothing else. `whose` reads the visit's id from a parsed line;
 * `accept` sees each line that holds.
 */
export function* checkLines(
  path: string,
  expected: readonly ExpectedLine[],
  whose: (value: Record<string, unknown>) => unknown,
  accept: (bytes: Buffer, visit: string) => void = () => {},
): Generator<LineProblem> {
  const open = new Map(expected.map((line, order) => [line.hash, { visit: line.visit, order }]));
  const strange: { visit: string | null; number: number }[] = [];
  let reached = -1;
  for (const line of readLines(path)) {
    const hash = sha256(line.bytes);
    const found = open.get(hash);
    if (!found) {
      strange.push({ visit: visitOf(line.bytes, whose), number: line.number });
      continue;
    }
    open.delete(hash);
    if (found.order < reached) yield { ...at(found.visit, line.number), problem: 'misplaced' };
    reached = Math.max(reached, found.order);
    accept(line.bytes, found.visit);
  }
  yield* unmatched(
    [...open.values()].map((line) => line.visit),
    strange,
  );
}

/** Pairs what is missing with what is strange: together they are a changed line. */
function* unmatched(
  missing: string[],
  strange: { visit: string | null; number: number }[],
): Generator<LineProblem> {
  const rest = new Set(missing);
  const known = strange.filter((line) => line.visit !== null && rest.delete(line.visit));
  for (const line of known) yield { ...at(line.visit, line.number), problem: 'changed' };
  for (const visit of rest) yield { visit, problem: 'missing', detail: 'its line is not there' };
  for (const line of strange.filter((one) => !known.includes(one))) {
    yield { ...at(line.visit, line.number), problem: 'unexpected' };
  }
}

function at(visit: string | null, number: number): Pick<LineProblem, 'visit' | 'detail'> {
  return { visit, detail: `line ${number}` };
}

function visitOf(bytes: Buffer, whose: (value: Record<string, unknown>) => unknown): string | null {
  try {
    const id = whose(JSON.parse(bytes.toString('utf8')) as Record<string, unknown>);
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}
