import type { Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Json } from './json.ts';

export interface CalendarEditsTable {
  day: CivilDate;
  kind: 'holiday' | 'workday' | 'plain';
  name: string;
  source: string;
  entered_by: number | null;
  entered_at: Instant;
}

export interface AnnouncedYearsTable {
  year: number;
  source: string;
  entered_by: number | null;
  entered_at: Instant;
}

export interface DeadlinesTable {
  id: GeneratedAlways<number>;
  thing: string;
  thing_id: number;
  clock: string;
  unit_id: number | null;
  started_at: Instant;
  due_at: Instant;
  due_on: CivilDate;
  provisional: boolean;
  computation: Json<unknown>;
  met_at: Instant | null;
  void_at: Instant | null;
  version: Generated<number>;
}

/** Tables of migration 0007-deadlines. */
export interface DeadlinesTables {
  calendar_edits: CalendarEditsTable;
  announced_years: AnnouncedYearsTable;
  deadlines: DeadlinesTable;
}
