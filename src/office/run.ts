import type { Courier } from '#crawl/courier.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { Lexicon } from '#read/lexicon.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { loadLexicon, rubricOfRun } from './run-instruments.ts';
import type { Watch } from './watch.ts';

/** Everything the inspection of a run's sites shares. */
export interface Run extends Instruments {
  folder: RunFolder;
  courier: Courier;
  watch: Watch;
}

/** What a run judges with. */
export interface Instruments {
  rubric: Rubric;
  lexicon: Lexicon;
}

/** Loads what the run's settings name. */
export function openInstruments(folder: RunFolder): Instruments {
  return { rubric: rubricOfRun(folder.settings), lexicon: loadLexicon() };
}

/** A run that inspects within the calling thread. */
export function openRun(folder: RunFolder, watch: Watch, courier: Courier): Run {
  return { folder, ...openInstruments(folder), courier, watch };
}
