/** Where everything stands on a made-up site of so many pages: by arithmetic, nothing is kept. */
export interface SiteOutline {
  /** Web pages in all: the homepage, list pages, articles. */
  pages: number;
  channels: ChannelOutline[];
}

/** One channel: its list pages and articles. */
export interface ChannelOutline {
  index: number;
  slug: string;
  listPages: number;
  articles: number;
  /** Articles on one list page. */
  rows: number;
  isGbk: boolean;
}

/** What a planted address answers. */
export const deadKinds = ['missing', 'gone', 'error', 'soft', 'loop', 'refused'] as const;
export type DeadKind = (typeof deadKinds)[number];

/** What stands at a path. */
export type Place =
  | { at: 'home' | 'image' | 'nothing' }
  | { at: 'list'; channel: ChannelOutline; page: number }
  | { at: 'article'; channel: ChannelOutline; article: number }
  | { at: 'file'; channel: ChannelOutline; article: number }
  | { at: 'dead'; kind: DeadKind };

const SLUGS = 'zwgk xwzx tzgg gsgg zcfg zcjd ghjh tjxx rsxx bmdt xzdt ztzl'.split(' ');
const MOST_CHANNELS = 250;
const PAGES_PER_CHANNEL = 400;
const ROWS = 20;
/** One article in so many links to something dead, to a document, shows a picture of its own. */
const DEAD_EVERY = 75;
const FILE_EVERY = 5;
const IMAGE_EVERY = 4;
const DAY_MS = 86_400_000;
/** The day of the newest article, which the site is to be inspected as of. */
export const AS_OF = '2019-05-27';

export function outlineSite(pages: number): SiteOutline {
  const rest = pages - 1;
  const count = Math.max(1, Math.min(MOST_CHANNELS, Math.round(rest / PAGES_PER_CHANNEL)));
  const channels = Array.from({ length: count }, (_, index) => {
    const own = Math.floor(rest / count) + (index < rest % count ? 1 : 0);
    const listPages = Math.ceil(own / (ROWS + 1));
    const articles = own - listPages;
    const rows = Math.ceil(articles / listPages);
    const slug = `${SLUGS[index % SLUGS.length]}${letters(Math.floor(index / SLUGS.length))}`;
    return { index, slug, listPages, articles, rows, isGbk: index % 2 === 1 };
  });
  return { pages, channels };
}

function letters(number: number): string {
  return number === 0 ? '' : `_${String.fromCharCode(96 + number)}`;
}

export function listPath({ slug }: ChannelOutline, page: number): string {
  return page === 0 ? `/${slug}/` : `/${slug}/index_${page}.html`;
}

export function articlePath(channel: ChannelOutline, article: number): string {
  const date = articleDate(channel, article).replaceAll('-', '');
  return `/${channel.slug}/${date.slice(0, 6)}/t${date}_${article}.html`;
}

export function filePath({ slug }: ChannelOutline, article: number): string {
  return `/${slug}/files/P${article}.pdf`;
}

const dates = new Map<number, string>();

/** The newest is of the day itself, the rest reach a year back. */
export function articleDate({ articles }: ChannelOutline, article: number): string {
  const daysAgo = Math.floor((article * 360) / Math.max(1, articles));
  const known = dates.get(daysAgo);
  if (known !== undefined) return known;
  const date = new Date(Date.parse(AS_OF) - daysAgo * DAY_MS).toISOString().slice(0, 10);
  dates.set(daysAgo, date);
  return date;
}

export function hasFile(article: number): boolean {
  return article % FILE_EVERY === 2;
}

export function hasImage(article: number): boolean {
  return article % IMAGE_EVERY === 1;
}

export function imagePath({ slug }: ChannelOutline, article: number): string {
  return `/${slug}/images/W${article}.jpg`;
}

/** The dead address that an article links to; null for most. `refused` is a closed port's origin. */
export function deadLinkOf(
  channel: ChannelOutline,
  article: number,
  refused: string,
): { kind: DeadKind; href: string } | null {
  const step = article + channel.index * 7;
  if (step % DEAD_EVERY !== 3) return null;
  const kind = deadKinds[(channel.index + Math.floor(step / DEAD_EVERY)) % deadKinds.length];
  if (kind === undefined) return null;
  const path = `/${channel.slug}/old/${kind}_${article}.html`;
  return { kind, href: kind === 'refused' ? refused + path : path };
}

/** Every dead address of a site, absolute: the truth that findings are held against. */
export function deadLinksOf(site: SiteOutline, origin: string, refused: string): string[] {
  const dead: string[] = [];
  for (const channel of site.channels) {
    for (let article = 0; article < channel.articles; article++) {
      const link = deadLinkOf(channel, article, refused);
      if (link) dead.push(link.kind === 'refused' ? link.href : origin + link.href);
    }
  }
  return dead;
}

/** The paths of all pages of a site. */
export function* pathsOf(site: SiteOutline): Generator<string> {
  yield '/';
  for (const channel of site.channels) {
    for (let page = 0; page < channel.listPages; page++) yield listPath(channel, page);
    for (let article = 0; article < channel.articles; article++)
      yield articlePath(channel, article);
  }
}

const PATHS = /^\/([a-z_]+)\/(?:(?:index_(\d+)\.html)?|\d{6}\/t\d{8}_(\d+)\.html)$/;
const ASSETS =
  /^\/(?:([a-z_]+)\/(?:files\/P(\d+)\.pdf|images\/W\d+\.jpg)|images\/[a-z]+\.(?:jpg|png)|search\.jsp)$/;
const DEAD = /^\/[a-z_]+\/old\/([a-z]+)_\d+\.html(?:\?step=2)?$/;

/** Finds what stands at a path, by `bySlug`, the channels of the site. */
export function placeAt(bySlug: ReadonlyMap<string, ChannelOutline>, path: string): Place {
  if (path === '/') return { at: 'home' };
  const page = PATHS.exec(path);
  const channel = bySlug.get(page?.[1] ?? '');
  if (page && channel) {
    const number = Number(page[3] ?? page[2] ?? 0);
    if (page[3] === undefined && number < channel.listPages) {
      return { at: 'list', channel, page: number };
    }
    if (page[3] !== undefined && number < channel.articles) {
      return { at: 'article', channel, article: number };
    }
    return { at: 'nothing' };
  }
  return otherAt(bySlug, path);
}

function otherAt(bySlug: ReadonlyMap<string, ChannelOutline>, path: string): Place {
  const asset = ASSETS.exec(path);
  const channel = bySlug.get(asset?.[1] ?? '');
  if (asset && channel && asset[2] !== undefined) {
    return { at: 'file', channel, article: Number(asset[2]) };
  }
  if (asset) return { at: 'image' };
  const kind = deadKinds.find((one) => one === DEAD.exec(path)?.[1]);
  return kind ? { at: 'dead', kind } : { at: 'nothing' };
}
