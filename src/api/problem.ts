import { type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  type Language,
  Refusal,
  type RefusalArgs,
  type RefusalCode,
  refusalText,
} from '#base/refusal.ts';
import { databaseRefusal } from '#office/database-refusal.ts';
import { type ProblemStatus, statusOf } from './status-of.ts';

/** One field of a request that is not as described. */
export interface FieldProblem {
  field: string;
  message: string;
}

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

const descriptions = {
  400: 'The request is not as described',
  401: 'Nobody is signed in',
  403: 'The right is missing, or a second factor',
  404: 'Not there, or not to be seen',
  409: 'The state of things forbids it',
  412: 'The thing was changed since it was read',
  413: 'Too large',
  415: 'The body is of another kind than described',
  422: 'Something written in it cannot be meant',
  429: 'Too often',
  503: 'The database is away or has no room: the same may succeed later',
} as const satisfies Record<ProblemStatus, string>;
export const problemStatuses = Object.keys(descriptions).map(Number) as ProblemStatus[];

/** How problems stand in the description of the API: described once, named by every route. */
export function problemsOf(...statuses: ProblemStatus[]): RouteConfig['responses'] {
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
  );
}

/** Describes the problems that routes name. */
export function registerProblems({ openAPIRegistry }: OpenAPIHono): void {
  openAPIRegistry.register('Problem', problemShape);
  for (const status of problemStatuses) {
    openAPIRegistry.registerComponent('responses', `Problem${status}`, {
      description: descriptions[status],
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
  }
}

/** A refusal as problem+json (RFC 9457), in the language that was asked for. */
export function problem(
  context: Context,
  code: RefusalCode,
  args: RefusalArgs,
  fields: readonly FieldProblem[] = [],
): Response {
  const status = statusOf(code);
  const language = languageOf(context);
  const body = {
    type: `urn:xunwang:problem:${code}`,
    title: code,
    status,
    detail: refusalText(code, args, language),
    code,
    args,
    ...(fields.length > 0 && { fields }),
  };
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
  };
  if (status === 401) headers['www-authenticate'] = 'Bearer realm="xunwang"';
  if (status === 429) headers['retry-after'] = String(args['seconds'] ?? 60);
  if (status === 503) headers['retry-after'] = '5';
  return context.body(JSON.stringify(body), status, headers);
}

/** What an error becomes at the door: a refusal its problem, anything else a plain 500. */
export function answerError(
  context: Context,
  error: unknown,
  tell: (error: unknown) => void,
): Response {
  const refusal = refusalOf(error);
  if (refusal !== null) return problem(context, refusal.code, refusal.args);
  tell(error);
  const failing = databaseRefusal(error);
  if (failing !== null) return problem(context, failing.code, failing.args);
  const detail =
    languageOf(context) === 'zh'
      ? '系统内部出错，已记录。您的操作没有生效，请稍后重试。'
      : 'Something broke on our side and was written down. Nothing was done; try again later.';
  const body = { type: 'about:blank', title: 'internal', status: 500, detail, code: 'internal' };
  return context.body(JSON.stringify(body), 500, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}

/** What PostgreSQL can keep in no column: a number too large, a text with a NUL. */
const unkeepable = ['22003', '22021', '22P05'];

/** A refusal, or a mistake of the caller that only a library or the database noticed. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  if (status === 400) return new Refusal('request-malformed', { fields: 'body' });
  if (status === 415) return new Refusal('media-type-other', { wanted: 'application/json' });
  const isUnkeepable = unkeepable.some((one) => one === code);
  return isUnkeepable ? new Refusal('request-malformed', { fields: 'value' }) : null;
}

/** `?lang=` first, then what the reader prefers; Chinese when nothing is said. */
export function languageOf(context: Context): Language {
  const asked = context.req.query('lang') ?? context.req.header('accept-language') ?? 'zh';
  const first = asked
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
    .find((one) => one === 'zh' || one === 'en');
  return first === 'en' ? 'en' : 'zh';
}
