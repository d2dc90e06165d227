import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NamedPage } from './page-set.ts';

/** Something that reads a page, as much of it as it can. */
export interface Peer {
  name: string;
  version: string;
  read(page: NamedPage): unknown;
  /** Forgets what it learned from pages before. */
  renew?(): void;
}

const FOLDER = join(import.meta.dirname, 'peers');
const decoder = new TextDecoder();

/** The part of htmlparser2 that is used. */
interface HtmlParser2 {
  Parser: new (handler: {
    onopentag(name: string, attributes: Record<string, string>): void;
    ontext(text: string): void;
  }) => { end(html: string): void };
}

/** The part of cheerio that is used. */
interface Cheerio {
  load(html: string): {
    (
      selector: string,
    ): {
      each(visit: (index: number, element: { attribs: Record<string, string> }) => void): void;
      text(): string;
    };
  };
}

/** Other parsers, each asked for the addresses and the text of a page and nothing else. */
export async function loadPeers(): Promise<{ peers: Peer[]; missing: string[] }> {
  const peers: Peer[] = [];
  const missing: string[] = [];
  for (const [name, readerOf] of [
    ['htmlparser2', withHtmlParser2],
    ['cheerio', withCheerio],
  ] as const) {
    const folder = join(FOLDER, 'node_modules', name);
    if (!existsSync(folder)) {
      missing.push(name);
      continue;
    }
    const entry = createRequire(join(FOLDER, 'package.json')).resolve(name);
    const library: unknown = await import(pathToFileURL(entry).href);
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    peers.push({ name, version: about.version, read: readerOf(library as HtmlParser2 & Cheerio) });
  }
  return { peers, missing };
}

function withHtmlParser2({ Parser }: HtmlParser2): Peer['read'] {
  return (page) => {
    const links: string[] = [];
    const texts: string[] = [];
    const parser = new Parser({
      onopentag(name, { href, src }) {
        if (href !== undefined && (name === 'a' || name === 'area')) links.push(href);
        else if (src !== undefined && /^(?:img|i?frame)$/.test(name)) links.push(src);
      },
      ontext(text) {
        texts.push(text);
      },
    });
    parser.end(decoder.decode(page.bytes));
    return { links, text: texts.join('') };
  };
}

function withCheerio({ load }: Cheerio): Peer['read'] {
  return (page) => {
    const $ = load(decoder.decode(page.bytes));
    const links: string[] = [];
    $('a[href], area[href]').each((_, { attribs }) => {
      links.push(attribs['href'] ?? '');
    });
    $('img[src], iframe[src], frame[src]').each((_, { attribs }) => {
      links.push(attribs['src'] ?? '');
    });
    return { links, text: $('body').text() };
  };
}
