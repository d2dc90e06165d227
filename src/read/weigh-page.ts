import type { Letter, PageFacts, PageKind, Why } from '#domain/page.ts';
import { kindOfName, readChannel } from './channel.ts';
import { readGuide } from './guide.ts';
import { hasForm } from './has-form.ts';
import { readLetters } from './letters.ts';
import type { List } from './lists.ts';
import { isWholePage } from './main-list.ts';
import { metaValue } from './meta.ts';
import { type Observation, ownsHeading } from './observe.ts';
import { decideKind } from './page-kind.ts';
import { maySay, pageMaySay } from './sheet.ts';
import { SAYS } from './sought-words.ts';
import { bare } from './title.ts';
import { rawText, TEXT } from './tree.ts';

/** What a page is, by the weight of all evidence. */
export interface Weighed {
  kind: PageKind;
  rule: string;
  channel: PageFacts['channel'];
  guide: PageFacts['guide'];
  letters: Letter[];
  /** Where the elements of the guide stand. */
  why: Why[];
}

/** Decides the kind, and with it channel, guide and letters. */
export function weighPage(page: Observation, saysMissing: boolean, blocked: boolean): Weighed {
  const { sheet, main } = page;
  const crumbs = page.breadcrumb.crumbs;
  const clues = { meta: page.meta, crumbs, names: namesOf(page), headline: page.title.headline };
  const asList = readChannel({ ...clues, isArticle: false }, sheet.lexicon);
  const isService = asList?.kind === 'service';
  const read = page.isHomepage ? null : readGuide(sheet, page.from, page.to, isService);
  const guide = read?.guide ?? null;
  const letters =
    main && !page.isHomepage ? lettersOf(page, main.list, asList?.kind ?? 'other') : [];
  const words = articleWords(page);
  const { kind, rule } = decideKind({
    isHomepage: page.isHomepage,
    saysMissing,
    blocked,
    hasLabelledDate: page.published?.isLabelled === true || page.published?.isSure === true,
    hasPublishDate: page.published !== null,
    hasPublishLabel: words.hasLabel,
    isColumnPage: bare(page.title.headline) === bare(asList?.name ?? ''),
    hasArticleTags: hasArticleTags(page),
    declaresArticle: declaresArticle(page),
    articleWords: words.count,
    headline: page.title.headline,
    isTitleHeadline: isTitleHeadline(page),
    textAmount: page.mainText.amount,
    rows: main?.list.rows.length ?? 0,
    datedRows: main?.list.dated ?? 0,
    hasPager: main?.list.hasPager ?? false,
    ownsHeading: main ? ownsHeading(page, main.list) : false,
    isOnlyList: main !== null && isWholePage(sheet, main.list),
    channelKind: asList?.kind ?? 'other',
    hasLetters: letters.length > 0,
    hasForm: hasForm(page.sheet, page.from, page.to),
    isGuide: guide !== null && guide.present.length >= 3,
    isCrumbArticle: isCrumbArticle(page),
    hiddenRows: Math.max(0, ...page.hidden.map(({ entries }) => entries.length)),
  });
  const isArticle = kind === 'article';
  const channel =
    kind === 'home' || kind === 'error'
      ? null
      : isArticle
        ? readChannel({ ...clues, isArticle }, sheet.lexicon)
        : asList;
  const isList = kind === 'list' || kind === 'mailbox' || kind === 'survey' || kind === 'interview';
  const keepsGuide = guide && guide.present.length > 0 && !(isList && guide.present.length < 3);
  return {
    kind,
    rule,
    channel,
    guide: keepsGuide ? guide : null,
    letters: isList ? letters : [],
    why: keepsGuide ? (read?.why ?? []) : [],
  };
}

function namesOf(page: Observation): string[] {
  const heading =
    page.main && ownsHeading(page, page.main.list) ? [] : [page.main?.list.heading ?? ''];
  const { parts, headline } = page.title;
  const seen = parts.length === 0 && headline.length <= 14 ? [headline] : [];
  return [...parts, ...seen, ...heading].filter((name) => name.length > 1 && name.length < 24);
}

function lettersOf(page: Observation, list: List, kind: string): Letter[] {
  const isTalk = kind === 'consultation' || kind === 'complaint' || kind === 'public-replies';
  // Without a word of answers, and with no second date in a row, no letter tells of one.
  const mayTell =
    pageMaySay(page.sheet, SAYS.answer) || list.rows.some(({ spots }) => spots.length > 1);
  if (!isTalk && !mayTell) return [];
  const letters = readLetters(page.sheet, list, kind === 'complaint');
  const told = letters.filter(({ answered }) => answered !== null).length;
  return isTalk || told * 2 > letters.length ? letters : [];
}

/** Tags that only articles carry: a date of publishing, Open Graph's or JSON-LD's type. */
function hasArticleTags(page: Observation): boolean {
  const { meta, published } = page;
  if (published?.isSure) return true;
  if (metaValue(meta, 'ArticleTitle', 'PubDate', 'article:published_time') !== '') return true;
  return declaresArticle(page);
}

/** The page calls itself an article, as Open Graph or JSON-LD do. */
function declaresArticle({ meta, claimed, scripts }: Observation): boolean {
  if (/^article/i.test(metaValue(meta, 'og:type'))) return true;
  const type = /"@type"\s*:\s*\[?\s*"(?:\w*Article|BlogPosting)"/;
  return (
    claimed !== null && scripts.some((one) => one.type.includes('json') && type.test(one.code))
  );
}

const ARTICLE_WORDS =
  /上一[篇条]|下一[篇条]|责任编辑|字号|字体|^[【[]?打印|关闭窗口|关闭本页|浏览次数|点击数|分享到|【关闭】|来源\s*[：:]|信息来源/gm;
const PUBLISH_LABEL = /(?:发布|发文|发表)(?:时间|日期)\s*[：:]\s*$/m;
const MAX_LINE = 60;

/** How many words of articles stand in the short lines above the footer, and a publish label. */
function articleWords({ sheet, to }: Observation): { count: number; hasLabel: boolean } {
  const { tree } = sheet;
  if (!pageMaySay(sheet, SAYS.article)) return { count: 0, hasLabel: false };
  let words = '';
  // The colon of a label may stand in the next text.
  let isWanted = false;
  for (let node = 0; node < to; node++) {
    if (tree.tag[node] !== TEXT) continue;
    const says = maySay(sheet, node, SAYS.article);
    if (!says && !isWanted) continue;
    if ((tree.stop[node] ?? 0) - (tree.start[node] ?? 0) >= MAX_LINE) continue;
    const line = rawText(tree, node).trim();
    words += `${line}\n`;
    isWanted = says || line === '';
  }
  return {
    count: new Set(words.match(ARTICLE_WORDS) ?? []).size,
    hasLabel: PUBLISH_LABEL.test(words),
  };
}

function isTitleHeadline({ title, breadcrumb, sheet }: Observation): boolean {
  const own = bare(title.headline);
  if (own.length < 6 || kindOfName(title.headline, sheet.lexicon)?.isExact) return false;
  if (breadcrumb.crumbs.some(({ text, url }) => url !== null && bare(text) === own)) return false;
  return bare(title.tag).startsWith(own) && bare(title.tag) !== own;
}

function isCrumbArticle(page: Observation): boolean {
  const last = page.breadcrumb.crumbs.at(-1)?.text ?? '';
  if (/^正文|^内容页?$|^详情/.test(last)) return true;
  const own = bare(last);
  return own.length > 10 && bare(page.title.headline).startsWith(own.slice(0, 12));
}
