/** A part of a list, and where the next part begins; null at its end. */
export interface Page<T> {
  items: T[];
  next: number | null;
}

/** Most of a list at once: for files. Doors say how much a caller may ask for. */
export const MAX_PAGE = 2000;
const USUAL_PAGE = 50;

/** How many of a list to give at once. */
export function pageSize(limit: number | undefined): number {
  return Math.min(Math.max(1, limit ?? USUAL_PAGE), MAX_PAGE);
}

/** A page of rows of which one more than `limit` was asked for. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  cursor: (row: R) => number,
  show: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? cursor(last) : null;
  return { items: shown.map(show), next };
}

/** A page of items that are asked for by their numbers; one that is full may have a next. */
export function pageById<T extends { id: number }>(items: T[], limit: number): Page<T> {
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null };
}
