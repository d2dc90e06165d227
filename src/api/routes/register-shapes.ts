import { z } from '@hono/zod-openapi';
import { siteStates } from '#domain/register-row.ts';
import { siteKinds } from '#domain/kinds.ts';
import { siteWarningTexts, type SiteWarning } from '#domain/site-warnings.ts';

/** The number of something of the register: a PostgreSQL integer. */
export const number32 = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);
/** How a list of the register is asked for. */
export const registerPaging = {
  after: number32.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
// A NUL is the one character that PostgreSQL keeps in no text.
// oxlint-disable-next-line no-control-regex
const NO_NUL = /^[^\u0000]*$/;
/** A text that somebody types into a field or a search. */
export const text = (max: number) => z.string().trim().min(1).max(max).regex(NO_NUL);
export const position = z.number().int().min(0).max(1_000_000);
export const siteState = z.enum(siteStates);
export const siteKind = z.enum(siteKinds);
export const warning = z.enum(Object.keys(siteWarningTexts) as [SiteWarning, ...SiteWarning[]]);
