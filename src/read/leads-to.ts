import type { Url } from '#base/url.ts';
import { findPhrase, phrasesOf } from './lexicon.ts';
import type { Script } from './scripts.ts';
import { addressOf } from './page-addresses.ts';
import type { Sheet } from './sheet.ts';
import { ATTRIBUTE, attributeOf, TAG } from './tree.ts';

/** A page that shows more than this is there to be read, wherever it leads afterwards. */
const SHORT_PAGE = 600;
const FEW_LINKS = 12;
/** A page that shows hardly anything lives by its script. */
const HARDLY_TEXT = 120;
/** Whoever waits longer was meant to read. Seconds. */
const MAX_DELAY = 30;

const REFRESH = /^\s*(\d*)(?:\.\d*)?\s*[;,\s]\s*(?:url\s*=\s*)?(["']?)(.*?)\2\s*$/i;
const LOCATION =
  /(?:^|[\s;{(.])location\s*(?:\.\s*href\s*)?(?:=(?!=)|\.\s*(?:replace|assign)\s*\()\s*(["'])(.*?)\1/;
/** Who is led is decided by what he looks with: not everybody goes there. */
const DEPENDS = /userAgent|navigator|screen\s*\.|innerWidth|clientWidth/;
const SETS_COOKIE = /document\s*\.\s*cookie\s*=(?!=)/;
const LEAVES = /\blocation\b/;
const ALERT = /\balert\s*\(\s*(["'])(.*?)\1/;
const GOES_AWAY = /history\s*\.\s*(?:go|back)|window\s*\.\s*close|\blocation\b/;

/**
 * Where a page sends its reader that shows nothing to be read: by meta refresh, or by a script
 * that does nothing else. Null for a page that stays, or that loads itself again.
 */
export function readLeadsTo(sheet: Sheet, scripts: readonly Script[]): Url | null {
  if (textOf(sheet) > SHORT_PAGE || sheet.anchors.length > FEW_LINKS) return null;
  const href = refreshOf(sheet) ?? scriptedExit(sheet, scripts);
  const url = href === null ? null : addressOf(sheet, href);
  return url === sheet.url ? null : url;
}

/** Whether the page is a wall we do not know by name: a script sets a cookie and loads again. */
export function isCookieWall(sheet: Sheet, scripts: readonly Script[]): boolean {
  const codes = ownCodes(sheet, scripts);
  return codes !== null && SETS_COOKIE.test(codes) && LEAVES.test(codes);
}

/** Whether the page only has a window say that it does not exist, and goes away. */
export function alertsMissing(sheet: Sheet, scripts: readonly Script[]): boolean {
  const codes = ownCodes(sheet, scripts);
  const words = codes !== null && GOES_AWAY.test(codes) ? (ALERT.exec(codes)?.[2] ?? '') : '';
  return findPhrase(phrasesOf(sheet.lexicon, 'soft-404-phrases/phrases'), words) !== null;
}

function refreshOf(sheet: Sheet): string | null {
  const { tree } = sheet;
  for (let node = 0; node < tree.tag.length; node++) {
    if (tree.tag[node] !== TAG.meta) continue;
    if (attributeOf(tree, node, ATTRIBUTE['http-equiv'])?.trim().toLowerCase() !== 'refresh')
      continue;
    // What stands there is for browsers without scripts.
    if (tree.tag[tree.parent[node] ?? 0] === TAG.noscript) continue;
    const told = REFRESH.exec(attributeOf(tree, node, ATTRIBUTE.content) ?? '');
    const href = told?.[3] ?? '';
    return href !== '' && Number(told?.[1]) <= MAX_DELAY ? href : null;
  }
  return null;
}

function scriptedExit(sheet: Sheet, scripts: readonly Script[]): string | null {
  const codes = ownCodes(sheet, scripts);
  if (codes === null || DEPENDS.test(codes) || SETS_COOKIE.test(codes)) return null;
  return LOCATION.exec(codes)?.[2] || null;
}

/** The scripts of a page that is nothing else; null when it shows something or loads more. */
function ownCodes(sheet: Sheet, scripts: readonly Script[]): string | null {
  if (textOf(sheet) > HARDLY_TEXT || sheet.anchors.length > 3) return null;
  if (scripts.some(({ src }) => src !== null)) return null;
  return scripts.map(({ code }) => code).join('\n');
}

function textOf({ text, tree }: Sheet): number {
  return text[tree.tag.length] ?? 0;
}
