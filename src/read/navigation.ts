import type { PageFacts } from '#domain/page.ts';
import type { Url } from '#base/url.ts';
import { hostOf } from '#base/url.ts';
import { type Anchor, anchorFrom, isCalled, type Sheet } from './sheet.ts';
import { NAMED } from './name-traits.ts';
import { TAG } from './tree.ts';
import { newInt16s } from './working-memory.ts';

type Place = PageFacts['navigation'][number];

const MAX_NAME = 14;
const LEAST = 3;
/** A box with more links is no menu: without this bound boxes in boxes cost their square. */
const MAX_LINKS = 1000;

/**
 * The page's menu of channels: the first block of short links that is called a navigation (or
 * leads home first), with the level of each place from the nesting of its list.
 */
export function readNavigation(sheet: Sheet, breadcrumbFrom: number): Place[] {
  const { tree } = sheet;
  const boxes = newInt16s(tree.tag.length).fill(-1);
  let best: { places: Place[]; score: number } = { places: [], score: 0 };
  const limit = breadcrumbFrom > 0 ? breadcrumbFrom : tree.tag.length;
  let next = 0;
  for (let node = 0; node < limit; node++) {
    const tag = tree.tag[node] ?? 0;
    if (HOLDERS[tag] !== 1) continue;
    while ((sheet.anchors[next]?.node ?? limit) < node) next++;
    const least = sheet.anchors[next + LEAST - 1];
    if (!least || least.node >= (tree.end[node] ?? node)) continue;
    const isNamed = tag === TAG.nav || isCalled(sheet, node, NAMED.menu);
    if (isNamed && isCalled(sheet, node, NAMED.noMenu)) continue;
    if (!isNamed && !leadsHome(sheet, node, next)) continue;
    const most = anchorFrom(sheet, tree.end[node] ?? node) - next;
    const bonus = (isNamed ? 10 : 5) - node / 500;
    // So many links could not do better; a menu that is called one may still be the last.
    if (!isNamed && Math.min(most, 60) + most / 10 + bonus <= best.score) continue;
    const places = placesBelow(sheet, boxes, node);
    const top = places.filter(({ level }) => level === 1).length;
    if (top < LEAST || top > 60) continue;
    const score = top + places.length / 10 + bonus;
    if (score > best.score) best = { places, score };
    if (isNamed && top >= 5) break;
  }
  return best.places;
}

const HOLDERS = new Uint8Array(1 << 15);
for (const name of ['nav', 'div', 'ul', 'table', 'tr', 'td', 'dl', 'ol', 'section'] as const) {
  HOLDERS[TAG[name]] = 1;
}

/** Whether the first links below, the first of all at `at`, are 首页 and then short names. */
function leadsHome(sheet: Sheet, node: number, at: number): boolean {
  const end = sheet.tree.end[node] ?? node;
  const third = sheet.anchors[at + 2];
  if (!third || third.node >= end) return false;
  if (!isHomeText(sheet.anchors[at]?.text ?? '')) return false;
  const second = sheet.anchors[at + 1]?.text ?? '';
  return [second, third.text].every((text) => text.length > 1 && text.length <= MAX_NAME);
}

function placesBelow(sheet: Sheet, boxes: Int16Array, holder: number): Place[] {
  const end = sheet.tree.end[holder] ?? holder;
  const places: Place[] = [];
  const seen = new Set<Url>();
  const host = hostOf(sheet.url);
  let [long, all] = [0, 0];
  let rows: { anchor: Anchor; depth: number }[] = [];
  for (let i = anchorFrom(sheet, holder); i < sheet.anchors.length; i++) {
    const anchor = sheet.anchors[i];
    if (!anchor || anchor.node >= end) break;
    if (anchor.text === '') continue;
    if (++all > MAX_LINKS) return [];
    if (anchor.text.length > MAX_NAME) long++;
    else rows.push({ anchor, depth: listDepth(sheet, boxes, anchor.node, holder) });
  }
  if (long * 4 > all) return [];
  rows = rows.filter(({ anchor }) => anchor.url !== null);
  const strong = rows.filter(({ anchor }) => isEmphasised(sheet, anchor.node));
  if (strong.length > 1 && strong.length < rows.length && strong[0] === rows[0]) {
    rows = rows.map((row) => ({ ...row, depth: row.depth * 2 + (strong.includes(row) ? 0 : 1) }));
  }
  const depths = [...new Set(rows.map(({ depth }) => depth))].sort((a, b) => a - b);
  for (const { anchor, depth } of rows) {
    const { url } = anchor;
    if (url === null || seen.has(url)) continue;
    if (isHomeText(anchor.text) || (depth > (depths[0] ?? 0) && hostOf(url) !== host)) continue;
    seen.add(url);
    places.push({ text: anchor.text, url, level: depths.indexOf(depth) + 1 });
  }
  return places;
}

/** A first-level name above its sub-channels in one cell: bold, a heading, a term. */
function isEmphasised(sheet: Sheet, node: number): boolean {
  const { tree } = sheet;
  return isEmphasis(tree.tag[tree.parent[node] ?? 0] ?? 0) || isEmphasis(tree.tag[node + 1] ?? 0);
}

function isEmphasis(tag: number): boolean {
  if (tag === TAG.b || tag === TAG.strong || tag === TAG.dt) return true;
  return tag >= TAG.h1 && tag <= TAG.h6;
}

function isHomeText(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  const mayBe = last === 0x9875 || (last | 32) === 0x65;
  return mayBe && text.length < 16 && /^(?:.{0,4}首\s*页|主\s*页|home)$/i.test(text);
}

/** How many list boxes stand between a link and the menu's holder. */
function listDepth(sheet: Sheet, boxes: Int16Array, node: number, holder: number): number {
  const above = sheet.tree.parent[node] ?? 0;
  return depthAt(sheet, boxes, above) - depthAt(sheet, boxes, holder);
}

/** List boxes from the page's root down to a node, itself counted; kept for the next link. */
function depthAt(sheet: Sheet, boxes: Int16Array, node: number): number {
  const path: number[] = [];
  let at = node;
  for (; at > 0 && (boxes[at] ?? 0) < 0; at = sheet.tree.parent[at] ?? 0) path.push(at);
  let depth = at > 0 ? (boxes[at] ?? 0) : 0;
  for (let i = path.length - 1; i >= 0; i--) {
    const box = path[i] ?? 0;
    if (isListBox(sheet, box)) depth++;
    boxes[box] = depth;
  }
  return depth;
}

function isListBox(sheet: Sheet, node: number): boolean {
  const tag = sheet.tree.tag[node] ?? 0;
  if (tag === TAG.li || tag === TAG.dd) return true;
  return (tag === TAG.div || tag === TAG.ul) && isCalled(sheet, node, NAMED.subMenu);
}
