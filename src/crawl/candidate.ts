import type { Url } from '#base/url.ts';
import type { VisitPurpose } from '#domain/visit.ts';

/** What is fetched first: what shows lists, then what may, then single articles. */
export const ranks = { list: 0, other: 1, article: 2 } as const;

/** An address that was found and may be visited. */
export interface Candidate {
  url: Url;
  foundOn: Url;
  purpose: Extract<VisitPurpose, 'page' | 'frame' | 'endpoint' | 'target'>;
  /** One of `ranks`; of no weight for targets. */
  rank: number;
  /** Clicks from the homepage; pages of one list are equally far. */
  depth: number;
  /** Steps from the first page of a list. */
  pagerSteps: number;
  /** Frames around it. */
  frameDepth: number;
}
