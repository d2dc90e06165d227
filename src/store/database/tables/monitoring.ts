import type { Generated, GeneratedAlways } from 'kysely';
import type { Probe } from '#domain/availability.ts';
import type { Instant } from '#base/civil-date.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Json } from './json.ts';

export interface ProbesTable {
  site_id: number;
  due_at: Instant;
  at: Instant;
  result: 'opened' | 'failed' | 'blocked' | 'ours' | 'maintenance';
  took_ms: number;
  probe: Json<Probe>;
}

export interface WatchesTable {
  site_id: number;
  kind: string;
  every_ms: number;
  due_at: Instant;
  last_at: Instant | null;
  last_ok_at: Instant | null;
  since: Instant;
}

export interface SignalsTable {
  id: GeneratedAlways<number>;
  site_id: number;
  kind: string;
  state: StateOf<'signal'>;
  measure: Json<unknown>;
  since: Instant;
  seen_at: Instant;
  cleared_at: Instant | null;
  version: Generated<number>;
}

export interface MaintenanceWindowsTable {
  id: GeneratedAlways<number>;
  site_id: number;
  from_at: Instant;
  to_at: Instant;
  reason: string;
  reported_by: number | null;
  reported_at: Instant;
}

/** Tables of migration 0006-monitoring. */
export interface MonitoringTables {
  probes: ProbesTable;
  watches: WatchesTable;
  signals: SignalsTable;
  maintenance_windows: MaintenanceWindowsTable;
}
