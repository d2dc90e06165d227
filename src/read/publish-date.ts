import type { CivilDate } from '#base/civil-date.ts';
import type { Why } from '#domain/page.ts';
import { findDates } from './dates.ts';
import { decodeEntities } from './entities.ts';
import { CJK, DateReader } from './date-reader.ts';
import type { DateSpot } from './date-spots.ts';
import { findPhrase, phrasesOf } from './lexicon.ts';
import type { List } from './lists.ts';
import { readTitleTag } from './meta.ts';
import { type Sheet, textAmount } from './sheet.ts';
import { bare } from './title.ts';
import { authorName, rawText, shownText, TAG, TEXT, textOf, withoutBlanks } from './tree.ts';

/** A date that may be the one an article was published on. */
export interface PublishDate {
  date: CivilDate;
  score: number;
  isLabelled: boolean;
  /** Near the headline, in a place named for it, of a page in another language. */
  isSure: boolean;
  spot: DateSpot;
  why: Why;
}

/** What else of the page decides. */
export interface PublishClues {
  /** The headline; 0 when there is none. */
  titleNode: number;
  lists: readonly List[];
  footerFrom: number;
  /** What the page's tags claim: a visible date that agrees gains by it. */
  claimed: CivilDate | null;
}

interface ArticleClues extends PublishClues {
  /** The page is not in Chinese: its dates stand in other places, with other words. */
  isForeign: boolean;
}

const NEAR_TITLE = 400;
const NEAR_ABOVE = 250;
/** Nodes looked at for a label before a date, and in a heading. */
const MAX_BACK = 200;
const ACCEPT = 30;
const ACCEPT_FOREIGN = 10;
const SURE = 55;
/** What authors call the element of the publish date, of a date line, of things beside the article. */
const SURE_NAME =
  /(?:entry|post|article|news|content|publish|pub|story|blog)[-_]?(?:ed)?[-_]?(?:on|date|datum|time)|published|datePublished|date-?header|dateline|timestamp|erschienen/i;
const DATE_NAME =
  /date|datum|fecha|(?:^|[\s_-])(?:time|zeit|posted|byline|submitted|meta|info|credit|kicker|details|autor|author)|meta(?:$|[\s_-])|publi/i;
const SIDE_NAME =
  /comment|kommentar|respond|(?:^|[\s_-])repl(?:y|ies)|side-?_?bar|widget|related|recent|teaser|copyright|archive|calendar|similar|popular|tweet|twitter|pingback|(?:^|[\s_-])aside/i;
/** What a CMS's editor wrote is the article's own text: an unlabelled date in it is the author's. */
const BODY_NAME =
  /trs_u?editor|trs_preappend|vsb_content|v_news_content|(?:^|\s)(?:zoom|ucapcontent)(?:\s|$)|articlebody/i;
const FOOT_NAME = /foot(?:er)?(?:$|[\s_-])/i;
const OWN_FOOT = /(?:entry|post|article|beitrag|content)[-_]?foot/i;

/**
 * The visible publish date of an article: a labelled date (发布时间 …), else one in the short
 * line below the title. Never today's date of the header, dates of documents (成文日期), of
 * rows in lists, of the text, of an address.
 */
export function readPublishDate(sheet: Sheet, clues: PublishClues): PublishDate | null {
  const inLists = clues.lists.filter(({ dated, titleLength, from, to }) => {
    const tag = sheet.tree.tag[from];
    const isItem = tag === TAG.tr || tag === TAG.li;
    const isRow = titleLength >= 8 && (isItem || textAmount(sheet, from, to) <= titleLength + 40);
    return dated > 1 || (dated === 1 && isRow);
  });
  const article = { ...clues, ...readHeading(sheet, clues.titleNode) };
  const least = article.isForeign && clues.claimed === null ? ACCEPT_FOREIGN : ACCEPT;
  let best: PublishDate | null = null;
  for (const spot of sheet.spots) {
    if (spot.strength === 'glued' || spot.form === 'month-day') continue;
    if (spot.strength === 'dateline' && !article.isForeign) continue;
    if (spot.strength === 'attribute' && sheet.tree.tag[spot.node] !== TAG.time) continue;
    const list = inLists.find(({ from, to }) => spot.node >= from && spot.node < to);
    if (list && !mayStandInList(sheet, spot, list, article)) continue;
    const candidate = judge(sheet, spot, article);
    if (candidate && candidate.score > (best?.score ?? least - 1)) best = candidate;
  }
  return best;
}

function judge(sheet: Sheet, spot: DateSpot, clues: ArticleClues): PublishDate | null {
  const label = judgeLabel(sheet, spot);
  if (label === null || (!label.isGood && spot.date > sheet.asOf)) return null;
  const { titleNode, claimed, isForeign } = clues;
  // A bare 时间 later than the tags' date is when something takes place.
  if (!isForeign && !label.isStrong && claimed !== null && spot.date > claimed) return null;
  const distance = textAmount(sheet, titleNode, spot.from);
  const isBelow = titleNode > 0 && spot.from > titleNode;
  let score = label.score;
  if (isBelow && distance < NEAR_TITLE) score += 25 - distance / 20;
  else if (isForeign) score += placeScore(titleNode, isBelow, distance);
  else if (!label.isStrong) score -= 30;
  if (spot.from >= clues.footerFrom && !(isForeign && label.isNamed)) score -= isForeign ? 20 : 40;
  if (spot.form === 'numerals') score -= 30;
  if (spot.strength === 'dateline') score -= 10;
  score += nameScore(sheet, spot, titleNode, label.isNamed, isBelow && distance < NEAR_ABOVE);
  const agrees = claimed !== null && (spot.date === claimed || spot.other === claimed);
  if (agrees) score += 30;
  const date = agrees ? claimed : spot.date;
  const why = { fact: 'publishedAt', start: spot.start, end: spot.end, rule: label.rule };
  const isSure = isForeign && score >= SURE;
  return { date, score, isLabelled: label.isGood, isSure, spot, why };
}

/** Away from the headline: foreign articles date above it and at their end too. */
function placeScore(titleNode: number, isBelow: boolean, distance: number): number {
  if (titleNode > 0 && !isBelow && distance > -NEAR_ABOVE) return 15;
  return isBelow || titleNode === 0 ? -10 : -25;
}

interface LabelWeight {
  score: number;
  isStrong: boolean;
  isGood: boolean;
  /** It has a label of its own, be it of changing. */
  isNamed: boolean;
  rule: string;
}

const UNLABELLED: LabelWeight = {
  score: 20,
  isStrong: false,
  isGood: false,
  isNamed: false,
  rule: 'below-title',
};

/** What the words before a date make of it; null when they say that it is another date. */
function judgeLabel(sheet: Sheet, spot: DateSpot): LabelWeight | null {
  const label = labelOf(sheet, spot);
  const good = findPhrase(phrasesOf(sheet.lexicon, 'page-words/published'), label);
  const bad = findPhrase(phrasesOf(sheet.lexicon, 'page-words/notPublished'), label);
  const isStrong = good !== null && good.word.length > 2;
  if (bad && !(isStrong && good.at > bad.at)) return null;
  if (/(?:星期|周|礼拜)[一二三四五六日天]/.test(textAfter(sheet, spot)) && !isStrong) return null;
  if (good) {
    const score = isStrong ? 80 : 60;
    return { score, isStrong, isGood: true, isNamed: true, rule: `label:${good.word}` };
  }
  const dates = new DateReader('', sheet.asOf, sheet.lexicon.monthNames);
  const said = CJK.test(label) ? null : dates.announces(foreignLabel(sheet, spot), spot.label);
  if (said === 'other') return null;
  if (said === 'updated') return { ...UNLABELLED, isNamed: true, rule: 'updated' };
  if (said) return { ...UNLABELLED, score: 60, isGood: true, isNamed: true, rule: 'label' };
  if (spot.label.length > 28 && !CJK.test(label)) {
    return { ...UNLABELLED, score: -15, rule: 'in-sentence' };
  }
  const score = label.includes('来源') ? 50 : 20;
  return { ...UNLABELLED, score };
}

/** What the author's names of the elements round a date say, below what holds the title too. */
function nameScore(
  sheet: Sheet,
  { from, strength }: DateSpot,
  titleNode: number,
  isLabelled: boolean,
  isNear: boolean,
): number {
  const isDateline = strength === 'dateline';
  const { tree } = sheet;
  let score = 0;
  let at = tree.tag[from] === TEXT ? (tree.parent[from] ?? 0) : from;
  for (let step = 0; at > 0 && step < 14; step++) {
    if (tree.tag[at] === TAG.body || (titleNode >= at && titleNode < (tree.end[at] ?? 0))) break;
    const name = authorName(tree, at);
    const tag = tree.tag[at];
    const isDate = step < 3 && SURE_NAME.test(name);
    const isAside = tag === TAG.aside && !DATE_NAME.test(name);
    if (!isDate && (SIDE_NAME.test(name) || isAside)) {
      if (step > 5) score -= 15;
      else return isLabelled || isNear ? -30 : -60;
    }
    if (!isLabelled && !isDateline && BODY_NAME.test(name)) score -= 30;
    if (FOOT_NAME.test(name) && !OWN_FOOT.test(name)) return isLabelled ? 0 : -40;
    if (isDate) score = Math.max(score, 45 - step * 5);
    else if (step < 3 && (tag === TAG.time || DATE_NAME.test(name))) {
      score = Math.max(score, 25 - step * 5);
    }
    if (/^\W*(?:updated|modified)\W*$/i.test(name)) score -= 10;
    at = tree.parent[at] ?? 0;
  }
  return score;
}

/** The heading that the title tag repeats, linked or not; else the headline as found. */
function readHeading(sheet: Sheet, known: number): { titleNode: number; isForeign: boolean } {
  const { tree } = sheet;
  const tag = readTitleTag(tree, (text) => decodeEntities(text, false));
  const seen = known > 0 ? textOf(tree, known) : '';
  if (CJK.test(tag + seen)) return { titleNode: known, isForeign: false };
  const title = bare(tag);
  const repeats = seen !== '' && title.includes(bare(seen));
  let best = {
    node: known,
    length: repeats ? Math.max(12, bare(seen).length) : known > 0 ? 12 : 5,
  };
  for (let node = 1; node < tree.tag.length; node++) {
    const level = tree.tag[node] ?? 0;
    if (level < TAG.h1 || level > TAG.h4) continue;
    if ((tree.end[node] ?? node) - node > MAX_BACK) continue;
    const own = bare(textOf(tree, node));
    if (own.length > best.length && title.includes(own)) best = { node, length: own.length };
  }
  return { titleNode: best.node, isForeign: tag + seen !== '' };
}

/**
 * Dates in lists are those of rows; but a list of one row may be the article itself, and the
 * labelled date that the tags repeat may stand among attachments.
 */
function mayStandInList(sheet: Sheet, spot: DateSpot, list: List, clues: ArticleClues): boolean {
  if (spot.date === clues.claimed && judgeLabel(sheet, spot)?.isStrong) return true;
  if (list.dated > 1 && list.rows.length > 2) return false;
  if (clues.isForeign) return true;
  const distance = textAmount(sheet, clues.titleNode, spot.from);
  const isBelow = clues.titleNode > 0 && spot.from > clues.titleNode && distance < 60;
  return isBelow && /^[\s|]*(?:作者|来源|浏览|点击|编辑|阅读)/.test(textAfter(sheet, spot));
}

/** The words before a date in its line and in the short pieces just before it. */
function foreignLabel(sheet: Sheet, spot: DateSpot): string {
  const { tree } = sheet;
  let label = spot.label;
  const least = Math.max(0, spot.from - MAX_BACK);
  for (let node = spot.from - 1; node > least; node--) {
    if (tree.tag[node] !== TEXT) continue;
    const text = shownText(tree, node);
    if (!/\p{L}/u.test(text)) continue;
    if (text.length <= 40) label = `${text} ${label}`;
    break;
  }
  return label.slice(-60);
}

/** What stands before a date: in its own text, else the short text before it. */
function labelOf(sheet: Sheet, spot: DateSpot): string {
  const own = withoutBlanks(spot.label);
  if (own !== '' && !/^[：:[(（【|]+$/.test(own)) return own.slice(-24);
  const { tree } = sheet;
  for (let node = spot.from - 1, seen = 0; node > 0 && seen < 2; node--) {
    if (tree.tag[node] !== TEXT) continue;
    const text = withoutBlanks(shownText(tree, node));
    if (text === '' || /^[：:|[(（【]+$/.test(text)) continue;
    seen++;
    const dated = findDates(text).at(-1);
    if (dated && dated.end < text.length) return text.slice(dated.end).slice(-24);
    if (text.length > 24) return /[：:]$/.test(text) ? text.slice(-12) : '';
    return text;
  }
  return '';
}

function textAfter(sheet: Sheet, spot: DateSpot): string {
  const { tree } = sheet;
  const own = tree.source.slice(spot.end, Math.min(spot.end + 12, tree.stop[spot.node] ?? 0));
  const next = tree.tag.indexOf(TEXT, spot.node + 1);
  return own.trim() !== '' || next < 0 ? own : rawText(tree, next).slice(0, 8);
}
