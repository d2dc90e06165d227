import type { PageKind } from '#domain/page.ts';
import type { ChannelKind } from '#domain/channel.ts';

/** What was found on a page, as far as it tells its kind. */
export interface KindClues {
  isHomepage: boolean;
  saysMissing: boolean;
  blocked: boolean;
  /** A publish date was found, with a label. */
  hasLabelledDate: boolean;
  hasPublishDate: boolean;
  /** A label of it (发布时间：), whatever a script writes behind. */
  hasPublishLabel: boolean;
  /** ArticleTitle, PubDate or the like among the tags. */
  hasArticleTags: boolean;
  /** It calls itself an article, by a type. */
  declaresArticle: boolean;
  /** Words of article pages: 打印, 关闭, 上一篇, 字号, 责任编辑. */
  articleWords: number;
  headline: string;
  /** The title tag begins with the headline, which is no channel's name. */
  isTitleHeadline: boolean;
  textAmount: number;
  /** Evidence of a main list: rows, dates, pager, own heading; 0 without one. */
  rows: number;
  datedRows: number;
  hasPager: boolean;
  ownsHeading: boolean;
  /** The page shows the list and nothing beside it. */
  isOnlyList: boolean;
  channelKind: ChannelKind;
  hasLetters: boolean;
  hasForm: boolean;
  isGuide: boolean;
  /** The last crumb is the headline, or 正文. */
  isCrumbArticle: boolean;
  hiddenRows: number;
  /** The headline is the channel's own name: a text that is the whole channel. */
  isColumnPage: boolean;
}

/** The kind of a page and the evidence that decided. */
export function decideKind(clues: KindClues): { kind: PageKind; rule: string } {
  if (clues.blocked) return { kind: 'error', rule: 'challenge' };
  if (clues.isHomepage) return { kind: 'home', rule: 'homepage' };
  if (clues.saysMissing) return { kind: 'error', rule: 'says-missing' };
  const article = articleWeight(clues);
  const list = listWeight(clues);
  if (article >= 4 && article > list)
    return { kind: 'article', rule: `article:${article}>${list}` };
  return { kind: channelKind(clues, list), rule: `list:${list}>=${article}` };
}

function articleWeight(clues: KindClues): number {
  let weight = 0;
  if (clues.hasLabelledDate) weight += 4;
  else if (clues.hasPublishDate && !clues.isColumnPage) weight += 3;
  else if (clues.hasPublishLabel) weight += 2;
  if (clues.hasArticleTags) weight += 3;
  if (clues.declaresArticle) weight += 2;
  weight += Math.min(3, clues.articleWords);
  if (clues.headline.length > 12) weight += 1;
  if (clues.isTitleHeadline && clues.datedRows < 2) weight += 2;
  if (clues.textAmount > 300) weight += 2;
  else if (clues.textAmount > 80) weight += 1;
  if (clues.isCrumbArticle) weight += 3;
  if (clues.isGuide) weight += 1;
  return weight;
}

function listWeight(clues: KindClues): number {
  if (clues.hiddenRows > 0) return 9;
  let weight = 0;
  if (clues.rows > 0 && clues.hasPager) weight += 5;
  if (clues.ownsHeading && clues.rows > 0) weight += 3;
  if (clues.datedRows >= 5) weight += 4;
  else if (clues.datedRows >= 2) weight += 3;
  else if (clues.datedRows > 0) weight += 1;
  if (clues.rows >= 5 || clues.isOnlyList) weight += 1;
  return weight;
}

function channelKind(clues: KindClues, list: number): PageKind {
  if (clues.hasLetters) return 'mailbox';
  const kind = clues.channelKind;
  if (kind === 'consultation' || kind === 'complaint' || kind === 'public-replies') {
    return clues.hasForm && list === 0 ? 'form' : 'mailbox';
  }
  if (kind === 'survey') return 'survey';
  if (kind === 'interview') return 'interview';
  if (list > 0) return 'list';
  return clues.hasForm ? 'form' : 'other';
}
