import type { Guide, GuideElement, Why } from '#domain/page.ts';
import type { Url } from '#base/url.ts';
import { findPhrase, type PhraseSet } from './lexicon.ts';
import { anchorsBetween, maySay, pageMaySay, type Sheet } from './sheet.ts';
import { SAYS } from './sought-words.ts';
import { shownText, TAG, TEXT } from './tree.ts';

const MAX_LABEL = 24;
const FILE = /\.(?:docx?|xlsx?|pdf|wps|et|rtf|zip|rar|ofd)(?:[?#]|$)/i;
const EMPTY = /^(?:无|暂无|略|待定|[-—/\\]*)$/;

/**
 * The key elements of a service guide between two nodes: a label of an element with something
 * after it. Null when so few are there that it is no guide.
 */
export function readGuide(
  sheet: Sheet,
  from: number,
  to: number,
  isService: boolean,
): { guide: Guide; why: Why[] } | null {
  const { guide } = sheet.lexicon;
  if (!pageMaySay(sheet, SAYS.guide)) return null;
  const texts = textsBetween(sheet, from, to);
  const present = new Set<GuideElement>();
  const why: Why[] = [];
  const any = anyLabel(guide.elements);
  for (const [index, { text, node }] of texts.entries()) {
    if (!maySay(sheet, node, SAYS.guide) || !any.test(text)) continue;
    const next = texts.slice(index + 1, index + 3).map((one) => one.text);
    for (const [element, labels] of guide.elements) {
      if (present.has(element)) continue;
      if (!hasElement(text, next, labels, guide.elements)) continue;
      present.add(element);
      const place = { start: sheet.tree.start[node] ?? 0, end: sheet.tree.stop[node] ?? 0 };
      why.push({ fact: `guide.${element}`, ...place, rule: 'label' });
    }
  }
  if (present.size < (isService ? 1 : 3)) return null;
  const all = [...guide.elements.keys()];
  const facts = {
    present: all.filter((element) => present.has(element)),
    missing: all.filter((element) => !present.has(element)),
    ...leadsOf(sheet, from, to),
  };
  return { guide: facts, why };
}

/** Forms to download and systems that a guide leads to. */
function leadsOf(sheet: Sheet, from: number, to: number): Pick<Guide, 'downloads' | 'systems'> {
  const downloads = new Set<Url>();
  const systems = new Set<Url>();
  for (const { url, text } of anchorsBetween(sheet, from, to)) {
    if (url === null) continue;
    if (FILE.test(url)) downloads.add(url);
    else if (text.length < 12 && findPhrase(sheet.lexicon.guide.systems, text)) systems.add(url);
  }
  return { downloads: [...downloads], systems: [...systems] };
}

const unions = new WeakMap<ReadonlyMap<GuideElement, PhraseSet>, RegExp>();

/** All labels in one pattern: most texts hold none of them. */
function anyLabel(elements: ReadonlyMap<GuideElement, PhraseSet>): RegExp {
  let union = unions.get(elements);
  if (union === undefined) {
    const sources = [...elements.values()].map(({ pattern }) => pattern.source);
    union = new RegExp(sources.join('|'), 'i');
    unions.set(elements, union);
  }
  return union;
}

/** A label at the beginning of a text, with words after it there or in the next text. */
function hasElement(
  text: string,
  next: readonly string[],
  labels: PhraseSet,
  elements: ReadonlyMap<GuideElement, PhraseSet>,
): boolean {
  const found = findPhrase(labels, text);
  if (!found || found.at > 6) return false;
  const rest = text.slice(found.at + found.word.length).replace(/^[\s：:】\]）)、.]+/, '');
  if (rest !== '') return /[：:】\]]/.test(text.slice(0, 30)) && !EMPTY.test(rest);
  if (text.length > MAX_LABEL) return false;
  const value = next.find((word) => !/^[：:\s]*$/.test(word)) ?? '';
  return value !== '' && !EMPTY.test(value) && !isLabel(value, elements);
}

function isLabel(text: string, elements: ReadonlyMap<GuideElement, PhraseSet>): boolean {
  if (text.length > 10) return false;
  for (const labels of elements.values()) {
    const found = findPhrase(labels, text);
    if (found && found.at <= 4 && text.length <= found.at + found.word.length + 1) return true;
  }
  return false;
}

function textsBetween(sheet: Sheet, from: number, to: number): { text: string; node: number }[] {
  const texts: { text: string; node: number }[] = [];
  const { tree } = sheet;
  for (let node = from; node < to; node++) {
    if (tree.tag[node] === TEXT) {
      const text = shownText(tree, node);
      if (text !== '') texts.push({ text, node });
    } else if (tree.tag[node] === TAG.img && texts.length > 0) texts.push({ text: '图', node });
  }
  return texts;
}
