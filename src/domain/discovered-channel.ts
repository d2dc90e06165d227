import type { Period } from '#base/period.ts';
import type { Url } from '#base/url.ts';
import type { Channel, ChannelKind } from './channel.ts';

/** A channel as an inspection found it, ready to be remembered. */
export interface DiscoveredChannel {
  url: Url;
  name: string;
  path: string[];
  level: number;
  kind: ChannelKind;
  clock: Period | null;
  isHistorical: boolean;
}

const MAX_URL = 1000;
const MAX_NAME = 200;

/**
 * The channels of an inspection (`Inspection.channels`) as rows of the register, each address
 * once, with the clocks of its rubric (`InspectionTerms.clocks`). Addresses too long to be kept
 * are left out: nobody could confirm them.
 */
export function discoverChannels(
  channels: readonly Channel[],
  clocks: Partial<Record<ChannelKind, Period>>,
): DiscoveredChannel[] {
  const found = new Map<Url, DiscoveredChannel>();
  for (const { url, name, path, level, kind, historical } of channels) {
    if (url.length > MAX_URL || found.has(url)) continue;
    const title = clip(name.trim()) || clip(path.at(-1)?.trim() ?? '') || clip(url);
    found.set(url, {
      url,
      name: title,
      path: path.map(clip),
      level,
      kind,
      clock: clocks[kind] ?? null,
      isHistorical: historical,
    });
  }
  return [...found.values()];
}

function clip(text: string): string {
  return [...text.replaceAll('\u0000', '')].slice(0, MAX_NAME).join('');
}
