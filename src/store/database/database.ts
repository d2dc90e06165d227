import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The service's database: what questions are asked of. */
export type Database = Kysely<Tables>;

/** A transaction on it: what acts are done in. Goes wherever a `Database` goes. */
export type Tx = Transaction<Tables>;
