import { createRoute, type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import type { Actor } from '#domain/person.ts';
import type { Desk } from '#office/desk.ts';
import { doOnce } from '#office/do-once.ts';
import type { ApiContext } from './app.ts';
import { callerOf, requireEntrance } from './caller.ts';
import { answerError, problem } from './problem.ts';
import type { Asked, Download, Route } from './route.ts';

const BASE = '/api/v1';
const KEY = /^[\x21-\x7e]{8,100}$/;

const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
    args: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

const BYTES = z.string().openapi({ format: 'binary' });

const PROBLEMS = {
  400: 'The request is not as described',
  401: 'Nobody is signed in',
  403: 'The right is missing, or a second factor',
  404: 'Not there, or not to be seen',
  409: 'The state of things forbids it',
  413: 'Too large',
  422: 'Something written in it cannot be meant',
  429: 'Too often',
} as const;

/** Mounts a row of the table: its documentation, its checks and its handler. */
export function mount(app: OpenAPIHono, row: Route, api: ApiContext): void {
  app.openapi(createRoute(documentationOf(row)), async (context) => {
    try {
      return await answer(context, row, api);
    } catch (error) {
      return answerError(context, error, api.tell);
    }
  });
}

function documentationOf(row: Route): RouteConfig {
  const { method, path, tag, summary, params, query, body, upload, entrance } = row;
  const problems = Object.entries(PROBLEMS).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: problemShape } } },
  ]);
  return {
    method,
    path: `${BASE}${path}`,
    operationId: `${method}${path.replace(/[^a-zA-Z]+(.)?/g, (_, next: string = '') => next.toUpperCase())}`,
    tags: [tag],
    summary,
    ...(entrance === 'public' ? { security: [] } : {}),
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
      ...(upload && {
        body: { required: true, content: { 'application/octet-stream': { schema: BYTES } } },
      }),
    },
    responses: { ...answerOf(row), ...Object.fromEntries(problems) },
  };
}

function answerOf({ answer: shape, status = 200, download }: Route): RouteConfig['responses'] {
  if (download) {
    const content = { 'application/octet-stream': { schema: BYTES } };
    return { 200: { description: 'The file', content } };
  }
  if (!shape) return { 204: { description: 'Done' } };
  return {
    [status]: { description: 'Done', content: { 'application/json': { schema: shape } } },
  };
}

async function answer(context: Context, row: Route, api: ApiContext): Promise<Response> {
  const caller = await callerOf(context, api);
  const desk = api.desk(requireEntrance(caller, row.entrance), context);
  const asked = askedOf(context, row);
  if (row.upload) asked.upload = await uploadOf(context);
  const key = context.req.header('idempotency-key');
  if (row.method === 'get' || key === undefined) return send(context, row, await once());
  if (!KEY.test(key)) throw new Refusal('request-malformed', { fields: 'idempotency-key' });
  const { upload, ...rest } = asked;
  const file = upload === undefined ? null : sha256(upload);
  const request = { method: row.method, path: context.req.path, file, ...rest };
  return send(context, row, await doOnce(desk, { key, request }, once));

  async function once() {
    const response = await row.handle(desk, asked);
    return { status: row.status ?? (row.answer ? 200 : 204), response };
  }
}

/** What was asked, as the schemas understood it. */
function askedOf(context: Context, row: Route): Asked<z.ZodType, z.ZodType, z.ZodType> {
  const valid = (target: 'param' | 'query' | 'json'): unknown => context.req.valid(target as never);
  return {
    params: row.params ? valid('param') : undefined,
    query: row.query ? valid('query') : undefined,
    body: row.body ? valid('json') : undefined,
  };
}

/** The bytes of the request, or the first file of its form. */
async function uploadOf(context: Context): Promise<Uint8Array> {
  const isForm = /^multipart\/form-data/i.test(context.req.header('content-type') ?? '');
  if (!isForm) return new Uint8Array(await context.req.arrayBuffer());
  const form = await context.req.formData().catch(() => null);
  const file = [...(form?.values() ?? [])].find((part) => part instanceof File);
  if (!(file instanceof File)) throw new Refusal('request-malformed', { fields: 'file' });
  return new Uint8Array(await file.arrayBuffer());
}

function send(
  context: Context,
  row: Route,
  { status, response }: { status: number; response: unknown },
): Response {
  if (row.download) return sendFile(context, response as Download);
  if (row.answer === undefined) return context.body(null, 204);
  const version = (response as { version?: unknown } | null)?.version;
  const tag = typeof version === 'number' ? `"${version}"` : null;
  if (tag !== null && row.method === 'get') {
    if (context.req.header('if-none-match') === tag) return context.body(null, 304, { etag: tag });
    context.header('etag', tag);
  }
  return context.json(response as object, status as 200);
}

function sendFile(context: Context, { name, mediaType, bytes }: Download): Response {
  const plain = name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name);
  return context.body(Uint8Array.from(bytes).buffer, 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  });
}

/** What the schemas found wrong, all of it at once. */
export function refuseMalformed(
  result: { success: boolean; error?: z.ZodError; target?: string },
  context: Context,
): Response | undefined {
  if (result.success || !result.error) return undefined;
  const fields = result.error.issues.slice(0, 50).map(({ path, message }) => ({
    field: path.join('.') || (result.target ?? ''),
    message,
  }));
  const named = fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return problem(context, 'request-malformed', { fields: named }, fields);
}

/** The desk of a caller, for handlers. */
export type DeskOf = (actor: Actor, context: Context) => Desk;
