import type { PageFacts } from '#domain/page.ts';
import { isDoubtful, type PageLabel } from './page-label.ts';

/** One thing a label says and the reader's answer to it. */
export interface Comparison {
  measure: MeasureName;
  isRight: boolean;
  /** Left out of the bar: the labeller was in doubt. */
  isDoubtful: boolean;
  expected: unknown;
  found: unknown;
}

/** Everything that is measured, in the order of the table. */
export const measureNames = [
  'kind',
  'list.latest',
  'list.items',
  'list.dated',
  'list.title',
  'home.latest',
  'home.dated',
  'article.date',
  'article.metaDate',
  'article.title',
  'blank.recall',
  'blank.precision',
  'needsRendering',
  'siteIdCode.printed',
  'siteIdCode.absent',
  'pager.pages',
  'pager.total',
  'letters',
] as const;
export type MeasureName = (typeof measureNames)[number];

/** Kinds of pages with one list of their own. */
const LISTS = new Set(['list', 'mailbox', 'survey', 'interview']);

/** Holds what the reader says of a page against all that its label says. */
export function comparePage(label: PageLabel, facts: PageFacts): Comparison[] {
  const compared: Comparison[] = [];
  const say = (measure: MeasureName, expected: unknown, found: unknown, isRight?: boolean) => {
    const isSame = isRight ?? JSON.stringify(expected) === JSON.stringify(found);
    compared.push({ measure, isRight: isSame, isDoubtful: isDoubtful(label), expected, found });
  };
  say('kind', label.kind, facts.kind, isKind(label, facts));
  say('needsRendering', label.needsRendering, facts.needsRendering, rendersAsTold(label, facts));
  if (label.blank === true) say('blank.recall', true, facts.blank);
  if (label.blank === false) say('blank.precision', false, facts.blank, facts.blank !== true);
  const isPrinted = label.siteIdCode !== null;
  say(isPrinted ? 'siteIdCode.printed' : 'siteIdCode.absent', label.siteIdCode, facts.siteIdCode);
  if (LISTS.has(label.kind)) compareList(label, facts, say);
  if (label.kind === 'home') compareHome(label, facts, say);
  if (label.kind === 'article') compareArticle(label, facts, say);
  if (label.pages !== undefined && label.pages !== null)
    say('pager.pages', label.pages, facts.pager.pages);
  if (label.total !== undefined && label.total !== null)
    say('pager.total', label.total, facts.pager.total);
  if (label.letters.length > 0) compareLetters(label, facts, say);
  return compared;
}

type Say = (measure: MeasureName, expected: unknown, found: unknown, isRight?: boolean) => void;

/** The labels know no error page: a soft 404 stands there as `other`. */
function isKind(label: PageLabel, facts: PageFacts): boolean {
  if (label.traps.includes('soft-404') && facts.kind === 'error') return true;
  return facts.kind === label.kind;
}

/** A date that only a script prints may be read, or a browser asked for: both are right. */
function rendersAsTold(label: PageLabel, facts: PageFacts): boolean {
  return facts.needsRendering === label.needsRendering || isDateLeftToBrowser(label, facts);
}

function isDateLeftToBrowser(label: PageLabel, facts: PageFacts): boolean {
  const isScripted = label.traps.includes('date-written-by-inline-script');
  return isScripted && facts.needsRendering && facts.publishedAt === null;
}

function compareList(label: PageLabel, facts: PageFacts, say: Say): void {
  const { dates, newest } = datesOf(facts);
  say('list.title', tight(label.title), tight(facts.title));
  if (label.items !== null) say('list.items', label.items, facts.entries.length);
  if (label.itemsDated !== null) say('list.dated', label.itemsDated, dates.length);
  if (label.latest !== null || label.items !== null) say('list.latest', label.latest, newest);
}

/** Of a homepage only the dated rows were counted. */
function compareHome(label: PageLabel, facts: PageFacts, say: Say): void {
  const { dates, newest } = datesOf(facts);
  if (label.latest !== null) say('home.latest', label.latest, newest);
  if (label.itemsDated !== null) say('home.dated', label.itemsDated, dates.length);
}

function compareArticle(label: PageLabel, facts: PageFacts, say: Say): void {
  const isRight =
    facts.publishedAt === label.publishedAt || isDateLeftToBrowser(label, facts) || undefined;
  say('article.date', label.publishedAt, facts.publishedAt, isRight);
  say('article.title', tight(label.title), tight(facts.title));
  if (label.metaPubDate !== null) {
    say('article.metaDate', label.metaPubDate.slice(0, 10), facts.metaPublishedAt);
  }
}

function compareLetters(label: PageLabel, facts: PageFacts, say: Say): void {
  const days = ({ askedAt, answeredAt }: PageLabel['letters'][number]) => [askedAt, answeredAt];
  say('letters', label.letters.map(days), facts.letters.map(days));
}

function datesOf(facts: PageFacts) {
  const dates = facts.entries.map(({ date }) => date).filter((date) => date !== null);
  return { dates, newest: dates.toSorted().at(-1) ?? null };
}

function tight(text: string): string {
  return text.replace(/\s+/g, '');
}
