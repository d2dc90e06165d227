import type {
  Anchor,
  ArticleModel,
  Chrome,
  GuideModel,
  ListModel,
  MailboxModel,
  RenderedPage,
  Row,
} from '../page-model.ts';

/** Where rows stand: the page's own list, a block of a homepage or landing page, a sidebar. */
export type Place = 'main' | 'block' | 'side';

/** What is at hand while a page is written: the site's chrome and how addresses are printed. */
export interface Ink {
  chrome: Chrome;
  /** `href="…"`, escaped and quoted the family's way. */
  href(target: string): string;
  /** `src="…"`. */
  src(target: string): string;
}

/** The pieces of one page before the family lays them out. */
export interface PageParts {
  title: string;
  /** Meta tags, beyond the charset. */
  metas: string;
  crumb: string;
  /** Menu of the sibling channels; empty where there is none. */
  siblings: string;
  main: string;
  sides: string;
  isHome: boolean;
}

export interface Pager {
  page: number;
  pages: number;
  total: number;
  pageHref: (page: number) => string;
}

export interface Block {
  heading: string;
  moreHref: string;
  list: string;
}

/** What one CMS's look consists of. `plainSkin` has one of each; a family replaces its own. */
export interface Skin {
  hrefStyle: 'root' | 'relative' | 'absolute';
  quote(value: string): string;
  /** The whole document. */
  document(parts: PageParts, ink: Ink): string;
  row(row: Row, ink: Ink, place: Place): string;
  rows(list: string, place: Place): string;
  block(block: Block, ink: Ink): string;
  tabs(blocks: Block[], ink: Ink): string;
  side(heading: string, list: string): string;
  siblings(siblings: Anchor[], ink: Ink): string;
  crumb(trail: Anchor[], last: string | null, ink: Ink): string;
  pager(pager: Pager, ink: Ink): string;
  articleHead(model: ArticleModel, ink: Ink): string;
  letters(model: MailboxModel, ink: Ink): string;
  guideElements(elements: GuideModel['elements']): string;
  /** Title of the document in its `<title>`. */
  documentTitle(parts: string[], chrome: Chrome): string;
  /** The script that names `dataHref` and pours its rows into the element `box`. */
  endpointScript(model: ListModel, dataHref: string, box: string): string;
  /** What is served at `dataHref` of a `json-endpoint`. */
  endpointData(model: ListModel, ink: Ink): RenderedPage;
  /** How a comment with rows is hidden, for `comment-unpacked`. */
  commentHolder: 'div' | 'textarea';
}
