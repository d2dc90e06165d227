import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Language } from '#base/refusal.ts';
import type { Url } from '#base/url.ts';
import type { ChannelRuling } from './channel.ts';
import type { Site } from './site.ts';

/** How much of a site may be fetched, and how long an answer may take. */
export interface CrawlLimits {
  /** Pages of one site, all looks but rechecks together. */
  maxPages: number;
  /** Of one answer, after content decoding; what is longer is cut. */
  maxBodyBytes: number;
  /** A visit that is not open by then failed. */
  timeoutMs: number;
  /** Of the crawl of one site, all calls that crawled it together; without end when left out. */
  maxMinutes?: number;
}

/** A part of each day in which no request begins: from (included) to (not), `HH:MM` in China. */
export interface QuietHours {
  from: string;
  /** May be before `from`: the next day's. */
  to: string;
}

/** How often, and how far apart, a suspicion is looked at again. */
export interface RecheckPolicy {
  times: number;
  spacingMs: number;
}

/** Whether robots.txt binds us, or is only noted. */
export type RobotsPolicy = 'obey' | 'note';

/** Whether pages that a fetch cannot read are opened in a browser, where one can be started. */
export type BrowserPolicy = 'auto' | 'off';

/** A YAML text together with the file it came from. */
export interface NamedText {
  file: string;
  text: string;
}

/**
 * `run.json`: everything a run was asked to do, the rubric's own text included, so that it can be
 * resumed and replayed with nothing but its folder.
 */
export interface RunSettings {
  /** `xunwang-run/1`; a greater number was written by a newer engine. */
  schema: string;
  /** Version of the program that made the run. */
  engine: string;
  asOf: CivilDate;
  rubric: { id: string; text: string; overlays: NamedText[] };
  /** In the order of the sites file. */
  sites: Site[];
  recheck: RecheckPolicy;
  limits: CrawlLimits;
  robots: RobotsPolicy;
  /** Missing in runs made before there was a choice: `off`. */
  browser?: BrowserPolicy;
  /** Pictures of pages that confirmed findings are about, a site at most; missing: none. */
  pictures?: number;
  /** Folder of an earlier run: servers are asked what has changed since. Missing: none. */
  since?: string;
  /** Missing: requests begin at any hour. */
  quietHours?: QuietHours[];
  /** Hosts of others by which our own outages are told. Missing: none. */
  controls?: Url[];
  /** Where owners of servers can write to; stands in the user agent. Missing: none was given. */
  contact?: string;
  /** Private networks that may be visited, as CIDR. */
  allowNet: string[];
  /** Overrides the rubric's pass line, in points; null or missing: the rubric's own. */
  passLine?: number | null;
  /** Series of availability that were given: hash of each site's file, by the site's key. */
  availability?: Record<string, string>;
  /** What persons said of channels, by the site's key; missing: nothing. */
  channels?: Record<string, ChannelRuling[]>;
  startedAt: Instant;
  language: Language;
}
