import type { CivilDate } from '#base/civil-date.ts';
import type { ChannelKind } from '#domain/channel.ts';
import type { SiteKind } from '#domain/site.ts';
import type { Chrome, DateForm, LetterRow, ListModel } from './page-model.ts';
import type { FaultBrief } from './site-brief.ts';

/**
 * A whole city on paper. It holds counts and never lists of articles, so that a city of a
 * million pages is as small as one of a thousand; every page follows from it by arithmetic.
 */
export interface CityPlan {
  schema: 'xunwang-city-plan/1';
  id: string;
  seed: number;
  asOf: CivilDate;
  sites: SitePlan[];
}

export interface SitePlan {
  key: string;
  unit: string;
  siteName: string;
  kind: SiteKind;
  siteIdCode: string | null;
  seed: number;
  family: string;
  charset: Chrome['charset'];
  charsetDeclared: Chrome['charsetDeclared'];
  hasMetaTags: boolean;
  hasBreadcrumb: boolean;
  showsToday: boolean;
  hasRobotsFile: boolean;
  articleDateForm: DateForm;
  /** `walled`: a challenge before every page; `refused`: nobody listens; `failing`: always 503. */
  access: 'open' | 'walled' | 'refused' | 'failing';
  /** What is answered where no page is: an honest 404, or the same words with status 200. */
  unknownPaths: 'honest' | 'soft';
  missingFooter: FooterElement[];
  home: HomePlan;
  channels: ChannelPlan[];
  targets: TargetPlan[];
  links: LinkPlan[];
  /** The faults as they were ordered, for the reader of a plan. */
  faults: FaultBrief[];
}

export type FooterElement =
  | 'site-id-code'
  | 'icp'
  | 'police'
  | 'party-government-mark'
  | 'error-report-entrance';

export interface HomePlan {
  style: 'home' | 'entrance';
  blocks: HomeBlock[];
  /** Rows shown in an iframe on the homepage. */
  frame: HomeBlock | null;
}

/** Rows of a channel on the homepage: its `fresh` newest, then only entries before the window. */
export interface HomeBlock {
  channel: number;
  fresh: number;
  rows: number;
  dateForm: DateForm;
}

export type ChannelRole =
  | 'list'
  | 'landing'
  | 'single'
  | 'mailbox'
  | 'guides'
  | 'survey'
  | 'interview';

export interface ChannelPlan {
  index: number;
  /** Path segments below the root: `zwgk/tzgg`. */
  path: string;
  name: string;
  kind: ChannelKind;
  role: ChannelRole;
  level: number;
  parent: number | null;
  historical: boolean;
  /** Entries it holds, those dated after the plan's day included. */
  count: number;
  perPage: number;
  /** Date of the newest entry that counts. */
  newest: CivilDate;
  /** Mean days from one entry to the next older one. */
  spacingDays: number;
  /** Entries dated after the plan's day. */
  future: number;
  order: 'newest-first' | 'oldest-first' | 'shuffled';
  /** Oldest entries kept on top. */
  sticky: number;
  dateForm: DateForm;
  datesOn: 'rows' | 'articles' | 'nowhere';
  delivery: ListModel['delivery'];
  /** Id of its first entry; ids are unique within a site. */
  firstId: number;
  /** What it says while it holds nothing. */
  blankText: string | null;
  /** Rows of each sub-channel a landing page shows. */
  landingRows: number;
  letters: LetterPlan[];
  events: EventPlan[];
  guides: GuidePlan[];
}

export interface LetterPlan {
  askedAt: CivilDate;
  answeredAt: CivilDate | null;
  category: LetterRow['category'];
}

/** A survey or interview, the notice of its result, or the same one posted again. */
export interface EventPlan {
  topic: number;
  date: CivilDate;
  as: 'event' | 'result' | 'repost';
}

/** What a service guide lacks; complete when both lists are as usual. */
export interface GuidePlan {
  missing: string[];
}

/** How an address behaves. The first line works, the second is dead, the third cannot be told. */
export type Behaviour =
  | 'file'
  | 'redirect'
  | 'cookie-loop'
  | 'recovers-503'
  | 'recovers-reset'
  | 'missing'
  | 'gone'
  | 'error'
  | 'unavailable'
  | 'reset'
  | 'refused'
  | 'timeout'
  | 'soft-404'
  | 'redirect-home'
  | 'redirect-loop'
  | 'unauthorised'
  | 'forbidden'
  | 'throttled'
  | 'challenge';

/** An address that links lead to: on the site, on the city's outside host, or on a dead one. */
export interface TargetPlan {
  behaviour: Behaviour;
  host: 'own' | 'outside' | 'dead';
  /** Null when the target is an article of the site (`entry`). */
  path: string | null;
  entry: EntryPlace | null;
  /** Charged as a link, as a form to download or as an online system. */
  as: 'link' | 'download' | 'system';
}

export interface EntryPlace {
  channel: number;
  entry: number;
}

export interface LinkPlan {
  target: number;
  as: 'shortcut' | 'friend' | 'image' | 'inline' | 'attachment' | 'download' | 'system';
  /** Null for the homepage. */
  place: EntryPlace | null;
  text: string;
  variant: 'plain' | 'session' | 'fragment';
}
