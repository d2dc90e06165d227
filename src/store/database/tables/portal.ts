import type { GeneratedAlways } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { PlainPicture } from '#base/plain-picture.ts';
import type { Centipoints } from '#base/points.ts';
import type { Finding } from '#domain/finding.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import type { SiteResult } from '#domain/result.ts';
import type { PublicRound } from '#domain/scoreboard.ts';
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

export interface PublishedRoundsTable {
  circular_id: number;
  pass_line: number;
  rubric: Json<PublicRound['rubric']>;
  counts: Json<PublicRound['counts']>;
  pass_rate: Json<PublicRound['passRate']>;
}

export interface MatterPicturesTable {
  id: GeneratedAlways<number>;
  thing: MatterThing;
  thing_id: number;
  media_type: PlainPicture['mediaType'];
  width: number;
  height: number;
  bytes: Buffer;
  hash: string;
  added_at: Instant;
}

/** Tables of the public side; the database itself fills those of what is published. */
export interface PortalTables {
  matter_pictures: MatterPicturesTable;
  published_rounds: PublishedRoundsTable;
  published_sites: PublishedSitesTable;
}
