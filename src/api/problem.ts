import type { Context } from 'hono';
import {
  type Language,
  Refusal,
  type RefusalArgs,
  type RefusalCode,
  refusalText,
} from '#base/refusal.ts';
import { statusOf } from './status-of.ts';

/** One field of a request that is not as described. */
export interface FieldProblem {
  field: string;
  message: string;
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
  return context.body(JSON.stringify(body), status, headers);
}

/** What an error becomes at the door: a refusal its problem, anything else a plain 500. */
export function answerError(
  context: Context,
  error: unknown,
  tell: (error: unknown) => void,
): Response {
  if (error instanceof Refusal) return problem(context, error.code, error.args);
  tell(error);
  const detail =
    languageOf(context) === 'zh'
      ? '系统内部出错，已记录。您的操作没有生效，请稍后重试。'
      : 'Something broke on our side and was written down. Nothing was done; try again later.';
  const body = { type: 'about:blank', title: 'internal', status: 500, detail, code: 'internal' };
  return context.body(JSON.stringify(body), 500, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
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
