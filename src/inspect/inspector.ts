import type { Finding, FindingKind } from '#domain/finding.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import type { SiteView } from './site-view.ts';

/** What of a site an inspector reads. */
export type Need = 'visits' | 'homepage' | 'pages' | 'targets' | 'channels';

/** Finds faults of some kinds, at one look, by the terms of a rubric. Pure; knows no points. */
export interface Inspector {
  kinds: readonly FindingKind[];
  needs: readonly Need[];
  /**
   * Findings of one look: `suspected` or `unmeasured`; of those of one id the first counts, and
   * `confirm.ts` joins the looks. Where there may be thousands they come one after the other.
   */
  run(view: SiteView, terms: InspectionTerms): Iterable<Finding>;
}
