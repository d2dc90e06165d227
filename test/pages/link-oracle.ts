import { type DefaultTreeAdapterTypes as Parse5, parse } from 'parse5';
import { readLinks } from '#read/links.ts';
import { scanHtml } from '#read/scan-html.ts';
import { makeSheet } from '#read/sheet.ts';
import type { Lexicon } from '#read/lexicon.ts';

/** What parse5, the oracle, and our scanner find on one page, as `kind address`. */
export interface LinkDifference {
  /** Only the oracle has them. */
  missed: string[];
  /** Only we have them. */
  invented: string[];
  /** Why, as far as the page shows it; '' when the sets agree. */
  cause: string;
}

const SOURCES: Record<string, string> = {
  a: 'href',
  area: 'href',
  img: 'src',
  iframe: 'src',
  frame: 'src',
};

/** Compares the sets of links that parse5 and our scanner find. */
export function compareLinks(html: string, url: string, lexicon: Lexicon): LinkDifference {
  const expected = oracleLinks(html, url);
  const place = { url, charset: 'utf-8', asOf: '2021-06-30', lexicon };
  const links = readLinks(makeSheet(scanHtml(html), place));
  const found = new Set(links.map(({ as, url: address }) => `${as} ${address}`));
  const missed = [...expected.links].filter((link) => !found.has(link));
  const invented = [...found].filter((link) => !expected.links.has(link));
  const isSame = missed.length === 0 && invented.length === 0;
  return { missed, invented, cause: isSame ? '' : causeOf(html, expected, missed, invented) };
}

interface Oracle {
  links: Set<string>;
  tags: Set<string>;
}

function oracleLinks(html: string, url: string): Oracle {
  const found: [string, string][] = [];
  const tags = new Set<string>();
  let base: string | null = null;
  const waiting: Parse5.Node[] = [parse(html)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('tagName' in node) {
      tags.add(node.tagName);
      const { tagName, attrs } = node;
      const value = attrs.find(({ name }) => name === SOURCES[tagName])?.value.trim();
      if (value && !value.startsWith('#')) found.push([tagName, value]);
      if (tagName === 'base') base ??= attrs.find(({ name }) => name === 'href')?.value ?? null;
    }
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return { links: resolveAll(found, base, url), tags };
}

function resolveAll(found: [string, string][], base: string | null, url: string): Set<string> {
  const root = (base === null ? null : URL.parse(base, url)) ?? new URL(url);
  const links = new Set<string>();
  for (const [tag, value] of found) {
    const address = URL.parse(value, root);
    if (!address || !/^https?:$/.test(address.protocol)) continue;
    address.hash = '';
    links.add(`${tag} ${address.href}`);
  }
  return links;
}

/** The part of the standard's tree building that the scanner leaves out and that shows here. */
function causeOf(html: string, { tags }: Oracle, missed: string[], invented: string[]): string {
  if (tags.has('frameset')) return 'frameset: the standard drops what is no frame';
  if (tags.has('svg') || tags.has('math')) return 'svg or math: other rules inside';
  if (tags.has('select')) return 'select: the standard drops most tags inside';
  if (/<frame[\s>]/i.test(html)) return 'frame outside a frameset';
  if (/<(?:no)?script|<style|<title|<textarea|<!--/i.test(html) && invented.length > 0) {
    return 'raw text or comment: another end';
  }
  return missed.length > 0 ? 'other: missed' : 'other: invented';
}
