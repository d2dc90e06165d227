import { resolveUrl, type Url } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Script } from './scripts.ts';
import { type Anchor, maySay, pageMaySay, type Sheet } from './sheet.ts';
import { SAYS } from './sought-words.ts';
import { HOLDS } from './source-words.ts';
import { shownText, TEXT } from './tree.ts';

type Pager = PageFacts['pager'];

const MAX_PAGES = 2000;
const STEP =
  /^[\s[【<«‹]*(?:上一?页|下一?页|前一页|后一页|首页|第一页|最前页|尾页|末页|最后一?页|next|prev(?:ious)?|last|first)[\s\]】>»›]*$/i;
const NUMBER = /^[\s[【]*(\d{1,4})[\s\]】]*$/;
const CALL = /createPage\w*\s*\(([^()]{1,300})\)/gi;

/**
 * Other pages of the same list: links with numbers and steps, TRS's `createPageHTML(n, i,
 * "index", "html")`, and the counts that pagers print (共N页, 共N条).
 */
export function readPager(sheet: Sheet, scripts: readonly Script[], from: number): Pager {
  const urls = new Set<Url>();
  const counts = printedCounts(sheet, from);
  const numbered: { page: number; url: Url }[] = [];
  const run = pagerAnchors(sheet, from);
  for (const anchor of run) {
    if (anchor.url === null) continue;
    const page = Number(NUMBER.exec(anchor.text)?.[1] ?? 0);
    if (page > 0) numbered.push({ page, url: anchor.url });
    urls.add(anchor.url);
  }
  for (const url of skippedPages(numbered, counts.pages)) urls.add(url);
  const scripted = scriptedPages(sheet, scripts);
  for (const url of scripted.urls) urls.add(url);
  urls.delete(sheet.url);
  const last = Math.max(0, ...numbered.map(({ page }) => page));
  const pages = counts.pages ?? scripted.pages ?? (last > 0 ? last : null);
  return { urls: [...urls].slice(0, MAX_PAGES), pages, total: counts.total };
}

/** Links of steps and numbers that stand near a step: single numbers elsewhere are no pager. */
function pagerAnchors(sheet: Sheet, from: number): Anchor[] {
  const { anchors } = sheet;
  const isPart = ({ text, node }: Anchor) =>
    node >= from && text.length < 12 && mayBePart(text) && (STEP.test(text) || NUMBER.test(text));
  const found: Anchor[] = [];
  for (let i = 0; i < anchors.length; ) {
    let end = i;
    while (end < anchors.length && isPart(anchors[end] as Anchor)) end++;
    if (end === i) {
      i++;
      continue;
    }
    const run = anchors.slice(i, end);
    const isStep = run.some(({ text }) => /下|上|尾|末|后|前|next|prev|last/i.test(text));
    const numbers = run.map(({ text }) => Number(NUMBER.exec(text)?.[1] ?? 0)).filter((n) => n > 0);
    const isCount =
      numbers.length > 0 && numbers.every((n, at) => at === 0 || n > (numbers[at - 1] ?? 0));
    if (isStep || (isCount && (numbers[0] ?? 9) <= 2)) found.push(...run);
    i = end;
  }
  return found;
}

/** A step in Chinese holds 页; all else in a pager is no Chinese. */
function mayBePart(text: string): boolean {
  const code = text.charCodeAt(text.length >> 1);
  return code < 0x4e00 || code > 0x9fff || text.includes('页');
}

/** Pages that a pager leaves out (1 2 3 … 9) when addresses carry the page's number. */
function skippedPages(
  numbered: readonly { page: number; url: Url }[],
  pages: number | null,
): Url[] {
  const shaped = numbered.filter(({ page, url }) => new RegExp(`\\D${page}\\D*$`).test(url));
  const shapes = new Set(
    shaped.filter(({ page }) => page > 1).map(({ page, url }) => shapeOf(url, page)),
  );
  const shape = [...shapes][0];
  if (shapes.size !== 1 || shape === undefined || shaped.length < 2) return [];
  const last = Math.min(MAX_PAGES, Math.max(pages ?? 0, ...shaped.map(({ page }) => page)));
  const urls: Url[] = [];
  for (let page = 2; page <= last; page++) urls.push(shape.replace('\u0000', String(page)));
  return urls;
}

function shapeOf(url: Url, page: number): string {
  return url.replace(new RegExp(`(\\D)${page}(\\D*)$`), '$1\u0000$2');
}

/** So many texts before and behind a word of counting belong to it. */
const MAX_AROUND = 12;

/** The short texts around words of counting; what is left out stands as a sign no pattern knows. */
function countingText(sheet: Sheet, from: number): string {
  const { tree } = sheet;
  const start = Math.max(0, from);
  const size = tree.tag.length;
  let first = start;
  while (first < size && !maySay(sheet, first, SAYS.count)) first++;
  if (first === size) return '';
  let last = size - 1;
  while (last > first && !maySay(sheet, last, SAYS.count)) last--;
  let text = '';
  let before: string[] = [];
  let behind = 0;
  for (let node = textsBefore(sheet, start, first); node < size; node++) {
    if (behind === 0 && node > last) break;
    if (tree.tag[node] !== TEXT) continue;
    const length = (tree.stop[node] ?? 0) - (tree.start[node] ?? 0);
    const piece = length < 120 ? `${shownText(tree, node)} ` : '\n';
    if (length < 120 && maySay(sheet, node, SAYS.count)) behind = MAX_AROUND + 1;
    if (behind > 0) {
      text += before.length > 0 ? `\n\u0000${before.join('')}${piece}` : piece;
      before = [];
      behind--;
    } else if (before.push(piece) > MAX_AROUND) before.shift();
  }
  return text;
}

/** The node of the text that stands so many texts before another as belong to it. */
function textsBefore({ tree }: Sheet, start: number, first: number): number {
  let node = first;
  for (let texts = 0; node > start && texts < MAX_AROUND; ) {
    node--;
    if (tree.tag[node] === TEXT) texts++;
  }
  return node;
}

function printedCounts(sheet: Sheet, from: number): { pages: number | null; total: number | null } {
  if (!pageMaySay(sheet, SAYS.count)) return { pages: null, total: null };
  const text = countingText(sheet, from);
  const hasPages = text.includes('页') || text.includes('条');
  const hasShare = text.includes('/');
  const pages = !hasPages
    ? undefined
    : (/[共总](?:计)?\s*(\d{1,5})\s*页/.exec(text)?.[1] ??
      (hasShare ? sharedPages(text) : undefined) ??
      /总页数\s*[：:]?\s*(\d{1,5})/.exec(text)?.[1]);
  const hasTotal = /[条篇封]|记录|总数/.test(text);
  const total = !hasTotal
    ? undefined
    : (/(?:[共总有](?:计|共有?)?|记录数?\s*[：:]?|总数\s*[：:]?)\s*(\d{1,7})\s*(?:条|篇|个记录|封|项记录)/.exec(
        text,
      )?.[1] ?? /总(?:记录)?数\s*[：:]?\s*(\d{1,7})/.exec(text)?.[1]);
  return { pages: pages ? Number(pages) : null, total: total ? Number(total) : null };
}

/** The number of pages behind a slash: 第1/5页, 1/共5页, 共30条 1/5, 页数：1/5. */
function sharedPages(text: string): string | undefined {
  return (
    /第?\s*\d{1,5}\s*页?\s*\/\s*共?\s*(\d{1,5})\s*页/.exec(text)?.[1] ??
    /[共总]\s*\d+\s*条[^\n]{0,12}?\d{1,5}\s*\/\s*(\d{1,5})/.exec(text)?.[1] ??
    /页数\s*[：:]?\s*\d{1,5}\s*\/\s*(\d{1,5})/.exec(text)?.[1]
  );
}

/** `createPageHTML(5, 0, "index", "html")` and its relatives, whatever else stands among the arguments. */
function scriptedPages(
  sheet: Sheet,
  scripts: readonly Script[],
): { urls: Url[]; pages: number | null } {
  if ((sheet.words.bits & HOLDS.pageCall) === 0) return { urls: [], pages: null };
  for (const { code } of scripts) {
    for (const match of code.matchAll(CALL)) {
      if (/function\s*$/.test(code.slice(0, match.index))) continue;
      const parts = (match[1] ?? '').split(',').map((part) => part.trim());
      const at = parts.findIndex(
        (part, i) => /^\d+$/.test(part) && /^\d+$/.test(parts[i + 1] ?? ''),
      );
      const names = parts.map((part) => /^["']([\w./-]{1,80})["']$/.exec(part)?.[1] ?? '');
      const extension = names.findIndex((name) => /^(?:s?html?|jsp|aspx?|php)$/i.test(name));
      const stem = names[extension - 1] ?? '';
      if (at < 0 || extension < 1 || stem === '') continue;
      const pages = Math.min(Number(parts[at]), MAX_PAGES);
      const current = Number(parts[at + 1]);
      const urls: Url[] = [];
      for (let index = 0; index < pages; index++) {
        const file = `${stem}${index > 0 ? `_${index}` : ''}.${names[extension]}`;
        const url = index === current ? null : resolveUrl(file, sheet.base);
        if (url) urls.push(url);
      }
      return { urls, pages };
    }
  }
  return { urls: [], pages: null };
}
