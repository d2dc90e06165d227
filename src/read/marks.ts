import type { Theme } from './main-list.ts';
import { findPhrase, phrasesOf } from './lexicon.ts';
import { isHidden, type List, regionOf } from './lists.ts';
import type { Script } from './scripts.ts';
import {
  type Anchor,
  anchorsBetween,
  countIn,
  maySay,
  pageMaySay,
  type Sheet,
  textAmount,
} from './sheet.ts';
import { SAYS } from './sought-words.ts';
import {
  ATTRIBUTE,
  attributeOf,
  rawText,
  shownText,
  TAG,
  TAG_NAMES,
  TEXT,
  textOf,
  withoutBlanks,
} from './tree.ts';

const SHORT_PAGE = 600;
const MAX_PHRASE_LINE = 40;
const NEAR_BLOCK = 6;

/** Whether the page says that it does not exist: in its title, or in a short text. */
export function readsMissing(sheet: Sheet, title: string): boolean {
  const { lexicon, tree } = sheet;
  const phrases = phrasesOf(lexicon, 'soft-404-phrases/phrases');
  const inTitle = title.length < 40 && findPhrase(phrases, title) !== null;
  if (!inTitle && !pageMaySay(sheet, SAYS.missing)) return false;
  const amount = sheet.text[tree.tag.length] ?? 0;
  const text = amount <= SHORT_PAGE ? textOf(tree, 0, ' ') : '';
  if (findPhrase(phrasesOf(lexicon, 'soft-404-phrases/unless'), text)) return false;
  return inTitle || findPhrase(phrases, text) !== null || hasMissingLine(sheet);
}

/** A page with menus around that shows nothing but one such line. */
function hasMissingLine(sheet: Sheet): boolean {
  const { lexicon, tree } = sheet;
  const phrases = phrasesOf(lexicon, 'soft-404-phrases/phrases');
  const size = tree.tag.length;
  const loose = (sheet.text[size] ?? 0) - (sheet.linkText[size] ?? 0);
  if (loose > SHORT_PAGE || sheet.spots.length > 1) return false;
  for (let node = 0; node < size; node++) {
    if (!maySay(sheet, node, SAYS.missing) || textAmount(sheet, node, node + 1) > 80) continue;
    const found = findPhrase(phrases, rawText(tree, node));
    if (found && found.word.length > 3 && !isHidden(sheet, node)) return true;
  }
  return false;
}

/** Whether an anti-bot page stands in front of the site. */
export function readsBlocked(sheet: Sheet, scripts: readonly Script[], title: string): boolean {
  const { lexicon, tree } = sheet;
  const amount = sheet.text[tree.tag.length] ?? 0;
  if (amount > SHORT_PAGE || sheet.anchors.length > 12) return false;
  const marks = phrasesOf(lexicon, 'challenge-phrases/scripts');
  const codes = scripts.map(({ code, src }) => `${code} ${src ?? ''}`).join('\n');
  if (amount < 120 && findPhrase(marks, codes)) return true;
  const words = `${title} ${textOf(tree, 0, ' ')}`;
  return findPhrase(phrasesOf(lexicon, 'challenge-phrases/phrases'), words) !== null;
}

/** The line that says a list is empty; null without one. */
export function findBlankPhrase(sheet: Sheet, from: number, to: number): number | null {
  const { lexicon, tree } = sheet;
  if (!pageMaySay(sheet, SAYS.blank)) return null;
  const phrases = phrasesOf(lexicon, 'blank-phrases/phrases');
  const exact = phrasesOf(lexicon, 'blank-phrases/exact').words;
  for (let node = from; node < to; node++) {
    if (!maySay(sheet, node, SAYS.blank)) continue;
    if (textAmount(sheet, node, node + 1) > MAX_PHRASE_LINE) continue;
    const text = withoutBlanks(shownText(tree, node));
    const isBlank = exact.includes(text.replace(/[。！!….]+$/, '')) || findPhrase(phrases, text);
    if (!isBlank || isHidden(sheet, node)) continue;
    const isLinked = (sheet.linkText[node + 1] ?? 0) > (sheet.linkText[node] ?? 0);
    if (!isLinked) return node;
  }
  return null;
}

/**
 * Characters of the page's own between breadcrumb and footer that are not links, menus, the
 * channel's name or a pager.
 */
export function ownTextAmount(
  sheet: Sheet,
  from: number,
  to: number,
  theme: Theme,
  lists: readonly List[],
): number {
  const { tree } = sheet;
  const foreign = foreignLists(lists);
  let amount = 0;
  for (let node = from; node < to; node++) {
    if (tree.tag[node] !== TEXT) continue;
    if (isInside(foreign, node)) continue;
    if (regionOf(sheet, node) !== 'content') continue;
    if ((sheet.linkText[node + 1] ?? 0) > (sheet.linkText[node] ?? 0)) continue;
    const text = shownText(tree, node).replace(/[\s|>»›/·：:]+/g, '');
    if (text.length < 30 && (PAGER_WORDS.test(text) || theme.names.includes(text))) continue;
    if (text.length < 3 || isHidden(sheet, node)) continue;
    amount += text.length;
  }
  return amount;
}

const PAGER_WORDS =
  /页|条记录|^共\d*条?|转到|跳转|^\d+(?:\/\d+)?$|^go$|当前|第\d*|位置|今天|欢迎|搜索|首页|更新|点击|返回|关闭|打印/i;

/** Lists on a page without rows of its own: other channels', sidebars, menus. */
function foreignLists(lists: readonly List[]): List[] {
  return lists.filter(({ dated, isSideHeading, hasMoreLink, region }) => {
    return dated > 0 || isSideHeading || hasMoreLink || region !== 'content';
  });
}

/** Whether a node lies in one of the lists, heading and pictures included. */
function isInside(lists: readonly List[], node: number): boolean {
  return lists.some((list) => node >= list.headingFrom && node < list.to);
}

/** Images below a node range that may be what a column shows. */
export function hasOwnImage(
  sheet: Sheet,
  from: number,
  to: number,
  lists: readonly List[],
): boolean {
  const { tree } = sheet;
  const foreign = foreignLists(lists);
  const times = new Map<string, number>();
  for (let node = from; node < to; node++) {
    if (tree.tag[node] !== TAG.img) continue;
    const src = attributeOf(tree, node, ATTRIBUTE.src) ?? '';
    times.set(src, (times.get(src) ?? 0) + 1);
  }
  for (let node = from; node < to; node++) {
    const tag = tree.tag[node];
    if (tag === TAG.embed || tag === TAG.object || isPlayer(sheet, node)) return true;
    if (tag !== TAG.img) continue;
    const isLinked = tree.tag[tree.parent[node] ?? 0] === TAG.a;
    // The picture of a block may stand between its heading and its rows.
    if (isLinked && (isInside(foreign, node) || isInside(foreign, node - NEAR_BLOCK))) continue;
    const src = attributeOf(tree, node, ATTRIBUTE.src) ?? '';
    const isBullet = (times.get(src) ?? 0) > 2;
    const isOrnament =
      isBullet ||
      /icon|logo|bg|arrow|dot|line|top|banner|nav|btn|button|title|_tit|ico\b|more|ewm|qr|wx|weixin|print|close|home|left|right|\.gif/i.test(
        src,
      );
    if (!isOrnament && countIn(sheet, sheet.linkText, tree.parent[node] ?? 0) === 0) return true;
  }
  return false;
}

/** A film, a sound, a drawing: tags without a number of their own. */
function isPlayer({ tree }: Sheet, node: number): boolean {
  if ((tree.tag[node] ?? 0) < TAG_NAMES.length) return false;
  const start = tree.start[node] ?? 0;
  return /^<(?:video|audio|canvas)\b/i.test(tree.source.slice(start, start + 8));
}

/**
 * A frame that shows the page's own content, with an address of its own or waiting for a script
 * to give it one; `tall` when its height says so. Not counters, banners, menus.
 */
export function findContentFrame(
  sheet: Sheet,
  from: number,
  to: number,
): { node: number; isTall: boolean } | null {
  const { tree } = sheet;
  let found: { node: number; isTall: boolean } | null = null;
  for (let node = from; node < to; node++) {
    const tag = tree.tag[node];
    if (tag === TAG.frame) return { node, isTall: true };
    if (tag !== TAG.iframe || isHidden(sheet, node + 1)) continue;
    const height = frameSize(sheet, node, 'height');
    if ((height ?? MIN_FRAME) < MIN_FRAME || (frameSize(sheet, node, 'width') ?? 999) < MIN_FRAME) {
      continue;
    }
    if ((height ?? 0) >= TALL_FRAME) return { node, isTall: true };
    found ??= { node, isTall: false };
  }
  return found;
}

const MIN_FRAME = 100;
const TALL_FRAME = 300;

/** Pixels by attribute or style; null where nothing, or a share, is told. */
function frameSize(sheet: Sheet, node: number, name: 'height' | 'width'): number | null {
  const style = attributeOf(sheet.tree, node, ATTRIBUTE.style) ?? '';
  const told =
    new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d+)(?:\\.\\d+)?\\s*(?:px|;|$)`, 'i').exec(
      style,
    )?.[1] ??
    /^\s*(\d+)\s*(?:px)?\s*$/i.exec(attributeOf(sheet.tree, node, ATTRIBUTE[name]) ?? '')?.[1];
  return told === undefined ? null : Number(told);
}

const FILLS =
  /innerHTML|\.html\s*\(|\.append\w*\s*\(|\.load\s*\(|document\.write|new\s+Vue|\.render\s*\(|createElement|\['innerHTML'\]/;

/** The line that says that rows are being loaded, where a script is there to do it. */
export function findLoading(
  sheet: Sheet,
  scripts: readonly Script[],
  from: number,
  to: number,
): number | null {
  const { tree } = sheet;
  if (!pageMaySay(sheet, SAYS.loading)) return null;
  if (!scripts.some(({ code, src }) => src !== null || FILLS.test(code))) return null;
  for (let node = from; node < to; node++) {
    if (!maySay(sheet, node, SAYS.loading) || textAmount(sheet, node, node + 1) > 30) continue;
    if (/加载中|载入中|loading\s*\.{2,}/i.test(rawText(tree, node)) && !isHidden(sheet, node))
      return node;
  }
  return null;
}

/** Each id is sought in every script: more than these are not. */
const MAX_IDS = 200;

/** The element that stands empty until a script of the page fills it. */
export function findFilledByScript(
  sheet: Sheet,
  scripts: readonly Script[],
  from: number,
  to: number,
): number | null {
  const { tree } = sheet;
  const codes = scripts.filter(({ code }) => FILLS.test(code)).map(({ code }) => code);
  const isApp = scripts.some(({ src }) =>
    /(?:^|\/)(?:app|chunk-vendors|main|umi|runtime)[.\w-]*\.js/i.test(src ?? ''),
  );
  const seen = new Set<string>();
  for (let node = Math.max(1, from); node < to && seen.size < MAX_IDS; node++) {
    const tag = tree.tag[node] ?? 0;
    if (tag <= 0 || tag === TAG.script || tag === TAG.a || tag === TAG.input) continue;
    if (textAmount(sheet, node, tree.end[node] ?? node) > 12) continue;
    const id = attributeOf(tree, node, ATTRIBUTE.id) ?? '';
    if (id === 'app' && isApp) return node;
    if (id.length < 2 || seen.has(id)) continue;
    seen.add(id);
    if (codes.some((code) => namesElement(code, id))) return node;
  }
  return null;
}

function namesElement(code: string, id: string): boolean {
  for (const quote of ['"', "'"]) {
    if (
      code.includes(`${quote}${id}${quote}`) &&
      /getElementById|\['getElementById'\]/.test(code)
    ) {
      return true;
    }
    if (code.includes(`${quote}#${id}`)) return /\.html\(|append|\.load\(|el\s*:|Vue/.test(code);
  }
  return false;
}

/** Whether a list is one of several blocks of other channels: a heading of its own, a way to more. */
export function isBlock(list: List): boolean {
  return list.hasMoreLink || (list.heading !== '' && list.heading.length < 20);
}

/** Named links of the page's own, outside menus, sidebars and blocks of other channels. */
export function ownLinks(sheet: Sheet, from: number, to: number, lists: readonly List[]): Anchor[] {
  const foreign = foreignLists(lists);
  return anchorsBetween(sheet, from, to).filter(({ node, isNamed }) => {
    return isNamed && !isInside(foreign, node) && regionOf(sheet, node) === 'content';
  });
}

/** The anchors of a node range that lead to channels: short names. */
export function shortLinkCount(sheet: Sheet, from: number, to: number): number {
  return anchorsBetween(sheet, from, to).filter(({ text, isNamed }) => isNamed && text.length <= 12)
    .length;
}
