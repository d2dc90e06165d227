import { ATTRIBUTE, attributeAt, attributeOf } from './attributes.ts';
import { decodeEntities } from './entities.ts';
import type { PageMemory } from './page-memory.ts';
import { copyOfSpan, hashOfSpan, isSpan, slotOf } from './spans.ts';
import type { Tree } from './tree.ts';
import { newUnits } from './working-memory.ts';

/** What an element's id and class tell of it: bits of `Sheet.traits`. */
export const NAMED = {
  footer: 1 << 0,
  chrome: 1 << 1,
  side: 1 << 2,
  crumb: 1 << 3,
  body: 1 << 4,
  menu: 1 << 5,
  noMenu: 1 << 6,
  subMenu: 1 << 7,
  title: 1 << 8,
} as const;

/** Patterns of id and class joined by a blank. */
const PATTERNS: [number, RegExp][] = [
  [NAMED.footer, /(?:^|[\s_-])(?:foot|footer|copyright|bottom)(?:$|[\s_\d-])|footer|^foot/i],
  [
    NAMED.chrome,
    /(?:^|[\s_-])(?:nav|menu|foot|footer|copyright|friend|crumb|links?|yqlj|daohang|topbar|toolbar|header|bottom)(?:$|[\s_\d-])|nav(?:bar|box|list|main)|mainnav|footer|friendlink|foot_/i,
  ],
  [
    NAMED.side,
    /(?:^|[\s_-])(?:side|sidebar|aside|hot|rank|recommend|related|relate|tuijian|remen)|sidebar|hot_?news|relatednews/i,
  ],
  [NAMED.crumb, /crumb|location|position|dqwz|curpos|weizhi|\bwz\b|path|bread/i],
  [
    NAMED.body,
    /zoom|content|article|trs_editor|vsb_content|news_?text|news_?con|textcon|detail|ucapcontent|xl_con|pages_content|bt_content|wz_?con|\bcon\b|conTxt|zw\b|nr\b/i,
  ],
  [NAMED.menu, /nav|menu|daohang|dh\b|mainlm/i],
  [NAMED.noMenu, /foot|friend|crumb|link|page|copyright|side|sub/i],
  [NAMED.subMenu, /sub|drop|child|second|er_?ji|xiala|hide/i],
];
/** The same of class and id, in this order. */
const TITLE =
  /(?:^|[\s_-])(?:title|tit|bt|biaoti|headline|arti_title|xl-tit|content_title|news_title|wztit|contt_tit|h1)(?:$|[\s_\d-])|title$|_tit(?:le)?\b|-tit(?:le)?\b/i;

/** The traits of all elements of a page. */
export function readTraits(tree: Tree, names: PageMemory['names']): Uint16Array {
  const traits = newUnits(tree.tag.length).fill(0);
  for (let node = 0; node < traits.length; node++) {
    const first = tree.firstAttribute[node] ?? 0;
    if (first === (tree.firstAttribute[node + 1] ?? 0)) continue;
    const id = attributeAt(tree, node, ATTRIBUTE.id);
    const className = attributeAt(tree, node, ATTRIBUTE.class);
    if (id >= 0 || className >= 0) traits[node] = traitsOf(tree, id, className, names);
  }
  return traits;
}

/** Each name is tested once, however many bear it. */
function traitsOf(
  { codes, attributes }: Tree,
  id: number,
  className: number,
  names: PageMemory['names'],
): number {
  const [idFrom, idTo] = id < 0 ? [0, 0] : [attributes.from[id] ?? 0, attributes.to[id] ?? 0];
  const [from, to] =
    className < 0 ? [0, 0] : [attributes.from[className] ?? 0, attributes.to[className] ?? 0];
  const hash = hashOfSpan(codes, idFrom, idTo, hashOfSpan(codes, from, to, 17));
  const slot = slotOf(hash, names.length);
  const known = names[slot];
  if (known && isSpan(codes, from, to, known.className) && isSpan(codes, idFrom, idTo, known.id)) {
    return known.traits;
  }
  const fresh = {
    id: copyOfSpan(codes, idFrom, idTo),
    className: copyOfSpan(codes, from, to),
    traits: 0,
  };
  fresh.traits = testName(decodeEntities(fresh.id, true), decodeEntities(fresh.className, true));
  names[slot] = fresh;
  return fresh.traits;
}

function testName(id: string, className: string): number {
  const words = `${id} ${className}`;
  let traits = TITLE.test(`${className} ${id}`) ? NAMED.title : 0;
  for (const [bit, pattern] of PATTERNS) if (pattern.test(words)) traits |= bit;
  return traits;
}

/** Id and class of an element, joined: what its author called it; '' for what is no element. */
export function authorName(tree: Tree, node: number): string {
  if ((tree.tag[node] ?? 0) <= 0) return '';
  const id = attributeOf(tree, node, ATTRIBUTE.id) ?? '';
  return `${id} ${attributeOf(tree, node, ATTRIBUTE.class) ?? ''}`;
}
