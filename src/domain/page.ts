import type { CivilDate } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { ChannelKind } from './channel.ts';

export type PageKind =
  | 'home'
  | 'list'
  | 'article'
  | 'mailbox'
  | 'survey'
  | 'interview'
  | 'form'
  | 'error'
  | 'other';

/** Something a reader can follow or must load. `url` is absolute, as written in the page otherwise. */
export interface Link {
  url: Url;
  /** Anchor text, alt text of an image; may be empty. */
  text: string;
  as: 'a' | 'area' | 'img' | 'frame' | 'iframe';
}

/** One row of the main list (of any list, on a homepage). */
export interface Entry {
  title: string;
  /** Null for a row that links nowhere. */
  url: Url | null;
  date: CivilDate | null;
  /** The text the date was read from; null when none stood there. */
  dateText: string | null;
}

/** A letter of a mailbox. Valid ones demand an answer. */
export interface Letter {
  title: string;
  url: Url | null;
  askedAt: CivilDate | null;
  answeredAt: CivilDate | null;
  /** Null when the page does not tell. */
  answered: boolean | null;
  /** Complaints (投诉举报) are outside the unanswered-letter rule. */
  category: 'consultation' | 'complaint';
}

/** A survey or interview by its announcement; a result notice is not an event. */
export interface InteractionEvent {
  kind: 'survey' | 'interview';
  title: string;
  url: Url | null;
  heldAt: CivilDate | null;
  isResult: boolean;
}

/** The eight key elements of a service guide (国办秘函〔2019〕19号, 服务不实用). */
export type GuideElement =
  | 'item-name' // 事项名称
  | 'legal-basis' // 设定依据
  | 'conditions' // 申请条件
  | 'materials' // 办理材料
  | 'place' // 办理地点
  | 'hours' // 办理时间
  | 'telephone' // 联系电话
  | 'procedure'; // 办理流程

export interface Guide {
  present: GuideElement[];
  missing: GuideElement[];
  /** Forms to download. */
  downloads: Url[];
  /** Online systems the guide leads to. */
  systems: Url[];
}

/** What the footer of every page must show (国办发〔2017〕47号). */
export interface Footer {
  organiser: string | null;
  contact: string | null;
  hasPartyGovernmentMark: boolean;
  hasErrorReportEntrance: boolean;
}

/** Where a fact was read, for `xunwang read --explain`. Offsets in UTF-16 units of the decoded text. */
export interface Why {
  fact: string;
  start: number;
  end: number;
  rule: string;
}

/** All that one page says, without meaning added. The plain value between `read` and `inspect`. */
export interface PageFacts {
  url: Url;
  charset: string;
  /** False when bytes and declarations leave a doubt: words of such a page are never published. */
  charsetCertain: boolean;
  kind: PageKind;
  title: string;
  /**
   * Publish date of an article: the visible one; where none is shown, what its tags claim (`why`
   * tells which). Never from an address.
   */
  publishedAt: CivilDate | null;
  /** The date the page claims out of sight: meta tags, JSON-LD, microdata. */
  metaPublishedAt: CivilDate | null;
  siteIdCode: string | null;
  icp: string | null;
  police: string | null;
  /** Meta tags by name as written: SiteName, ColumnName, ColumnType, PubDate … */
  meta: Record<string, string>;
  links: Link[];
  /** Main list; on a homepage the rows of all its lists. Empty on articles. */
  entries: Entry[];
  /** The channel this page is (a list) or belongs to (an article); null when it does not tell. */
  channel: { name: string; path: string[]; kind: ChannelKind; rule: string } | null;
  /** 当前位置, from the homepage down, the page itself last where it is shown. */
  breadcrumb: { text: string; url: Url | null }[];
  /** Channels the navigation leads to, in order: the first level, and what hangs below each. */
  navigation: { text: string; url: Url; level: number }[];
  /** A list, or a column's page, that holds nothing: true; false when it holds something; null when the page cannot tell. */
  blank: boolean | null;
  /** A page that only leads to its sub-channels, not a list of its own. */
  landing: boolean;
  /** The rows come by script and cannot be read from these bytes. */
  needsRendering: boolean;
  /** An anti-bot page stands in front: nothing here is the site's. */
  blocked: boolean;
  /** The page says that it does not exist (soft 404). */
  saysMissing: boolean;
  /** Data addresses of the site itself that the page's script names and that hold the rows. */
  endpoints: { url: Url; format: 'json' | 'xml' }[];
  frames: Url[];
  /** Where a page that shows nothing itself sends its reader at once; null for one that stays. */
  leadsTo: Url | null;
  /** Other pages of the same list. */
  pager: { urls: Url[]; pages: number | null; total: number | null };
  letters: Letter[];
  events: InteractionEvent[];
  guide: Guide | null;
  footer: Footer;
  /** Name of the source (来源) an article prints. */
  source: string | null;
  /** Main text, without navigation. */
  text: string;
  why: Why[];
}

/** The facts of a page that says nothing: what others are put over. */
export function emptyFacts(url: Url): PageFacts {
  return {
    url,
    charset: 'utf-8',
    charsetCertain: true,
    kind: 'other',
    title: '',
    publishedAt: null,
    metaPublishedAt: null,
    siteIdCode: null,
    icp: null,
    police: null,
    meta: {},
    links: [],
    entries: [],
    channel: null,
    breadcrumb: [],
    navigation: [],
    blank: null,
    landing: false,
    needsRendering: false,
    blocked: false,
    saysMissing: false,
    endpoints: [],
    frames: [],
    leadsTo: null,
    pager: { urls: [], pages: null, total: null },
    letters: [],
    events: [],
    guide: null,
    footer: {
      organiser: null,
      contact: null,
      hasPartyGovernmentMark: false,
      hasErrorReportEntrance: false,
    },
    source: null,
    text: '',
    why: [],
  };
}
