import { findPhrase, phrasesOf } from './lexicon.ts';
import { regionOf } from './lists.ts';
import { isCalled, type Sheet, textAmount } from './sheet.ts';
import { NAMED } from './name-traits.ts';
import { type TextWords, wordsOf } from './text-words.ts';
import { rawText, shownText, TAG, TEXT, textBetween, tidy } from './tree.ts';

/** The nodes of the main text; `from === to` when there is none. */
export interface TextSpan {
  from: number;
  to: number;
  /** Characters outside links. */
  amount: number;
}

/**
 * The element with the most text of its own (outside links, in paragraphs), between two nodes.
 */
export function findMainText(sheet: Sheet, from: number, to: number): TextSpan {
  const { tree } = sheet;
  const words = wordsOf(tree);
  const own = new Map<number, number>();
  for (let node = from; node < to; node++) {
    if (tree.tag[node] !== TEXT || isLinked(sheet, node)) continue;
    const amount = textAmount(sheet, node, node + 1);
    if (amount === 0) continue;
    let at = tree.parent[node] ?? 0;
    while (at > 0 && isInline(tree.tag[at] ?? 0)) at = tree.parent[at] ?? 0;
    const weight = holdsStop(words, node) ? amount * 2 : amount;
    own.set(at, (own.get(at) ?? 0) + weight);
    const above = tree.parent[at] ?? 0;
    if (above > 0) own.set(above, (own.get(above) ?? 0) + weight * 0.9);
  }
  let best = { node: 0, score: 0 };
  for (const [node, weight] of own) {
    const tag = tree.tag[node] ?? 0;
    if (tag === TAG.body || tag === TAG.html || node < from) continue;
    const isBody = tag === TAG.ucapcontent || isCalled(sheet, node, NAMED.body);
    const score = weight * (isBody ? 1.5 : 1) * (regionOf(sheet, node) === 'content' ? 1 : 0.3);
    if (score > best.score) best = { node, score };
  }
  if (best.node === 0) return { from, to: from, amount: 0 };
  const end = Math.min(tree.end[best.node] ?? to, to);
  const linked = (sheet.linkText[end] ?? 0) - (sheet.linkText[best.node] ?? 0);
  return { from: best.node, to: end, amount: textAmount(sheet, best.node, end) - linked };
}

/** Whether a text is cut by one of ，。；：、 as sentences are. */
function holdsStop({ codes, at }: TextWords, node: number): boolean {
  const end = at[node + 1] ?? 0;
  for (let place = at[node] ?? 0; place < end; place++) {
    const code = codes[place] ?? 0;
    if (code === 0x3001 || code === 0x3002) return true;
    if (code >= 0xff0c && (code === 0xff0c || code === 0xff1a || code === 0xff1b)) return true;
  }
  return false;
}

function isLinked(sheet: Sheet, node: number): boolean {
  return (sheet.linkText[node + 1] ?? 0) > (sheet.linkText[node] ?? 0);
}

/** Tags that do not hold a text but style or cut it. */
function isInline(tag: number): boolean {
  return (
    tag === TAG.span ||
    tag === TAG.p ||
    tag === TAG.b ||
    tag === TAG.strong ||
    tag === TAG.font ||
    tag === TAG.em ||
    tag === TAG.i ||
    tag === TAG.u ||
    tag === TAG.a ||
    (tag >= TAG.h1 && tag <= TAG.h6) ||
    tag === TAG.center ||
    tag === TAG.big ||
    tag === TAG.small ||
    tag === TAG.sup ||
    tag === TAG.sub ||
    tag === TAG.nobr
  );
}

/** The text of a span as lines, one a block. */
export function readText(sheet: Sheet, from: number, to: number): string {
  const { tree } = sheet;
  const lines: string[] = [];
  // Most lines are one text; its words are tidy already.
  let only = 0;
  let more = '';
  const end = () => {
    const line = more === '' ? shownText(tree, only) : tidy(more);
    if (line !== '') lines.push(line);
    only = 0;
    more = '';
  };
  for (let node = from; node < to; node++) {
    const tag = tree.tag[node] ?? 0;
    if (tag === TEXT) {
      if (only === 0) only = node;
      else more = (more === '' ? rawText(tree, only) : more) + rawText(tree, node);
    } else if (only > 0 && tag > 0 && (tag === TAG.br || tag === TAG.p || !isInline(tag))) end();
  }
  if (only > 0) end();
  return lines.join('\n');
}

/** The name after 来源 (信息来源, 发布机构 …) in the lines around the title and date. */
export function readSource(sheet: Sheet, from: number, to: number): string | null {
  const labels = phrasesOf(sheet.lexicon, 'page-words/source');
  const stops = phrasesOf(sheet.lexicon, 'page-words/sourceStops');
  const text = textBetween(sheet.tree, from, to, ' ').slice(0, 1500);
  const match = new RegExp(`(?:${labels.pattern.source})\\s*[：:]\\s*`).exec(text);
  if (!match) return null;
  const rest = text.slice(match.index + match[0].length).trimStart();
  const stop = findPhrase(stops, rest);
  const head = rest.slice(0, Math.min(stop ? stop.at : 60, 60));
  const name = /^[^\s|：:【[]{2,40}/.exec(head)?.[0] ?? '';
  return /^[\d\-/年月日.]*$/.test(name) || name === '' ? null : name.replace(/[（(【[]+$/, '');
}
