import type { Paths } from './paths.ts';
import { Problem } from './problem.ts';
import { currentLanguage } from '../words/language.ts';
import { commonWords } from '../words/common.ts';

export type Route = keyof Paths;
export type Answer<R extends Route> = Paths[R]['answer'];
export type Query<R extends Route> = Paths[R]['query'];
export type Body<R extends Route> = Paths[R]['body'];

/** What a call carries; what its route does not take cannot be given. */
export type Asked<R extends Route> = (keyof Paths[R]['params'] extends never
  ? { params?: undefined }
  : { params: Paths[R]['params'] }) &
  (Paths[R]['body'] extends undefined ? { body?: undefined } : { body: Paths[R]['body'] }) & {
    query?: Paths[R]['query'];
    signal?: AbortSignal;
    /** The version that was read: the act is refused when somebody changed the thing since. */
    ifMatch?: number;
    /** An act with a key is done once, however often it is sent. */
    key?: string;
    /** A file, for routes that take one. */
    file?: Blob;
  };

type Rest<R extends Route> = object extends Asked<R> ? [asked?: Asked<R>] : [asked: Asked<R>];

let csrf: string | null = null;

/** The session's word, carried by every write from now on. */
export function keepCsrf(word: string | null): void {
  csrf = word;
}

/** Calls a route of the API. Refusals are thrown as `Problem`, in the language of the page. */
export async function ask<R extends Route>(route: R, ...[asked]: Rest<R>): Promise<Answer<R>> {
  const response = await send(route, (asked ?? {}) as Loose);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer<R>;
}

/** The address of a route, for links and downloads. */
export function addressOf<R extends Route>(
  route: R,
  asked: { params?: Paths[R]['params']; query?: Paths[R]['query'] & { format?: string } } = {},
): string {
  const [, path = ''] = route.split(' ');
  const params = (asked.params ?? {}) as Record<string, string | number>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const query = new URLSearchParams({ lang: currentLanguage() });
  for (const [name, value] of Object.entries(asked.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  return `/api/v1${filled}?${query.toString()}`;
}

/** A key for one act: made when the act is begun, sent again when it is tried again. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A call whose types were checked before. */
interface Loose {
  params?: never;
  query?: never;
  body?: unknown;
  signal?: AbortSignal;
  ifMatch?: number;
  key?: string;
  file?: Blob;
}

async function send(route: Route, asked: Loose): Promise<Response> {
  const method = route.slice(0, route.indexOf(' '));
  const { body, file, signal } = asked;
  const init: RequestInit = {
    method,
    headers: headersOf(method, asked),
    credentials: 'same-origin',
  };
  if (file) init.body = file;
  else if (body !== undefined) init.body = JSON.stringify(body);
  if (signal) init.signal = signal;
  const response = await fetch(addressOf(route, asked), init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const detail = commonWords[currentLanguage()].offline;
    throw new Problem({ status: 0, code: 'offline', detail });
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

function headersOf(method: string, { body, file, ifMatch, key }: Loose): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (file) headers['content-type'] = file.type || 'application/octet-stream';
  else if (body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET' && csrf !== null) headers['x-csrf-token'] = csrf;
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  if (key !== undefined) headers['idempotency-key'] = key;
  return headers;
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const isProblem = typeof body === 'object' && body !== null && 'detail' in body;
  if (isProblem) return new Problem(body as ConstructorParameters<typeof Problem>[0]);
  const detail = commonWords[currentLanguage()].broken(response.status);
  return new Problem({ status: response.status, code: 'internal', detail });
}
