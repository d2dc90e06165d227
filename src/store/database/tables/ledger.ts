import type { GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Json, JsonOrNull } from './json.ts';

export interface LedgerTable {
  number: number;
  at: Instant;
  actor: string;
  act: string;
  thing: string;
  thing_id: number | null;
  before: JsonOrNull<unknown>;
  after: JsonOrNull<unknown>;
  reason: string | null;
  previous_hash: string;
  hash: string;
}

export interface LedgerHeadsTable {
  day: CivilDate;
  number: number;
  hash: string;
}

export interface LedgerPlacesTable {
  region_id: number;
  number: number;
}

/** Lines on their way from an act to its commit. */
export interface LedgerWaitingTable {
  id: GeneratedAlways<number>;
  lines: Json<unknown>;
}

/** Tables of the ledger; the database itself fills all but the heads. */
export interface LedgerTables {
  ledger: LedgerTable;
  ledger_heads: LedgerHeadsTable;
  ledger_places: LedgerPlacesTable;
  ledger_waiting: LedgerWaitingTable;
}
