import type { ChannelKind } from '#domain/channel.ts';
import type { SiteKind } from '#domain/site.ts';
import type { Behaviour, ChannelRole, FooterElement, SitePlan } from './city-plan.ts';

/** What is wrong with a site, in the words of whoever orders it. Channels by name: `陆溪镇>要闻信息`. */
export type FaultBrief =
  | { fault: 'homepage-few-updates'; updates: number }
  | { fault: 'homepage-not-updated' }
  | { fault: 'channel-stale'; channel: string; daysLate?: number }
  | { fault: 'channel-blank'; channel: string }
  | { fault: 'channel-unreadable'; channel: string }
  | { fault: 'channel-undated'; channel: string }
  | { fault: 'channel-forgotten'; channel: string }
  | { fault: 'special-historical' }
  | { fault: 'link-dead'; on: 'homepage' | 'other'; count: number; text?: string; as?: Behaviour[] }
  | { fault: 'link-blocked'; on: 'homepage' | 'other'; count: number }
  | { fault: 'letter-none' }
  | { fault: 'letter-unanswered'; count: number }
  | { fault: 'survey-few' | 'interview-few'; held: number }
  | { fault: 'survey-none' | 'interview-none' }
  | { fault: 'consultation-missing' | 'survey-missing' | 'services-missing' }
  | { fault: 'guide-incomplete'; count: number; lacks: number }
  | { fault: 'service-download-dead' | 'service-system-dead'; count: number }
  | { fault: 'footer-element-missing'; elements: FooterElement[] };

export type FaultName = FaultBrief['fault'];

/** Something that looks like a fault and is none. */
export type DecoyName =
  | 'boundary-channels'
  | 'boundary-letter'
  | 'boundary-homepage'
  | 'future-entries'
  | 'sticky-entries'
  | 'unsorted-lists'
  | 'dates-on-articles'
  | 'empty-landing'
  | 'no-interview-channel'
  | 'session-links'
  | 'recovering-links'
  | 'working-redirects'
  | 'duplicate-block'
  | 'soft-unknown-paths';

/** One channel of an outline, with what hangs below it. */
export interface ChannelOutline {
  name: string;
  /** One path segment. */
  slug: string;
  kind: ChannelKind;
  role?: ChannelRole;
  children?: ChannelOutline[];
}

/** A site as ordered: everything else follows from its seed. */
export interface SiteBrief {
  unit: string;
  siteName?: string;
  kind: SiteKind;
  family: string;
  charset?: SitePlan['charset'];
  charsetDeclared?: SitePlan['charsetDeclared'];
  pages: number;
  /** As few entries in each list as the rules still find in order; `pages` says nothing then. */
  isThin?: boolean;
  outline: 'portal' | 'department' | 'small-department';
  access?: SitePlan['access'];
  homepage?: 'home' | 'entrance';
  hasHomeFrame?: boolean;
  delivery?: 'usual' | 'iframe' | 'json-endpoint' | 'xml-in-script' | 'comment-unpacked';
  /** Names to use instead of the outline's. */
  rename?: Record<string, string>;
  /** Channels of the outline this site does not have, by name path. */
  drop?: string[];
  /** Further channels; `under` names the first-level parent, none makes it a first-level one. */
  extra?: (ChannelOutline & { under?: string })[];
  faults: FaultBrief[];
  decoys: DecoyName[] | 'all';
}

/** Whether the brief orders this decoy. */
export function hasDecoy(brief: SiteBrief, decoy: DecoyName): boolean {
  return brief.decoys === 'all' || brief.decoys.includes(decoy);
}
