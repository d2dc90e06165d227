import { ENGINE } from '#base/engine.ts';
import { openRenderingLane, type RenderingLane } from '#crawl/browser-lane.ts';
import { createNet, type Net } from '#crawl/net.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { Lexicon } from '#read/lexicon.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { loadLexicon, rubricOfRun } from './run-instruments.ts';
import type { Watch } from './watch.ts';

/** How we introduce ourselves to the servers we visit. */
const USER_AGENT = `Mozilla/5.0 (compatible; Xunwang/${ENGINE}; government website supervision)`;

/** Everything the inspection of a run's sites shares. */
export interface Run {
  folder: RunFolder;
  rubric: Rubric;
  lexicon: Lexicon;
  net: Net;
  /** Null when no browser is wanted. */
  lane: RenderingLane | null;
  watch: Watch;
}

/** Makes a run ready to inspect. The caller closes `net` and `lane`. */
export function openRun(folder: RunFolder, watch: Watch): Run {
  const { settings } = folder;
  const { allowNet, browser } = settings;
  const rubric = rubricOfRun(settings);
  const lexicon = loadLexicon();
  return {
    folder,
    rubric,
    lexicon,
    net: createNet({ allowNet, userAgent: USER_AGENT }),
    lane: browser === 'auto' ? openRenderingLane({ allowNet, userAgent: USER_AGENT }) : null,
    watch,
  };
}
