import { sql } from 'kysely';
import type { AnnouncedYear, CalendarEdit } from '#base/calendar-edits.ts';
import type { Instant } from '#base/civil-date.ts';
import type { Database, Tx } from './database/database.ts';

/** Days that were corrected by hand, in order. */
export async function listCalendarEdits(db: Database): Promise<CalendarEdit[]> {
  return await db
    .selectFrom('calendar_edits')
    .select(['day', 'kind', 'name', 'source'])
    .orderBy('day')
    .execute();
}

/** Years whose announcement was entered by hand. */
export async function listAnnouncedYears(db: Database): Promise<AnnouncedYear[]> {
  return await db
    .selectFrom('announced_years')
    .select(['year', 'source'])
    .orderBy('year')
    .execute();
}

/** All that was entered of the calendar, as one text: what is asked all day is asked at once. */
export async function calendarText(db: Database): Promise<string> {
  const { rows } = await sql<{ entered: string }>`select json_build_object(
    'edits', (select coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name,
      'source', source) order by day), '[]') from calendar_edits),
    'years', (select coalesce(json_agg(json_build_object('year', year, 'source', source)
      order by year), '[]') from announced_years))::text as entered`.execute(db);
  return rows[0]?.entered ?? '';
}

/** What such a text says. */
export function readCalendarText(text: string): { edits: CalendarEdit[]; years: AnnouncedYear[] } {
  return JSON.parse(text) as { edits: CalendarEdit[]; years: AnnouncedYear[] };
}

/** Puts a day in, over what was said of it before. */
export async function upsertCalendarEdit(
  tx: Tx,
  edit: CalendarEdit,
  { by, at }: { by: number | null; at: Instant },
): Promise<void> {
  const { kind, name, source } = edit;
  const row = { kind, name, source, entered_by: by, entered_at: at };
  await tx
    .insertInto('calendar_edits')
    .values({ day: edit.day, ...row })
    .onConflict((conflict) => conflict.column('day').doUpdateSet(row))
    .execute();
}

/** Takes back what was said of a day. */
export async function deleteCalendarEdit(tx: Tx, day: string): Promise<void> {
  await tx.deleteFrom('calendar_edits').where('day', '=', day).execute();
}

/** Says that a year's days were all entered. */
export async function insertAnnouncedYear(
  tx: Tx,
  { year, source }: AnnouncedYear,
  { by, at }: { by: number | null; at: Instant },
): Promise<void> {
  await tx
    .insertInto('announced_years')
    .values({ year, source, entered_by: by, entered_at: at })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ source }))
    .execute();
}
