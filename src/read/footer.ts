import type { Footer, Why } from '#domain/page.ts';
import { findPhrase, type PhraseSet, phrasesOf } from './lexicon.ts';
import { metaValue } from './meta.ts';
import { isCalled, maySay, pageMaySay, type Sheet, textAmount } from './sheet.ts';
import { SAYS } from './sought-words.ts';
import { NAMED } from './name-traits.ts';
import { wordsOf } from './text-words.ts';
import { ATTRIBUTE, attributeOf, shownText, TAG, TEXT, textBetween, tidy } from './tree.ts';

export interface FooterFacts {
  footer: Footer;
  siteIdCode: string | null;
  icp: string | null;
  police: string | null;
  why: Why[];
}

const FOOTER_TEXT = /主办单位|版权所有|copyright|ICP备|公网安备|网站标识码|技术支持|承办单位/i;
const MAX_FOOTER = 900;
/** Longer than any number of a registration, blanks in it included. */
const MAX_CODE = 60;
const ICP = /[\u4e00-\u9fff]\s?ICP\s*备\s*\d{5,10}\s*号(?:\s*-\s*\d{1,3})?/i;
const POLICE = /[\u4e00-\u9fff]{1,3}公网安备\s*(?:\d{8,18})\s*号?/;
/** Addresses of the registry, and of entrances to report errors (我为政府网站找错). */
const REGISTRY = /bszs\.conac\.cn|dcs\.conac\.cn|conac\.cn\/sitename/i;
const REPORT = /pucha\.kaipuyun|zfwzzc\.www\.gov\.cn|jiucuo/i;
const IMAGE_WORDS = [ATTRIBUTE.alt, ATTRIBUTE.title, ATTRIBUTE.src];
const PARTY_PICTURE = /党政机关|事业单位标识|dzjg|dangzheng|\/red\.png|jiguan\.(?:png|gif)/i;

/** The first address of a kind in the source, by the places where one may stand. */
function namedOutside({ tree, words }: Sheet, address: RegExp): string | null {
  for (const at of words.outside) {
    const match = address.exec(tree.source.slice(Math.max(0, at - 6), at + 20));
    if (match) return match[0];
  }
  return null;
}

/** The node from which on the page is footer; the page's end when there is none. */
export function footerStart(sheet: Sheet): number {
  const { tree } = sheet;
  const size = tree.tag.length;
  const half = (sheet.text[size] ?? 0) / 3;
  for (let node = 0; node < size; node++) {
    const tag = tree.tag[node] ?? 0;
    if (tag === TEXT && !maySay(sheet, node, SAYS.footer)) continue;
    const isEarly = (sheet.text[node] ?? 0) < half;
    if (isEarly && textAmount(sheet, node, size) > MAX_FOOTER) continue;
    if (tag === TEXT) {
      if (isLong(sheet, node) || !FOOTER_TEXT.test(shownText(tree, node))) continue;
      return climbFooter(sheet, node);
    }
    if (tag > 0 && (tag === TAG.footer || isCalled(sheet, node, NAMED.footer))) return node;
  }
  return size;
}

function isLong(sheet: Sheet, node: number): boolean {
  return (sheet.tree.stop[node] ?? 0) - (sheet.tree.start[node] ?? 0) > 400;
}

/** The highest element around a footer line that holds little and not the page's content. */
function climbFooter(sheet: Sheet, node: number): number {
  const { tree } = sheet;
  let at = node;
  for (let above = tree.parent[at] ?? 0; above > 0; above = tree.parent[above] ?? 0) {
    const isWide = tree.tag[above] === TAG.body || textAmount(sheet, above, node) > 120;
    if (isWide || textAmount(sheet, above, tree.end[above] ?? above) > MAX_FOOTER) break;
    at = above;
  }
  return at;
}

/** Organiser, contact, codes and marks of the footer (国办发〔2017〕47号), and the tags' site code. */
export function readFooter(sheet: Sheet, from: number, meta: Record<string, string>): FooterFacts {
  const { tree } = sheet;
  const text = textBetween(tree, from, tree.tag.length, ' ');
  const whole = textBetween(tree, 0, tree.tag.length, ' ');
  const code = firstIn(sheet, SAYS.siteCode, text, whole, siteIdCode);
  const metaCode = /^(?:\d{10}|bm\d{8})$/i.exec(metaValue(meta, 'SiteIDCode').trim())?.[0] ?? null;
  const organiser = phrasesOf(sheet.lexicon, 'page-words/organiser');
  const phone = phrasesOf(sheet.lexicon, 'page-words/telephone');
  const errors = phrasesOf(sheet.lexicon, 'page-words/errorReport');
  const said = firstSaid(sheet, SAYS.errorReport, errors);
  const registry = namedOutside(sheet, REGISTRY);
  const images = said === null || registry === null ? imageWords(sheet) : '';
  const report = said ?? wordIn(errors, images) ?? namedOutside(sheet, REPORT);
  const mark = registry ?? PARTY_PICTURE.exec(images)?.[0] ?? null;
  const footer: Footer = {
    organiser: pageMaySay(sheet, SAYS.organiser) ? organiserOf(text, organiser) : null,
    contact: pageMaySay(sheet, SAYS.telephone) ? telephoneOf(text, phone) : null,
    hasPartyGovernmentMark: mark !== null,
    hasErrorReportEntrance: report !== null,
  };
  const icp = firstIn(sheet, SAYS.icp, text, whole, icpOf);
  const police = firstIn(sheet, SAYS.police, whole, '', policeOf);
  const told = [
    ['siteIdCode', code ?? metaCode, code ? 'footer' : 'meta'],
    ['icp', icp, 'text'],
    ['police', police, 'text'],
    ['footer.organiser', footer.organiser, 'label'],
    ['footer.contact', footer.contact, 'label'],
    ['footer.hasPartyGovernmentMark', mark, 'mark'],
    ['footer.hasErrorReportEntrance', report, 'entrance'],
  ] as const;
  const why = told.flatMap(([fact, words, rule]) =>
    words === null ? [] : [placeOf(sheet, from, words, fact, rule)],
  );
  return { siteIdCode: code ?? metaCode, icp, police, footer, why };
}

/** What is read in one text, else in another; nothing where the page says none of the words. */
function firstIn(
  sheet: Sheet,
  bit: number,
  text: string,
  other: string,
  read: (text: string) => string | null,
): string | null {
  if (!pageMaySay(sheet, bit)) return null;
  return read(text) ?? (other === '' ? null : read(other));
}

/** The first word of a set that the page says; sought only where texts may say one. */
function firstSaid(sheet: Sheet, bit: number, set: PhraseSet): string | null {
  if (!pageMaySay(sheet, bit)) return null;
  const { flow, at } = wordsOf(sheet.tree);
  const longest = Math.max(...set.words.map(({ length }) => length));
  for (let node = 0; node < sheet.tree.tag.length; node++) {
    if (!maySay(sheet, node, bit)) continue;
    const [from, end] = [at[node] ?? 0, at[node + 1] ?? flow.length];
    // A word may begin in one text and end in the next.
    const found = findPhrase(set, flow.slice(from, end + longest));
    if (found && from + found.at < end) return found.word;
  }
  return null;
}

function wordIn(set: PhraseSet, text: string): string | null {
  return text === '' ? null : (findPhrase(set, text)?.word ?? null);
}

function icpOf(text: string): string | null {
  for (const { index } of text.matchAll(/ICP/gi)) {
    const match = ICP.exec(text.slice(Math.max(0, index - 2), index + MAX_CODE));
    if (match) return tidy(match[0]).replace(/\s+/g, '');
  }
  return null;
}

function policeOf(text: string): string | null {
  const words = '公网安备';
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const match = POLICE.exec(text.slice(Math.max(0, at - 3), at + MAX_CODE));
    if (match) return match[0].trim();
  }
  return null;
}

function siteIdCode(text: string): string | null {
  const match = /标识码?\s*[：:]?\s*[（(]?\s*(bm\d{8}|\d{10})(?!\d)/i.exec(text);
  return match?.[1] ?? null;
}

/** The name a footer gives its organiser: behind the label, or before a bare 主办. */
function organiserOf(text: string, { words }: PhraseSet): string | null {
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const rest = text.slice(at + word.length, at + word.length + 60);
      if (word === '主办' && !/^(?:单位|方)?\s*[：:]/.test(rest)) {
        const before = /([\u4e00-\u9fff]{4,30})\s*$/.exec(
          text.slice(Math.max(0, at - 40), at),
        )?.[1];
        if (before && !NO_ORGANISER.test(before)) return before;
      }
      const years = /^[\s：:©]*(?:copyright|(?:19|20)\d\d(?:\s*[-—–]\s*(?:19|20)\d\d)?|[\s：:©])*/i;
      const name = /^[^\s：:，,。|©（(]{3,40}/.exec(rest.replace(years, ''))?.[0] ?? '';
      if (name.length > 2 && !NO_ORGANISER.test(name)) return name;
    }
  }
  return null;
}

/** Words of other lines of a footer. */
const NO_ORGANISER =
  /^(?:\d|[a-z]|关于|联系|网站(?:地图|声明|标识|首页)|学校地址|单位地址|地址|隐私|未经|备案|技术|承办|电话|版权)|承办$|备\d{5}|备案/i;

const global = new WeakMap<RegExp, RegExp>();

/** The same pattern to be sought again and again. */
function everywhere(pattern: RegExp): RegExp {
  let again = global.get(pattern);
  if (again === undefined) global.set(pattern, (again = new RegExp(pattern, 'gi')));
  return again;
}

function telephoneOf(text: string, { pattern }: PhraseSet): string | null {
  const number = /(?:\(?0\d{2,3}\)?\s*[-—－ ]?\s*)?\d{5,8}(?:-\d+)?|1\d{10}/;
  for (const match of text.matchAll(everywhere(pattern))) {
    const found = number.exec(text.slice(match.index, match.index + 40));
    if (found) return found[0].trim();
  }
  return null;
}

/** Alternative texts, titles and file names of images, joined. */
function imageWords(sheet: Sheet): string {
  const { tree } = sheet;
  const words: string[] = [];
  for (let node = 0; node < tree.tag.length; node++) {
    if (tree.tag[node] !== TAG.img) continue;
    for (const name of IMAGE_WORDS) words.push(attributeOf(tree, node, name) ?? '');
  }
  return words.join('\n');
}

/** The last place of some words in the source; the whole footer where they stand otherwise there. */
function placeOf(sheet: Sheet, footer: number, words: string, fact: string, rule: string): Why {
  const { source, start } = sheet.tree;
  const at = source.lastIndexOf(words);
  if (at >= 0) return { fact, start: at, end: at + words.length, rule };
  return { fact, start: start[footer] ?? source.length, end: source.length, rule };
}
