import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { present } from '#base/assert.ts';
import { Refusal } from '#base/refusal.ts';
import type { Desk } from '#office/desk.ts';
import type { GrowingFile } from '#office/growing-file.ts';
import { act, answerOf } from './act.ts';
import type { ApiContext } from './app.ts';
import { callerOf, requireEntrance } from './caller.ts';
import { documentRoute } from './document-route.ts';
import { isList, type ListFormat, listFile } from './list-file.ts';
import { answerError, problem } from './problem.ts';
import { readerOf, tagOf } from './require-match.ts';
import type { Download, Given, Route } from './route.ts';
import { sendFile } from './send-file.ts';

/** The desk of who was let in, for the handler behind. */
const desks = new WeakMap<Request, Desk>();

/**
 * Mounts a row of the table: its documentation, its checks and its handler. Who calls is asked
 * before what is asked: nobody learns the form of what is not theirs.
 */
export function mount(
  app: OpenAPIHono,
  row: Route,
  api: ApiContext,
  rows: readonly Route[] = [row],
): void {
  const reader = readerOf(row, rows);
  const letIn: MiddlewareHandler = async (context, next) => {
    try {
      const caller = await callerOf(context, api);
      const actor = requireEntrance(caller, row.entrance);
      if (caller !== null) api.limitPerson?.(String(caller.actor.id));
      desks.set(context.req.raw, api.desk(actor, context));
    } catch (error) {
      return answerError(context, error, api.tell);
    }
    return await next();
  };
  const inTurn: MiddlewareHandler = async (context, next) => {
    const { turns } = api;
    if (turns === undefined || !isQuick(row, context)) return await letIn(context, next);
    return await turns(async () => await letIn(context, next));
  };
  app.openapi(createRoute({ ...documentRoute(row), middleware: inTurn }), async (context) => {
    try {
      return await answer(context, row, reader);
    } catch (error) {
      return answerError(context, error, api.tell);
    }
  });
}

/** A question that is answered from the database at once; acts and files take the time they take. */
function isQuick(row: Route, context: Context): boolean {
  return (
    row.method === 'get' && !row.download && (context.req.query('format') ?? 'json') === 'json'
  );
}

async function answer(context: Context, row: Route, reader: Route | null): Promise<Response> {
  const desk = present(desks.get(context.req.raw), 'who calls was asked before');
  const { asked, format } = askedOf(context, row);
  if (format !== 'json') return await sendFile(context, await listFile(row, desk, asked, format));
  if (row.upload) asked.upload = await uploadOf(context);
  const answered =
    row.method === 'get'
      ? await answerOf(row, desk, asked)
      : await act({ context, row, desk, asked, reader });
  return await send(context, row, answered);
}

/** What was asked, as the schemas understood it; a list also says in which form it is wanted. */
function askedOf(context: Context, row: Route): { asked: Given; format: ListFormat } {
  const valid = (target: 'param' | 'query' | 'json'): unknown => context.req.valid(target as never);
  const { format = 'json', ...query } = (isList(row) || row.query ? valid('query') : {}) as {
    format?: ListFormat;
  };
  const asked = {
    params: row.params ? valid('param') : undefined,
    query: row.query ? query : undefined,
    body: row.body ? valid('json') : undefined,
  };
  // A route that is no list may have a `format` of its own.
  if (isList(row) || !row.query) return { asked, format };
  return { asked: { ...asked, query: valid('query') }, format: 'json' };
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

async function send(
  context: Context,
  row: Route,
  { status, response }: { status: number; response: unknown },
): Promise<Response> {
  if (row.download) return await sendFile(context, response as Download | GrowingFile);
  if (row.answer === undefined) return context.body(null, 204);
  const tag = tagOf(response);
  if (tag !== null && row.method === 'get') {
    if (context.req.header('if-none-match') === tag) return context.body(null, 304, { etag: tag });
    context.header('etag', tag);
  }
  return context.body(jsonOf(response as object), status as 200, JSON_TYPE);
}

const JSON_TYPE = { 'content-type': 'application/json' };
/** An answer that many share is written once; it lives as long as the answer does. */
const written = new WeakMap<object, string>();

function jsonOf(response: object): string {
  const text = written.get(response) ?? JSON.stringify(response);
  written.set(response, text);
  return text;
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
