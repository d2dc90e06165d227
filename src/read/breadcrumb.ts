import type { PageFacts } from '#domain/page.ts';
import { findPhrase, isPhrase, phrasesOf } from './lexicon.ts';
import { anchorsBetween, isCalled, maySay, type Sheet, textAmount } from './sheet.ts';
import { SAYS } from './sought-words.ts';
import { NAMED } from './name-traits.ts';
import { rawText, TAG, TEXT, textBetween, tidy, withoutBlanks } from './tree.ts';

export type Crumb = PageFacts['breadcrumb'][number];

/** A breadcrumb and the nodes it stands in (0 when there is none). */
export interface Breadcrumb {
  crumbs: Crumb[];
  from: number;
  to: number;
}

const MAX_TEXT = 160;
const SEPARATOR = /\s*(?:[>»›→＞≫/\\|·•]|--+|::|-&gt;|→|—+|\s-\s|▶|⟩)+\s*/;

/**
 * The breadcrumb: after 当前位置 and its like, else in an element called so, else the first line
 * that leads from 首页 down with signs between.
 */
export function readBreadcrumb(sheet: Sheet): Breadcrumb {
  const none: Breadcrumb = { crumbs: [], from: 0, to: 0 };
  const label = phrasesOf(sheet.lexicon, 'page-words/breadcrumb');
  for (let node = 0; node < sheet.tree.tag.length; node++) {
    const tag = sheet.tree.tag[node] ?? 0;
    if (tag === TEXT) {
      if (!maySay(sheet, node, SAYS.breadcrumb)) continue;
      const found = findPhrase(label, plainText(sheet, node));
      if (!found || found.at > 20) continue;
      const crumb = crumbAround(sheet, node);
      if (crumb) return crumb;
    } else if (tag > 0 && isCrumbElement(sheet, node)) {
      const crumb = crumbsOf(sheet, node, sheet.tree.end[node] ?? node);
      if (crumb.crumbs.length > 1) return crumb;
    }
  }
  return homeLine(sheet) ?? none;
}

function plainText(sheet: Sheet, node: number): string {
  const length = (sheet.tree.stop[node] ?? 0) - (sheet.tree.start[node] ?? 0);
  return length > MAX_TEXT * 2 ? '' : withoutBlanks(rawText(sheet.tree, node));
}

function isCrumbElement(sheet: Sheet, node: number): boolean {
  const amount = textAmount(sheet, node, sheet.tree.end[node] ?? node);
  if (amount < 4 || amount > MAX_TEXT) return false;
  return isCalled(sheet, node, NAMED.crumb);
}

/** From a label up to the element that holds the line after it. */
function crumbAround(sheet: Sheet, label: number): Breadcrumb | null {
  const { tree } = sheet;
  let best: Breadcrumb | null = null;
  let at = tree.parent[label] ?? 0;
  for (let step = 0; step < 5 && at > 0; step++) {
    const end = tree.end[at] ?? at;
    if (textAmount(sheet, label, end) > MAX_TEXT) break;
    const crumb = crumbsOf(sheet, label, end);
    if (best === null || crumb.crumbs.length > best.crumbs.length) best = crumb;
    if (crumb.crumbs.length > 1) break;
    at = tree.parent[at] ?? 0;
  }
  return best && best.crumbs.length > 0 ? best : null;
}

/** Links and loose words between `from` and `to`, cut at the signs. */
function crumbsOf(sheet: Sheet, from: number, to: number): Breadcrumb {
  const { tree } = sheet;
  const crumbs: Crumb[] = [];
  const anchors = anchorsBetween(sheet, from, to);
  let next = 0;
  for (let node = from; node < to; node++) {
    const anchor = anchors[next];
    if (anchor && node === anchor.node) {
      const text = anchor.text || anchor.title;
      if (text !== '') crumbs.push({ text: cleanCrumb(text), url: anchor.url });
      node = Math.max(node, (tree.end[node] ?? node) - 1);
      next++;
    } else if (tree.tag[node] === TEXT) addLooseWords(sheet, crumbs, rawText(tree, node));
  }
  return { crumbs: crumbs.filter(({ text }) => text !== ''), from, to };
}

function addLooseWords(sheet: Sheet, crumbs: Crumb[], raw: string): void {
  const label = phrasesOf(sheet.lexicon, 'page-words/breadcrumb');
  let text = tidy(raw);
  const found = findPhrase(label, withoutBlanks(text));
  if (found) text = text.replace(/^.*?(?:位置|所在)\s*(?:是|为)?\s*[：:]?/, '');
  for (const part of text.split(SEPARATOR)) {
    const word = cleanCrumb(part);
    if (word !== '' && word.length <= 60) crumbs.push({ text: word, url: null });
  }
}

function cleanCrumb(text: string): string {
  return tidy(text).replace(/^[>»›：:【[\s]+|[>»›：:】\]\s]+$/g, '');
}

/** A short line that begins with 首页 and goes on with signs: 首页 > 政务公开 > 通知公告. */
function homeLine(sheet: Sheet): Breadcrumb | null {
  const { tree } = sheet;
  const home = phrasesOf(sheet.lexicon, 'page-words/home');
  for (const anchor of sheet.anchors) {
    if (anchor.text.length > 6 || !isPhrase(home, anchor.text)) continue;
    const above = tree.parent[anchor.node] ?? 0;
    const holder =
      tree.tag[above] === TAG.li || tree.tag[above] === TAG.span
        ? (tree.parent[above] ?? 0)
        : above;
    const end = tree.end[holder] ?? holder;
    const amount = textAmount(sheet, anchor.node, end);
    if (amount > MAX_TEXT || amount <= anchor.text.length) continue;
    const line = textBetween(tree, anchor.node, end, ' ');
    if (!/^\S{2,6}\s*(?:[>»›→＞≫]|-\s*>|::)/.test(line)) continue;
    const crumb = crumbsOf(sheet, anchor.node, end);
    if (crumb.crumbs.length > 1) return crumb;
  }
  return null;
}
