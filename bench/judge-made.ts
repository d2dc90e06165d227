import { targetKey } from '#base/url.ts';
import type { SavedSite } from '#domain/observation.ts';
import type { Link, PageFacts } from '#domain/page.ts';
import type { Site } from '#domain/site.ts';
import type { CutTarget, Outcome, Visit, VisitPurpose } from '#domain/visit.ts';
import { loadLexicon } from '#office/run-instruments.ts';
import { readPage } from '#read/read-page.ts';
import {
  articleDate,
  articlePath,
  AS_OF,
  type ChannelOutline,
  deadLinkOf,
  filePath,
  hasFile,
  hasImage,
  imagePath,
  listPath,
  outlineSite,
} from './serve-outline.ts';
import { makePages } from './serve-pages.ts';
import { joinPlain } from './serve-pieces.ts';

const ORIGIN = 'http://127.16.0.1:8000';
const ELSEWHERE = { outside: 'http://127.8.0.1:8000', refused: 'http://127.8.0.2:9' };
const MOST_TARGETS = 50_000;
const SIDEBAR = 10;
/** A channel that the navigation does not name: its own links are told from the template's. */
const MODEL = 14;

const site: Site = {
  key: 'made',
  unit: '样本单位',
  homepage: `${ORIGIN}/`,
  siteIdCode: null,
  kind: 'portal',
};

/** Something that was visited: what it is, and how it answers. */
interface Seen {
  url: string;
  purpose: VisitPurpose;
  outcome: Outcome;
  facts: () => PageFacts | null;
}

/**
 * What would be saved of a site of `crawl --work d`, made when it is asked for: two pages were
 * read, the others are told from them by arithmetic. Grows by what is looked at again.
 */
export class MadeSite implements SavedSite {
  readonly site = site;
  readonly asOf = AS_OF;
  readonly #channels: ChannelOutline[];
  /** The number of each channel's first page. */
  readonly #starts: number[] = [];
  readonly #home: PageFacts;
  readonly #article: Template;
  readonly #list: Template;
  readonly #rest: Seen[] = [];
  readonly #again: string[] = [];
  readonly #pages: number;
  readonly #sidebars = new Map<number, Link[]>();

  constructor(pages: number) {
    const outline = outlineSite(pages);
    const maker = makePages(outline, ELSEWHERE);
    this.#channels = outline.channels;
    let next = 1;
    for (const { listPages, articles } of outline.channels) {
      this.#starts.push(next);
      next += listPages + articles;
    }
    this.#pages = next;
    const model = this.#channels[MODEL] as ChannelOutline;
    this.#home = read('/', joinPlain(maker.home()), true);
    this.#article = templateOf(
      read(articlePath(model, 3), joinPlain(maker.article(model, 3))),
      model,
    );
    this.#list = templateOf(read(listPath(model, 2), joinPlain(maker.list(model, 2))), model);
    this.#addRest();
  }

  get count(): number {
    return this.#pages + this.#rest.length + this.#again.length;
  }

  /** Looks at addresses again: each answers as before. */
  lookAgain(urls: readonly string[]): void {
    this.#again.push(...urls);
  }

  get cut(): Iterable<CutTarget> {
    return { [Symbol.iterator]: () => this.#cut() };
  }

  visit(number: number): Visit {
    const look = number < this.#pages + this.#rest.length ? 0 : 1;
    const { url, purpose, outcome } = this.#seen(number);
    const id = `v${String(number + 1).padStart(6, '0')}`;
    const at = `${AS_OF}T01:00:00.000Z`;
    return { id, url, finalUrl: url, at, look, purpose, via: [], outcome, headers: {} };
  }

  facts(number: number): PageFacts | null {
    return this.#seen(number).facts();
  }

  #seen(number: number): Seen {
    const again = this.#again[number - this.#pages - this.#rest.length];
    if (again !== undefined) return this.#seen(this.#numberOf(again));
    const rest = this.#rest[number - this.#pages];
    if (rest !== undefined) return rest;
    const opened = { purpose: 'page', outcome: answered(200, 'text/html') } as const;
    if (number === 0)
      return { ...opened, url: site.homepage, purpose: 'homepage', facts: () => this.#home };
    let at = this.#starts.length - 1;
    while ((this.#starts[at] ?? 0) > number) at--;
    const channel = this.#channels[at] as ChannelOutline;
    const place = number - (this.#starts[at] ?? 0);
    if (place < channel.listPages) {
      const url = ORIGIN + listPath(channel, place);
      return { ...opened, url, facts: () => this.#listFacts(channel, place, url) };
    }
    const article = place - channel.listPages;
    const url = ORIGIN + articlePath(channel, article);
    return { ...opened, url, facts: () => this.#articleFacts(channel, article, url) };
  }

  /** Where an address stands: by a walk, since few are asked for twice. */
  readonly #numbers = new Map<string, number>();
  #numberOf(url: string): number {
    if (this.#numbers.size === 0) {
      for (const [at, { url: one }] of this.#rest.entries())
        this.#numbers.set(one, this.#pages + at);
    }
    const known = this.#numbers.get(url);
    if (known !== undefined) return known;
    for (let number = 0; number < this.#pages; number++) {
      if (targetKey(this.#seen(number).url) === url) return number;
    }
    throw new Error(`${url} was never visited`);
  }

  #addRest(): void {
    const none = () => null;
    const nowhere = { url: `${ORIGIN}/xunwang-1.html`, purpose: 'random-path' } as const;
    this.#rest.push({ ...nowhere, outcome: answered(404, 'text/html'), facts: none });
    for (const channel of this.#channels) {
      for (let article = 0; article < channel.articles; article++) {
        const dead = deadLinkOf(channel, article, ELSEWHERE.refused);
        if (dead === null) continue;
        const isOwn = dead.kind !== 'refused';
        const url = isOwn ? ORIGIN + dead.href : dead.href;
        const outcome = isOwn ? answered(404, 'text/html') : refused;
        this.#rest.push({ url, purpose: isOwn ? 'page' : 'target', outcome, facts: none });
      }
    }
    let left = MOST_TARGETS;
    for (const { url } of this.#targets()) {
      if (left-- <= 0) break;
      const outcome = answered(200, 'application/pdf');
      this.#rest.push({ url, purpose: 'target', outcome, facts: none });
    }
  }

  *#targets(): Generator<{ url: string; foundOn: string }> {
    for (let round = 0; ; round++) {
      let isDone = true;
      for (const channel of this.#channels) {
        if (round >= channel.articles) continue;
        isDone = false;
        const foundOn = ORIGIN + articlePath(channel, round);
        if (hasFile(round)) yield { url: ORIGIN + filePath(channel, round), foundOn };
        if (hasImage(round)) yield { url: ORIGIN + imagePath(channel, round), foundOn };
      }
      if (isDone) return;
    }
  }

  *#cut(): Generator<CutTarget> {
    let skip = MOST_TARGETS;
    for (const target of this.#targets()) if (skip-- <= 0) yield { ...target, reason: 'budget' };
  }

  #articleFacts(channel: ChannelOutline, article: number, url: string): PageFacts {
    const { facts, head, tail } = this.#article;
    const date = articleDate(channel, article);
    const own: Link[] = [link(listPath(channel, 0), nameOf(channel))];
    if (hasImage(article))
      own.push({ url: ORIGIN + imagePath(channel, article), text: '', as: 'img' });
    if (hasFile(article)) own.push(link(filePath(channel, article), '附件.pdf'));
    const dead = deadLinkOf(channel, article, ELSEWHERE.refused);
    if (dead)
      own.push({
        url: dead.kind === 'refused' ? dead.href : ORIGIN + dead.href,
        text: '相关',
        as: 'a',
      });
    if (article + 1 < channel.articles) own.push(link(articlePath(channel, article + 1), '查看'));
    return {
      ...facts,
      url,
      title: titleOf(channel, article),
      publishedAt: date,
      metaPublishedAt: date,
      channel: this.#channelOf(channel, facts),
      breadcrumb: crumbOf(channel),
      links: [...head, ...own, ...this.#sidebarOf(channel), ...tail],
    };
  }

  #listFacts(channel: ChannelOutline, page: number, url: string): PageFacts {
    const { facts, head, tail } = this.#list;
    const from = page * channel.rows;
    const count = Math.max(0, Math.min(channel.rows, channel.articles - from));
    const articles = Array.from({ length: count }, (_, at) => from + at);
    const near = [0, page - 1, page + 1, channel.listPages - 1];
    const pages = near.filter((one) => one >= 0 && one < channel.listPages);
    const pagerUrls = pages.map((one) => ORIGIN + listPath(channel, one));
    const rows = articles.map((one) => link(articlePath(channel, one), titleOf(channel, one)));
    const pagers = pagerUrls.map((one): Link => ({ url: one, text: '页', as: 'a' }));
    return {
      ...facts,
      url,
      title: nameOf(channel),
      channel: this.#channelOf(channel, facts),
      breadcrumb: crumbOf(channel),
      pager: { urls: pagerUrls, pages: channel.listPages, total: channel.articles },
      entries: articles.map((one) => ({
        title: titleOf(channel, one),
        url: ORIGIN + articlePath(channel, one),
        date: articleDate(channel, one),
        dateText: articleDate(channel, one),
      })),
      links: [...head, link(listPath(channel, 0), nameOf(channel)), ...rows, ...pagers, ...tail],
    };
  }

  #channelOf(channel: ChannelOutline, facts: PageFacts): PageFacts['channel'] {
    const name = nameOf(channel);
    return facts.channel && { ...facts.channel, name, path: [name] };
  }

  /** The same objects for all pages of a channel, as pages that are crawled share them. */
  #sidebarOf(channel: ChannelOutline): Link[] {
    const known = this.#sidebars.get(channel.index);
    if (known) return known;
    const links = Array.from({ length: SIDEBAR }, (_, article) =>
      link(articlePath(channel, article), titleOf(channel, article)),
    );
    this.#sidebars.set(channel.index, links);
    return links;
  }
}

/** A page's links before those of its channel, and after. */
interface Template {
  facts: PageFacts;
  head: Link[];
  tail: Link[];
}

function templateOf(facts: PageFacts, { slug }: ChannelOutline): Template {
  const isOwn = ({ url }: Link) => url.startsWith(`${ORIGIN}/${slug}/`);
  const from = facts.links.findIndex(isOwn);
  const to = facts.links.findLastIndex(isOwn);
  return { facts, head: facts.links.slice(0, from), tail: facts.links.slice(to + 1) };
}

function read(path: string, bytes: Uint8Array, isHomepage = false): PageFacts {
  const page = { url: ORIGIN + path, bytes, contentType: 'text/html', asOf: AS_OF, isHomepage };
  return readPage(page, loadLexicon());
}

function answered(status: number, contentType: string): Outcome {
  const body = { bodyHash: `sha256:${'0'.repeat(64)}`, bodyBytes: 4000 };
  return {
    kind: 'answered',
    status,
    contentType,
    ...body,
    truncated: false,
    insecure: false,
    ms: 1,
  };
}

const refused: Outcome = { kind: 'failed', why: 'refused', detail: '', ms: 1 };

function link(path: string, text: string): Link {
  return { url: ORIGIN + path, text, as: 'a' };
}

function nameOf({ index }: ChannelOutline): string {
  return `栏目${index + 1}`;
}

function titleOf({ index }: ChannelOutline, article: number): string {
  return `关于公布政务公开工作要点的通知 (${index}-${article})`;
}

function crumbOf(channel: ChannelOutline): PageFacts['breadcrumb'] {
  return [
    { text: '首页', url: site.homepage },
    { text: nameOf(channel), url: ORIGIN + listPath(channel, 0) },
  ];
}
