import { openRenderingLane, type RenderingLane } from '#crawl/browser-lane.ts';
import type { Courier } from '#crawl/courier.ts';
import { createNet, type Net } from '#crawl/net.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { Lexicon } from '#read/lexicon.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { loadLexicon, rubricOfRun } from './run-instruments.ts';
import { userAgentOf } from './user-agent.ts';
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

/** The way to the run's sites. The caller closes it. */
export function openNet(folder: RunFolder): Net {
  const { allowNet, contact = null } = folder.settings;
  return createNet({ allowNet, userAgent: userAgentOf(contact) });
}

/** The browser for what a fetch cannot read; null when none is wanted. The caller closes it. */
export function openLane({ settings }: RunFolder): RenderingLane | null {
  const { allowNet, browser, contact = null } = settings;
  return browser === 'auto'
    ? openRenderingLane({ allowNet, userAgent: userAgentOf(contact) })
    : null;
}

/** A run that inspects within the calling thread. */
export function openRun(folder: RunFolder, watch: Watch, courier: Courier): Run {
  return { folder, ...openInstruments(folder), courier, watch };
}
