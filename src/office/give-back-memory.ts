import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: {
  type: 'major';
  execution: 'sync';
  flavor: 'last-resort' | 'regular';
}) => void;

let collector: Collect | null = null;

/**
 * Has the engine clear up all at once and give the memory back: left to itself it keeps what a
 * busy hour took, since nothing happens any more that would make it look. For who is at rest: it
 * stops everything for some tenths of a second.
 */
export function giveBackMemory(): void {
  collect('last-resort');
}

function collect(flavor: 'last-resort' | 'regular'): void {
  if (collector === null) {
    setFlagsFromString('--expose-gc');
    collector = runInNewContext('gc') as Collect;
  }
  collector({ type: 'major', execution: 'sync', flavor });
}
