import type { CivilDate } from '#base/civil-date.ts';
import type { Why } from '#domain/page.ts';
import type { DateSpot } from './date-spots.ts';
import { findPhrase, phrasesOf } from './lexicon.ts';
import type { List } from './lists.ts';
import { type Sheet, textAmount } from './sheet.ts';
import { rawText, TAG, TEXT, tidy } from './tree.ts';

/** A date that may be the one an article was published on. */
export interface PublishDate {
  date: CivilDate;
  score: number;
  isLabelled: boolean;
  spot: DateSpot;
  why: Why;
}

const NEAR_TITLE = 400;
const ACCEPT = 30;

/**
 * The visible publish date of an article: a labelled date (发布时间 …), else one in the short
 * line below the title. Never today's date of the header, dates of documents (成文日期), of
 * rows in lists, of the text.
 */
export function readPublishDate(
  sheet: Sheet,
  titleNode: number,
  lists: readonly List[],
  footerFrom: number,
): PublishDate | null {
  const inLists = lists.filter(({ dated, titleLength, from, to }) => {
    const tag = sheet.tree.tag[from];
    const isItem = tag === TAG.tr || tag === TAG.li;
    const isRow = titleLength >= 8 && (isItem || textAmount(sheet, from, to) <= titleLength + 40);
    return dated > 1 || (dated === 1 && isRow);
  });
  let best: PublishDate | null = null;
  for (const spot of sheet.spots) {
    if (spot.strength !== 'own' || spot.form === 'month-day') continue;
    if (inLists.some((list) => spot.node >= list.from && spot.node < list.to)) continue;
    const candidate = judge(sheet, spot, titleNode, footerFrom);
    if (candidate && candidate.score > (best?.score ?? ACCEPT - 1)) best = candidate;
  }
  return best;
}

function judge(
  sheet: Sheet,
  spot: DateSpot,
  titleNode: number,
  footerFrom: number,
): PublishDate | null {
  const label = labelOf(sheet, spot);
  const good = findPhrase(phrasesOf(sheet.lexicon, 'page-words/published'), label);
  const bad = findPhrase(phrasesOf(sheet.lexicon, 'page-words/notPublished'), label);
  const isStrong = good !== null && good.word.length > 2;
  if (bad && !(isStrong && good.at > bad.at)) return null;
  if (/(?:星期|周|礼拜)[一二三四五六日天]/.test(textAfter(sheet, spot)) && !isStrong) return null;
  const distance = textAmount(sheet, titleNode, spot.from);
  const isBelow = titleNode > 0 && spot.from > titleNode;
  let score = isStrong ? 80 : good ? 60 : label.includes('来源') ? 50 : 20;
  if (isBelow && distance < NEAR_TITLE) score += 25 - distance / 20;
  else if (!isStrong) score -= 30;
  if (spot.from >= footerFrom) score -= 40;
  if (spot.form === 'numerals') score -= 30;
  const rule = isStrong ? `label:${good.word}` : good ? `label:${good.word}` : 'below-title';
  const why = { fact: 'publishedAt', start: spot.start, end: spot.end, rule };
  return { date: spot.date, score, isLabelled: good !== null, spot, why };
}

/** What stands before a date: in its own text, else the short text before it. */
function labelOf(sheet: Sheet, spot: DateSpot): string {
  const own = spot.label.replace(/\s+/g, '');
  if (own !== '' && !/^[：:[(（【|]+$/.test(own)) return own.slice(-24);
  const { tree } = sheet;
  for (let node = spot.from - 1, seen = 0; node > 0 && seen < 2; node--) {
    if (tree.tag[node] !== TEXT) continue;
    const text = tidy(rawText(tree, node)).replace(/\s+/g, '');
    if (text === '' || /^[：:|[(（【]+$/.test(text)) continue;
    seen++;
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
