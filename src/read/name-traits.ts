import { ATTRIBUTE, attributeOf } from './attributes.ts';
import { bitsBetween, makeBitFinder } from './bit-finder.ts';
import { decodeEntities } from './entities.ts';
import type { PageMemory } from './page-memory.ts';
import { copyOfSpan, hashOfSpan, isSameSpan, isSpan, slotOf } from './spans.ts';
import type { Tree } from './tree.ts';
import { newInt32s, newUnits } from './working-memory.ts';

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

/**
 * What each pattern cannot do without, in lower case: a name that holds none of a bit's words is
 * not tested for it, and most names hold none at all.
 */
const NEEDED: [number, string][] = [
  [NAMED.footer, 'foot copyright bottom'],
  [
    NAMED.chrome,
    'nav menu foot copyright friend crumb link yqlj daohang topbar toolbar header bottom',
  ],
  [NAMED.side, 'side hot rank recommend relate tuijian remen'],
  [NAMED.crumb, 'crumb location position dqwz curpos weizhi wz path bread'],
  [NAMED.body, 'zoom con article editor text detail zw nr'],
  [NAMED.menu, 'nav menu daohang dh mainlm'],
  [NAMED.noMenu, 'foot friend crumb link page copyright side sub'],
  [NAMED.subMenu, 'sub drop child second ji xiala hide'],
  [NAMED.title, 'tit bt biaoti headline h1'],
];
const needed = makeBitFinder(NEEDED);
const ALL_TRAITS = Object.values(NAMED).reduce((all, bit) => all | bit, 0);

/** The traits of all elements of a page. */
export function readTraits(tree: Tree, names: PageMemory['names']): Uint16Array {
  const { firstAttribute, attributes } = tree;
  const traits = newUnits(tree.tag.length).fill(0);
  const known = newKnownValues();
  for (let node = 0; node < traits.length; node++) {
    const end = firstAttribute[node + 1] ?? 0;
    let [id, className] = [-1, -1];
    for (let at = firstAttribute[node] ?? 0; at < end; at++) {
      const name = attributes.name[at] ?? 0;
      if (name === ID) id = at;
      else if (name === CLASS) className = at;
    }
    if (id < 0 && className < 0) continue;
    const bits = mayMean(tree, id, known) | mayMean(tree, className, known);
    if (bits !== 0) traits[node] = traitsOf(tree, id, className, bits, names);
  }
  return traits;
}

const ID = ATTRIBUTE.id;
const CLASS = ATTRIBUTE.class;

/** So many values of a page are known again at once; a power of two. */
const KNOWN_VALUES = 64;

/** What values of a page may mean, by some of their characters: rows of a list are called alike. */
interface KnownValues {
  /** The attribute that had it last, and one more; 0 in empty places. */
  attribute: Int32Array;
  bits: Int32Array;
}

function newKnownValues(): KnownValues {
  return { attribute: newInt32s(KNOWN_VALUES), bits: newInt32s(KNOWN_VALUES) };
}

/** The traits that the value of an attribute may give; none of no attribute. */
function mayMean({ codes, attributes }: Tree, at: number, known: KnownValues): number {
  if (at < 0) return 0;
  const [from, to] = [attributes.from[at] ?? 0, attributes.to[at] ?? 0];
  if (from === to) return 0;
  const sum = (to - from) * 7 + (codes[from] ?? 0) * 3 + (codes[to - 1] ?? 0) * 5;
  const place = sum & (KNOWN_VALUES - 1);
  const before = (known.attribute[place] ?? 0) - 1;
  if (before >= 0) {
    const start = attributes.from[before] ?? 0;
    if (isSameSpan(codes, from, to, start, attributes.to[before] ?? 0)) {
      return known.bits[place] ?? 0;
    }
  }
  const bits = bitsBetween(needed, codes, from, to, ALL_TRAITS);
  known.attribute[place] = at + 1;
  known.bits[place] = bits;
  return bits;
}

/** Each name is tested once, however many bear it, and for what it may mean only. */
function traitsOf(
  { codes, attributes }: Tree,
  id: number,
  className: number,
  bits: number,
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
  const [idWords, classWords] = [fresh.id, fresh.className].map((name) =>
    decodeEntities(name, true),
  );
  fresh.traits = testName(idWords ?? '', classWords ?? '', bits);
  names[slot] = fresh;
  return fresh.traits;
}

/** The traits of a name among some of them. */
export function testName(id: string, className: string, bits = ALL_TRAITS): number {
  const words = `${id} ${className}`;
  let traits = (bits & NAMED.title) !== 0 && TITLE.test(`${className} ${id}`) ? NAMED.title : 0;
  for (const [bit, pattern] of PATTERNS) {
    if ((bits & bit) !== 0 && pattern.test(words)) traits |= bit;
  }
  return traits;
}

/** Id and class of an element, joined: what its author called it; '' for what is no element. */
export function authorName(tree: Tree, node: number): string {
  if ((tree.tag[node] ?? 0) <= 0) return '';
  const id = attributeOf(tree, node, ATTRIBUTE.id) ?? '';
  return `${id} ${attributeOf(tree, node, ATTRIBUTE.class) ?? ''}`;
}
