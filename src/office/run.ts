import { ENGINE } from '#base/engine.ts';
import { type Courier, createCourier } from '#crawl/courier.ts';
import { createNet, type Net } from '#crawl/net.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { Lexicon } from '#read/lexicon.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { loadLexicon, rubricOfRun } from './run-instruments.ts';
import type { Watch } from './watch.ts';

/** How we introduce ourselves to the servers we visit. */
const USER_AGENT = `Mozilla/5.0 (compatible; Xunwang/${ENGINE}; government website supervision)`;

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

/** The way to the run's sites. The caller closes it. */
export function openNet(folder: RunFolder): Net {
  return createNet({ allowNet: folder.settings.allowNet, userAgent: USER_AGENT });
}

/** A run that inspects within the calling thread, over `net`. */
export function openRun(folder: RunFolder, watch: Watch, net: Net): Run {
  const courier = createCourier(net, watch.now);
  return { folder, ...openInstruments(folder), courier, watch };
}
