import { closeSync, readSync } from 'node:fs';
import { onDisk } from './disk-refusal.ts';
import { openIfThere } from './read-at.ts';

const CHUNK_BYTES = 1 << 20;
const NEWLINE = 0x0a;

/** One line of a file. */
export interface Line {
  /** From 1. */
  number: number;
  /** Where it begins, in bytes. */
  offset: number;
  /** With its line feed; only the last line of a torn file lacks it. */
  bytes: Buffer;
  isWhole: boolean;
}

/** The lines of a file one by one, in constant memory; none when the file is not there. */
export function* readLines(path: string): Generator<Line> {
  const file = openIfThere(path);
  if (file === null) return;
  try {
    let rest: Buffer[] = [];
    let number = 0;
    let offset = 0;
    const line = (bytes: Buffer, isWhole: boolean): Line => {
      const made = { number: ++number, offset, bytes, isWhole };
      offset += bytes.length;
      return made;
    };
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const length = onDisk(path, () => readSync(file, chunk));
      if (length === 0) break;
      let start = 0;
      for (let end = next(chunk, start, length); end > 0; end = next(chunk, start, length)) {
        yield line(Buffer.concat([...rest, chunk.subarray(start, end)]), true);
        rest = [];
        start = end;
      }
      if (start < length) rest.push(chunk.subarray(start, length));
    }
    if (rest.length > 0) yield line(Buffer.concat(rest), false);
  } finally {
    closeSync(file);
  }
}

/** One past the next line feed at or after `start`, or 0 when there is none before `length`. */
function next(chunk: Buffer, start: number, length: number): number {
  const at = chunk.indexOf(NEWLINE, start);
  return at >= 0 && at < length ? at + 1 : 0;
}
