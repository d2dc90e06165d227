import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { ProbeTally } from '#domain/availability.ts';

export interface EvidenceFoldersTable {
  folder: string;
  kind: 'inspection' | 'recheck' | 'look';
  inspection_id: number | null;
  finished_at: Instant;
  kept_at: Instant | null;
  dropped_at: Instant | null;
  gone_at: Instant | null;
  removed_at: Instant | null;
}

export interface ProbeDaysTable extends ProbeTally {
  site_id: number;
  day: CivilDate;
}

export interface EvidenceTables {
  evidence_folders: EvidenceFoldersTable;
  probe_days: ProbeDaysTable;
}
