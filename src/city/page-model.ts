import type { CivilDate } from '#base/civil-date.ts';

/**
 * What a page of the simulated city says, before a template family gives it a look. A family
 * turns a model into the bytes that a browser would be sent, and nothing else: it plants no
 * faults and knows no dates of its own. All `href`s are relative to the site's root (`/a/b.html`)
 * or absolute.
 */
export type PageModel =
  | HomeModel
  | EntranceModel
  | ListModel
  | LandingModel
  | ArticleModel
  | MailboxModel
  | GuideModel
  | SinglePageModel
  | MissingModel;

/** How a row or an article prints its date. `none`: no date is printed there. */
export type DateForm =
  | 'dashes' // 2019-05-09
  | 'slashes' // 2019/5/9
  | 'dots' // 2019.05.09
  | 'chinese' // 2019年5月9日
  | 'brackets' // [2019-05-09]
  | 'month-day' // 05-09 (year to be inferred from the as-of date: use only within the last year)
  | 'with-time' // 2019-05-09 10:32
  | 'chinese-numerals' // 二〇一九年五月九日
  | 'split' // day and year-month in separate elements: <b>09</b><i>2019-05</i>
  | 'title-attribute' // the date stands in a title="" attribute of the row's link or cell
  | 'glued' // title and date run together: 关于…的通知2019-05-09
  | 'none';

export interface Anchor {
  text: string;
  href: string;
}

export interface Row {
  title: string;
  href: string;
  date: CivilDate | null;
  dateForm: DateForm;
  /** Kept on top although older (置顶). */
  sticky: boolean;
}

/** What is the same on every page of a site. */
export interface Chrome {
  siteName: string;
  unit: string;
  /** `http://127.0.1.7:8080` */
  origin: string;
  charset: 'utf-8' | 'gb2312' | 'gbk' | 'gb18030' | 'big5';
  /** Whether the charset is declared: in the HTTP header, in a meta tag, in both, nowhere. */
  charsetDeclared: 'header' | 'meta' | 'both' | 'nowhere';
  siteIdCode: string | null;
  icp: string | null;
  police: string | null;
  telephone: string | null;
  hasPartyGovernmentMark: boolean;
  hasErrorReportEntrance: boolean;
  /** First-level channels with what hangs below them. */
  navigation: { text: string; href: string; children: Anchor[] }[];
  /** 友情链接, banners: links shown on every page, or on the homepage only. */
  friendLinks: Anchor[];
  /** Images every page loads. */
  images: string[];
  /** Prints SiteName, SiteDomain, SiteIDCode, ColumnName, ColumnType, ArticleTitle, PubDate … */
  hasMetaTags: boolean;
  hasBreadcrumb: boolean;
  /** Header shows the day's date (今天是2019年5月27日): a decoy. */
  todayInHeader: CivilDate | null;
}

/** A list that is not the page's main one: sidebar, tab, hot list, related. A decoy. */
export interface SideList {
  heading: string;
  rows: Row[];
}

export interface HomeModel {
  type: 'home';
  chrome: Chrome;
  blocks: { heading: string; moreHref: string; rows: Row[] }[];
  /** Further links straight on the page (services, banners with images). */
  shortcuts: Anchor[];
  /** Pages shown in an iframe on the homepage. */
  frames: string[];
}

/** A homepage that is only an entrance: it leads to a few pages and shows no news itself. */
export interface EntranceModel {
  type: 'entrance';
  chrome: Chrome;
  gates: Anchor[];
}

/** A channel as a reader sees it named. */
export interface ChannelFace {
  name: string;
  href: string;
  /** From the first level down to the channel's parent; empty for a first-level channel. */
  parents: Anchor[];
  /** Value of the ColumnType tag when the site prints tags. */
  columnType: string | null;
}

export interface ListModel {
  type: 'list';
  chrome: Chrome;
  channel: ChannelFace;
  rows: Row[];
  /** From 1. */
  page: number;
  pages: number;
  total: number;
  /** Address of list page n (from 1). */
  pageHref: (page: number) => string;
  sideLists: SideList[];
  siblings: Anchor[];
  /** What a blank channel says (暂无信息, 正在建设中, or '' for silence); null when it is not blank. */
  blankText: string | null;
  /** How the rows arrive; families that know only `html` ignore the rest. */
  delivery:
    | 'html'
    | 'xml-in-script'
    | 'json-endpoint'
    | 'comment-unpacked'
    | 'iframe'
    | 'script-only';
  /** Address of the data for `json-endpoint` and `iframe`; null otherwise. */
  dataHref: string | null;
}

/** A parent channel that only leads to its sub-channels, a few rows of each. */
export interface LandingModel {
  type: 'landing';
  chrome: Chrome;
  channel: ChannelFace;
  blocks: { heading: string; moreHref: string; rows: Row[] }[];
}

export interface ArticleModel {
  type: 'article';
  chrome: Chrome;
  channel: ChannelFace;
  title: string;
  date: CivilDate | null;
  dateForm: DateForm;
  source: string | null;
  paragraphs: string[];
  attachments: Anchor[];
  images: string[];
  /** Links inside the text. */
  inlineLinks: Anchor[];
  sideLists: SideList[];
  previous: Anchor | null;
  next: Anchor | null;
}

export interface LetterRow {
  title: string;
  href: string;
  askedAt: CivilDate;
  answeredAt: CivilDate | null;
  category: 'consultation' | 'complaint' | 'suggestion';
}

export interface MailboxModel {
  type: 'mailbox';
  chrome: Chrome;
  channel: ChannelFace;
  letters: LetterRow[];
  page: number;
  pages: number;
  pageHref: (page: number) => string;
  /** Address of the form to write a letter. */
  formHref: string | null;
  sideLists: SideList[];
}

/** A service guide (办事指南) with some of the eight elements. */
export interface GuideModel {
  type: 'guide';
  chrome: Chrome;
  channel: ChannelFace;
  title: string;
  date: CivilDate | null;
  /** Chinese label and text of each element that is there. */
  elements: { label: string; text: string }[];
  downloads: Anchor[];
  systems: Anchor[];
}

/** A column that is one text and not a list (机构职能, 领导信息); blank when it has no paragraphs. */
export interface SinglePageModel {
  type: 'single';
  chrome: Chrome;
  channel: ChannelFace;
  paragraphs: string[];
  images: string[];
  blankText: string | null;
}

/** A page that says it does not exist, with whatever status the plan gives it. */
export interface MissingModel {
  type: 'missing';
  chrome: Chrome;
  words: string;
}

/** What a family makes of a model. */
export interface RenderedPage {
  /** In the site's charset. */
  body: Uint8Array;
  contentType: string;
}

/** A template family: the shape of one CMS. `renderData` serves the rows at `dataHref`. */
export interface TemplateFamily {
  id: string;
  render(model: PageModel): RenderedPage;
  renderData(model: ListModel): RenderedPage;
  /** Which deliveries of rows the family knows, the first its usual one. */
  deliveries: ListModel['delivery'][];
  /**
   * How addresses look: `article('zwgk/tzgg', 17, '2019-05-09')` is
   * `/zwgk/tzgg/201905/t20190509_17.html`.
   */
  address: {
    list(channelPath: string, page: number): string;
    article(channelPath: string, id: number, date: CivilDate | null): string;
    data(channelPath: string): string;
  };
}
