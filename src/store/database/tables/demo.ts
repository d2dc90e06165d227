import type { Generated } from 'kysely';
import type { Instant } from '#base/civil-date.ts';

export interface DemoTable {
  one: Generated<boolean>;
  clock_at: Instant;
  kept_at: Instant;
  city_port: number;
  history_at: Instant | null;
}

export interface DemoTables {
  demo: DemoTable;
}
