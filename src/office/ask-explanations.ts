import { mayAnywhere, reachOf } from '#domain/rights.ts';
import {
  type ExplanationFilter,
  type ExplanationLine,
  searchExplanations,
} from '#store/explanations.ts';
import type { Desk } from './desk.ts';
import { type Page, pageOf, pageSize } from './page-of.ts';

/** Explanations that may be seen, newest first. */
export async function askExplanations(
  desk: Desk,
  filter: Partial<ExplanationFilter>,
): Promise<Page<ExplanationLine>> {
  if (!mayAnywhere(desk.actor, 'explanation.read')) return { items: [], next: null };
  const limit = pageSize(filter.limit);
  const reach = reachOf(desk.actor, 'explanation.read');
  const rows = await searchExplanations(desk.db, reach, { ...filter, limit: limit + 1 });
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => row,
  );
}
