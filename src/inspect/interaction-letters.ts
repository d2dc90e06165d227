import { minusPeriod } from '#base/period.ts';
import { targetKey, type Url } from '#base/url.ts';
import type { Finding, FindingReason } from '#domain/finding.ts';
import type { Letter } from '#domain/page.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import { type KindPages, pagesOfKind } from './interaction-pages.ts';
import { compareText } from './link-targets.ts';
import { lettersOf, type PageView } from './page-view.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

interface ShownLetter {
  letter: Letter;
  page: PageView;
}

/** Mailboxes without a valid letter, and letters that wait too long for an answer. */
export function judgeLetters(view: SiteView, terms: InspectionTerms): Finding[] {
  const mailbox = pagesOfKind(view, 'consultation');
  const replies = pagesOfKind(view, 'public-replies');
  const letters = consultations([...mailbox.pages, ...replies.pages]);
  const from = minusPeriod(view.asOf, terms.letters.window);
  const valid = letters.filter(({ letter: { askedAt } }) => {
    return askedAt !== null && askedAt >= from && askedAt <= view.asOf;
  });
  const boundary = minusPeriod(view.asOf, terms.letters.answerWithin);
  const late = valid.filter(({ letter }) => (letter.askedAt ?? '') < boundary);
  const unanswered = late.filter(({ letter }) => letter.answered === false);
  const found = unanswered.map((shown) => unansweredLetter(view, shown, boundary));
  if (mailbox.main === null || valid.length > 0) return found;
  const hasUndated = letters.some(({ letter }) => letter.askedAt === null);
  const reason = mailbox.unread ?? replies.unread ?? doubt(mailbox, hasUndated);
  return [...found, noLetter(view, mailbox, terms.letters.window, reason)];
}

/** A form without a public list of letters cannot show that there are none. */
function doubt(mailbox: KindPages, hasUndated: boolean): FindingReason | null {
  if (hasUndated) return 'undated';
  const isFormOnly = mailbox.pages.every((page) => page.facts?.kind === 'form');
  return isFormOnly ? 'needs-person' : null;
}

/** Distinct consultations (complaints demand no answer here); answered if any page says so. */
function consultations(pages: readonly PageView[]): ShownLetter[] {
  const letters = new Map<string, ShownLetter>();
  for (const page of pages) {
    for (const letter of lettersOf(page)) {
      if (letter.category !== 'consultation') continue;
      const name = letterName(letter, page);
      const known = letters.get(name);
      if (known === undefined || (letter.answered && !known.letter.answered)) {
        letters.set(name, { letter, page: known?.page ?? page });
      }
    }
  }
  return [...letters.entries()].sort(([a], [b]) => compareText(a, b)).map(([, shown]) => shown);
}

function letterName(letter: Letter, page: PageView): string {
  if (letter.url !== null) return targetKey(letter.url);
  return `${targetKey(page.url)} ${letter.askedAt} ${letter.title}`;
}

function unansweredLetter(view: SiteView, shown: ShownLetter, boundary: string): Finding {
  const { letter, page } = shown;
  const site = view.channels.find(({ pages }) => pages.includes(page.url));
  return suspect(view, {
    kind: 'letter-unanswered',
    url: letter.url ?? site?.channel.url ?? page.url,
    subject: letterName(letter, page),
    reason: null,
    measure: { askedAt: letter.askedAt, boundary },
    restsOn: basisOf([page], `${letter.askedAt} ${letter.title}`),
    ...(site ? { channel: site.channel } : {}),
  });
}

function noLetter(
  view: SiteView,
  { main, pages }: KindPages,
  window: string,
  reason: FindingReason | null,
): Finding {
  const url = main?.channel.url ?? view.home.url;
  const newest = pages.flatMap(lettersOf).map((letter) => `${letter.askedAt} ${letter.title}`);
  return suspect(view, {
    kind: 'letter-none',
    url,
    subject: 'letters',
    reason,
    measure: { count: 0, window },
    restsOn: basisOf(pages, newest.sort(compareText).at(-1) ?? null),
    ...(main ? { channel: main.channel } : {}),
  });
}

/** Pages with their parts as what a finding rests on; the words belong to the first. */
export function basisOf(
  pages: readonly PageView[],
  excerpt: string | null,
): { url: Url; excerpt: string | null }[] {
  const urls = pages.flatMap((page) => [
    page.url,
    ...page.parts.map((part) => part.sighting.visit.url),
  ]);
  return urls.map((url, index) => ({ url, excerpt: index === 0 ? excerpt : null }));
}
