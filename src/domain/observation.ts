import type { CivilDate } from '#base/civil-date.ts';
import type { AvailabilitySeries } from './availability.ts';
import type { ChannelRuling } from './channel.ts';
import type { PageFacts } from './page.ts';
import type { Site } from './site.ts';
import type { CutTarget, Visit } from './visit.ts';

/** Everything saved about one site: what `inspect` judges, without the network. */
export interface Observation {
  site: Site;
  asOf: CivilDate;
  /** All visits of all looks, in order of their ids. */
  visits: Visit[];
  /** Facts of every visit whose answer was a page (or a data endpoint), by visit id. */
  facts: Record<string, PageFacts>;
  cut: CutTarget[];
  /** A series of spaced visits of its homepage; left out when none was given. */
  availability?: AvailabilitySeries;
  /** What persons said of its channels; left out when nobody did. */
  rulings?: readonly ChannelRuling[];
}

/**
 * The same, wherever it is kept: each visit is given when it is asked for, the same however often,
 * so that a site of a million pages can be judged without holding them.
 */
export interface SavedSite extends Pick<Observation, 'site' | 'asOf' | 'availability' | 'rulings'> {
  /** Visits go by number, from 0, in order of their ids. */
  readonly count: number;
  visit(number: number): Visit;
  /** Null for a visit whose answer was no page. */
  facts(number: number): PageFacts | null;
  cut: Iterable<CutTarget>;
}
