import { z } from '@hono/zod-openapi';

// Shapes that many routes share.

/** The number of something. Most are integers of PostgreSQL, and the others will never be so many. */
export const id = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);
export const day = z.iso.date();
export const instant = z.iso.datetime();
/** A reason or statement that a person types. */
export const words = z.string().trim().min(1).max(2000);

/** How a list is asked for; `after` is the `next` of the page before. */
export const paging = {
  after: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** A page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.number().nullable() });
}

/** Where something belongs: paths of regions and units from the top, `/1/16/`. No column of files. */
export const place = z.object({ region: z.string(), unit: z.string().nullable() });

/** What an act answers that made something. */
export const made = z.object({ id: z.number() });

/** A value of the domain that is answered as it is: described in `docs/`, not here. */
export function plain<T extends object>(what: string) {
  const shape: unknown = z.record(z.string(), z.unknown()).openapi({ description: what });
  return shape as z.ZodType<T, T>;
}
