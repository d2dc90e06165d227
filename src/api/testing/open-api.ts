import type { OpenAPIHono } from '@hono/zod-openapi';
import { openSession } from '#office/sign-in.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { type ApiContext, buildApp } from '../app.ts';

const ORIGIN = 'http://office.test';

/** An answer of the API; `body` is null where there is no JSON. */
export interface Sent {
  status: number;
  headers: Headers;
  text: string;
  body: Record<string, unknown>;
}

export interface SendOptions {
  body?: unknown;
  headers?: Record<string, string>;
}

/** The API on a sample office, without a port. The caller closes it. */
export interface SampleApi {
  office: SampleOffice;
  app: OpenAPIHono;
  /** What broke on our side: a test ends with none. */
  broken: unknown[];
  send(method: string, path: string, options?: SendOptions): Promise<Sent>;
  /** Headers of somebody who is signed in and has just shown a second factor. */
  as(login: SampleLogin): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export async function openApi(context: Partial<ApiContext> = {}): Promise<SampleApi> {
  const office = await openSampleOffice();
  const { db, evidenceDir } = office;
  const broken: unknown[] = [];
  const now = () => office.desk('admin').now();
  const app = buildApp({
    db,
    now,
    desk: (actor) => ({ db, actor, now, evidenceDir }),
    isReady: async () => true,
    tell: (error) => broken.push(error),
    isSecure: false,
    requestsAMinute: 100_000,
    ...context,
  });
  return {
    office,
    app,
    broken,
    send: (method, path, options) => send(app, method, path, options),
    async as(login) {
      const { token, csrf } = await openSession({ db, now }, office.people[login].id);
      await db.updateTable('sessions').set({ second_factor_at: now() }).execute();
      return { cookie: `xunwang-session=${token}`, 'x-csrf-token': csrf, origin: ORIGIN };
    },
    close: () => office.close(),
  };
}

async function send(
  app: OpenAPIHono,
  method: string,
  path: string,
  { body, headers = {} }: SendOptions = {},
): Promise<Sent> {
  const response = await app.request(`${ORIGIN}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const bytes = await response.arrayBuffer();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : {};
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: parsed as Record<string, unknown>,
  };
}
