import type { Entry } from '#domain/page.ts';
import { readEntry } from './entries.ts';
import { groupRows } from './row-groups.ts';
import { findRows } from './rows.ts';
import { scanHtml } from './scan-html.ts';
import { makeSheet, type Sheet, type SheetPlace } from './sheet.ts';

/** Rows of a piece of HTML that is nothing but a list. */
export function entriesOfHtml(html: string, place: SheetPlace): Entry[] {
  return entriesOfSheet(makeSheet(scanHtml(html), place));
}

/** The rows of the fullest list of a sheet. */
export function entriesOfSheet(sheet: Sheet): Entry[] {
  const groups = groupRows(sheet, findRows(sheet));
  groups.sort((a, b) => b.dated - a.dated || b.rows.length - a.rows.length || a.from - b.from);
  const entries: Entry[] = [];
  for (const row of groups[0]?.rows ?? []) {
    const entry = readEntry(sheet, row);
    if (entry) entries.push(entry);
  }
  return entries;
}
