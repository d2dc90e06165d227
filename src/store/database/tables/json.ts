import type { ColumnType } from 'kysely';

// A jsonb column is written as text, since a driver would send an array as one of PostgreSQL's.

/** Always there. */
export type Json<T> = ColumnType<T, string, string>;
/** Filled by the database when it is left out. */
export type JsonDefault<T> = ColumnType<T, string | undefined, string>;
/** May be missing. */
export type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, string | null>;
