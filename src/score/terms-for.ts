import { present } from '#base/assert.ts';
import type { Period } from '#base/period.ts';
import type { ChannelKind } from '#domain/channel.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { SiteKind } from '#domain/site.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import { channelKinds } from './known-names.ts';

/** What a rubric asks of one kind of site, without the marks: the inspectors' terms. */
export function termsFor(rubric: Rubric, kind: SiteKind): InspectionTerms {
  const terms = rubric.terms[kind];
  const value = (key: string) => present(terms[key], `term ${key}`).value;
  const number = (key: string) => Number(value(key));
  const period = (key: string): Period => String(value(key));
  const clocks: Partial<Record<ChannelKind, Period>> = {};
  for (const channel of channelKinds) {
    if (terms[`clock.${channel}`]) clocks[channel] = period(`clock.${channel}`);
  }
  return {
    homepage: {
      windowDays: number('homepage.windowDays'),
      minimumUpdates: number('homepage.minimumUpdates'),
    },
    clocks,
    suspicionClock: period('suspicion.clock'),
    survey: { window: period('survey.window'), minimum: number('survey.minimum') },
    interview: { window: period('interview.window'), minimum: number('interview.minimum') },
    letters: {
      window: period('letters.window'),
      answerWithin: period('letters.answerWithin'),
    },
    availability: {
      minimumVisits: number('availability.minimumVisits'),
      timeoutMs: number('availability.timeoutMs'),
      maximumShare: number('availability.maximumShare'),
    },
    guide: { missingElements: number('guide.missingElements') },
  };
}
