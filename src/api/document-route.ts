import { type RouteConfig, z } from '@hono/zod-openapi';
import { isList, formatShape } from './list-file.ts';
import { problemsOf, problemStatuses } from './problem.ts';
import type { Route } from './route.ts';

export const BASE = '/api/v1';
const KEY = /^[\x21-\x7e]{8,100}$/;
const BYTES = z.string().openapi({ format: 'binary' });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a request that changes something may carry. */
const writeHeaders = z.object({
  'x-csrf-token': z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'The word of the session, when the request comes by its cookie' }),
  'idempotency-key': z
    .string()
    .regex(KEY)
    .optional()
    .openapi({ description: 'The same key does the act once, however often it is sent' }),
  'if-match': z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'The ETag that was read: refused with 412 when it is another now' }),
});

/** A row of the table as the description of the API has it, and as requests are checked. */
export function documentRoute(row: Route): RouteConfig {
  const { method, path, tag, summary, params, query, body, upload, entrance } = row;
  const asked = isList(row) ? (query ?? z.object({})) : query;
  return {
    method,
    path: `${BASE}${path}`,
    operationId: operationIdOf(row),
    tags: [tag],
    summary,
    ...(entrance === 'public' ? { security: [] } : {}),
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(asked && {
        query: isList(row)
          ? (asked as z.ZodObject).extend({ format: formatShape })
          : (asked as z.ZodObject),
      }),
      ...(method !== 'get' && { headers: writeHeaders }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
      ...(upload && {
        body: { required: true, content: { 'application/octet-stream': { schema: BYTES } } },
      }),
    },
    responses: { ...answerOf(row), ...problemsOf(...problemStatuses), 431: TOO_LONG },
  };
}

/** Said by the server itself, before a route is looked for (`listen.ts`). */
const TOO_LONG = {
  description: 'The address and the headers are longer than 64 KB: without a body',
};

/** `getCampaignsCampaignFindings`, of its method and path. */
function operationIdOf({ method, path }: Route): string {
  const words = path.replace(/[^a-zA-Z]+(.)?/g, (_, next: string = '') => next.toUpperCase());
  return `${method}${words}`;
}

function answerOf(row: Route): RouteConfig['responses'] {
  const { answer, status = 200, download } = row;
  if (download) {
    const content = { '*/*': { schema: BYTES } };
    return { 200: { description: 'The file', content } };
  }
  if (!answer) return { 204: { description: 'Done' } };
  const files = isList(row) ? { 'text/csv': { schema: BYTES }, [XLSX]: { schema: BYTES } } : {};
  const content = { 'application/json': { schema: answer }, ...files };
  return { [status]: { description: 'Done', content } };
}
