import type { Centipoints } from '#base/points.ts';
import type { Finding } from '#domain/finding.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Verdict } from '#domain/scorecard.ts';
import type { SiteKind } from '#domain/site.ts';
import type { Json } from './json.ts';

export interface PublishedSitesTable {
  circular_id: number;
  position: number;
  site_key: string;
  unit: string;
  homepage: string;
  kind: SiteKind;
  verdict: Verdict;
  score: Centipoints | null;
  problems: Json<string[]>;
  vetoes: Json<SiteResult['vetoes']>;
  deductions: Json<SiteResult['deductions']>;
  unpriced: Json<SiteResult['unpriced']>;
  findings: Json<Finding[]>;
}

/** Tables of migration 0016-portal; the database fills them when a circular is published. */
export interface PortalTables {
  published_sites: PublishedSitesTable;
}
