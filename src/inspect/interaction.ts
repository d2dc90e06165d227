import type { Finding, FindingKind } from '#domain/finding.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import type { Inspector } from './inspector.ts';
import { countEvents } from './interaction-events.ts';
import { basisOf, judgeLetters } from './interaction-letters.ts';
import { hasKind, pagesOfKind, whyMaybeUnseen } from './interaction-pages.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

/**
 * How a site talks with people: letters, surveys, interviews (国办发〔2015〕15号, 互动回应情况).
 * What holds nothing gives these findings only; no interview channel costs nothing.
 */
export const interaction: Inspector = {
  kinds: [
    'consultation-missing',
    'letter-none',
    'letter-unanswered',
    'survey-missing',
    'survey-none',
    'survey-few',
    'interview-none',
    'interview-few',
  ],
  needs: ['homepage', 'channels', 'targets'],
  run: (view, terms) => [
    ...judgeMissing(view, 'consultation'),
    ...judgeLetters(view, terms),
    ...judgeMissing(view, 'survey'),
    ...judgeEvents(view, 'survey', terms),
    ...judgeEvents(view, 'interview', terms),
  ],
};

function judgeMissing(view: SiteView, kind: 'consultation' | 'survey'): Finding[] {
  if (hasKind(view, kind)) return [];
  return [missing(view, `${kind}-missing`)];
}

/** The finding that a site lacks something; unmeasured while a part of it was kept from us. */
export function missing(view: SiteView, kind: FindingKind): Finding {
  const url = view.home.url;
  const restsOn = [{ url, excerpt: null }];
  return suspect(view, { kind, url, reason: whyMaybeUnseen(view), measure: {}, restsOn });
}

function judgeEvents(
  view: SiteView,
  kind: 'survey' | 'interview',
  terms: InspectionTerms,
): Finding[] {
  const { main, pages, unread } = pagesOfKind(view, kind);
  if (main === null) return [];
  const { window, minimum } = terms[kind];
  const events = countEvents(view, pages, kind, window);
  const { count } = events;
  if (count >= Math.max(1, minimum)) return [];
  const isUndated = count + events.undated >= minimum && events.undated > 0;
  const reason = unread ?? events.unread ?? (isUndated ? 'undated' : null);
  return [
    suspect(view, {
      kind: count === 0 ? `${kind}-none` : `${kind}-few`,
      url: main.channel.url,
      subject: 'events',
      reason,
      measure: { count, minimum, window },
      restsOn: basisOf(pages, events.newestText),
      channel: main.channel,
    }),
  ];
}
