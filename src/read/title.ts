import { decodeEntities } from './entities.ts';
import { metaValue, readTitleTag } from './meta.ts';
import { countIn, isCalled, type Sheet, textAmount } from './sheet.ts';
import { NAMED } from './name-traits.ts';
import { ATTRIBUTE, attributeOf, rawText, shownText, TAG, TEXT, textOf } from './tree.ts';

export interface TitleFacts {
  /** Inside of `<title>`. */
  tag: string;
  /** Its parts without the site's name, most telling first. */
  parts: string[];
  /** The visible headline and where it stands (0: not found). */
  headline: string;
  node: number;
}

const SITE_NAME = /(?:网|网站|政府|门户|平台|委员会|办公室|管理局|大学|学院|学校|厅|局|网站群)$/;
/** Ends of names that stand for a site only when they are long: 教务处, 图书馆. */
const OFFICE_NAME = /^.{4,}(?:处|馆|中心|科|院|部|会)$/;

/** Title tag and visible headline. */
export function readTitle(sheet: Sheet, meta: Record<string, string>): TitleFacts {
  const tag = readTitleTag(sheet.tree, (text) => decodeEntities(text, false));
  const site = metaValue(meta, 'SiteName');
  const parts = titleParts(tag, site);
  const isOnlySite = parts.length === 1 && (parts[0] === site || SITE_NAME.test(parts[0] ?? ''));
  const wanted = metaValue(meta, 'ArticleTitle') || (isOnlySite ? '' : tag);
  return { tag, parts: isOnlySite ? [] : parts, ...findHeadline(sheet, wanted) };
}

/** Signs between a page's name and its site's. */
const DIVIDER =
  /\s*(?:[|_>»–—]|--|－)+\s*|\s+[-·]\s+|(?<=[\u4e00-\u9fff）)])-(?=[\u4e00-\u9fff（(])/;
const MAY_DIVIDE = /[|_>»–—－·-]/;

function titleParts(tag: string, site: string): string[] {
  const all = MAY_DIVIDE.test(tag) ? tag.split(DIVIDER) : [tag];
  let pieces = all.map((piece) => piece.trim()).filter((piece) => piece !== '' && piece !== site);
  pieces = pieces.map(withoutSiteAfterBlank);
  const own = pieces.filter((piece, index) => index === 0 || !SITE_NAME.test(piece));
  if (own.length > 1 && SITE_NAME.test(own[0] ?? '')) own.push(own.shift() ?? '');
  return own.length > 0 ? own : pieces;
}

/** `国际会议 某某大学教务处`: what follows the blank is the site, not the page. */
function withoutSiteAfterBlank(piece: string): string {
  const match = /^(.+?)\s+(\S{4,})$/.exec(piece);
  if (!match) return piece;
  const [, page = '', site = ''] = match;
  return SITE_NAME.test(site) || OFFICE_NAME.test(site) ? page : piece;
}

/**
 * The headline: the heading (or what its author calls a title) that the title tag repeats, the
 * best of them the longest; else the first h1 with words.
 */
function findHeadline(sheet: Sheet, wanted: string): { headline: string; node: number } {
  const { tree } = sheet;
  const goal = bare(wanted);
  let best = { headline: '', node: 0, score: 0 };
  for (let node = 1; node < tree.tag.length; node++) {
    const tag = tree.tag[node] ?? 0;
    if (tag !== TEXT && HEADS[tag] !== 1) continue;
    if (tag === TEXT && (goal === '' || isLinked(sheet, node))) continue;
    const score = headlineScore(sheet, node, tag);
    if (score === 0 || (tag === TEXT && !mayAgree(shownText(tree, node), goal))) continue;
    const amount = tag === TEXT ? 0 : textAmount(sheet, node, tree.end[node] ?? node);
    if (tag !== TEXT && (amount < 2 || amount > 200)) continue;
    const text = (tag === TEXT ? rawText(tree, node) : textOf(tree, node)).trim();
    const own = bare(text);
    if (own.length < 2) continue;
    const agrees =
      own.length > 3 &&
      goal !== '' &&
      (goal.includes(own) ||
        (goal.length > 3 && own.length <= goal.length + 16 && own.includes(goal)));
    if (tag === TEXT && (!agrees || own.length < 6)) continue;
    const total = score + (agrees ? 20 + Math.min(own.length, 60) : 0);
    if (total > best.score) best = { headline: text.replace(/\s+/g, ' '), node, score: total };
  }
  if (!/[：:]/.test(best.headline)) return { headline: best.headline.trim(), node: best.node };
  const cut =
    /[【[(（]?(?:信息|文章|稿件)?(?:发布时间|发布日期|发表时间|来源|时间|日期|作者|(?:浏览|阅读|点击|访问)(?:次数|数|量)?)\s*[：:]/.exec(
      best.headline,
    );
  const end = cut && cut.index > 3 ? cut.index : best.headline.length;
  return { headline: best.headline.slice(0, end).trim(), node: best.node };
}

/** What may be a headline: headings, and what an author may call a title. */
const HEADS = new Uint8Array(1 << 15);
for (const name of ['h1', 'h2', 'h3', 'h4', 'ucaptitle', 'font'] as const) HEADS[TAG[name]] = 1;
for (const name of ['div', 'p', 'td', 'span'] as const) HEADS[TAG[name]] = 1;

/** A cheap first look at whether a text and the goal can hold one another. */
function mayAgree(text: string, goal: string): boolean {
  if (text.length < 6 || goal === '') return false;
  const middle = text.length >> 1;
  if (!isChinese(text.charCodeAt(middle)) || !isChinese(goal.charCodeAt(0))) return true;
  return goal.includes(text.charAt(middle)) || text.includes(goal.charAt(0));
}

function isChinese(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function headlineScore(sheet: Sheet, node: number, tag: number): number {
  if (tag === TEXT) {
    const length = (sheet.tree.stop[node] ?? 0) - (sheet.tree.start[node] ?? 0);
    return length > 200 ? 0 : 1;
  }
  const isPlain = tag === TAG.div || tag === TAG.p || tag === TAG.td || tag === TAG.span;
  if (isPlain && !isCalled(sheet, node, NAMED.title)) return 0;
  if (countIn(sheet, sheet.named, node) > 0) return 0;
  if (tag === TAG.h1) return 16;
  // Words in a link are the title of another page.
  if (countIn(sheet, sheet.linkText, node) > 0) return 0;
  if (tag === TAG.ucaptitle) return 40;
  if (tag === TAG.h2) return 10;
  if (tag === TAG.h3 || tag === TAG.h4) return 6;
  if (tag === TAG.font) return Number(attributeOf(sheet.tree, node, ATTRIBUTE.size)) >= 4 ? 7 : 0;
  return isPlain ? 8 : 0;
}

function isLinked({ linkText }: Sheet, node: number): boolean {
  return (linkText[node + 1] ?? 0) > (linkText[node] ?? 0);
}

/** Letters and digits only: titles differ in blanks and signs. */
export function bare(text: string): string {
  let out = '';
  let done = 0;
  let isLower = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fa5) continue;
    if (isPlainSign(code)) {
      if (at > done) out += text.slice(done, at);
      done = at + 1;
    } else if (!isPlainLetter(code)) return bareByPattern(text);
    else if (code >= 0x41 && code <= 0x5a) isLower = false;
  }
  const rest = done === 0 ? text : out + text.slice(done);
  return isLower ? rest : rest.toLowerCase();
}

/** Chinese characters, letters and figures of ASCII: what nearly all titles are made of. */
function isPlainLetter(code: number): boolean {
  if (code >= 0x4e00) return code <= 0x9fa5;
  return (code >= 0x30 && code <= 0x39) || ((code | 32) >= 0x61 && (code | 32) <= 0x7a);
}

/** Blanks and signs of ASCII and of Chinese texts. */
function isPlainSign(code: number): boolean {
  if (code < 0x80) return code >= 0x20 && code < 0x7f && !isPlainLetter(code);
  if (code >= 0xff01) return code <= 0xff0f || (code >= 0xff1a && code <= 0xff1f);
  return (code >= 0x3000 && code <= 0x3002) || (code >= 0x3008 && code <= 0x3011);
}

function bareByPattern(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]+/gu, '').toLowerCase();
}
