import type { Hono } from 'hono';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import { publicDesk } from '#office/testing/matter-desks.ts';
import { buildPortal, portalRoutes } from '../app.ts';
import type { PortalContext, PortalRoute } from '../portal-context.ts';

const ORIGIN = 'http://public.test';

/** The portal on a sample office, without a port. The caller closes it. */
export interface TestPortal {
  office: SampleOffice;
  app: Hono;
  routes: readonly PortalRoute[];
  /** Codes of what was refused. */
  refused: string[];
  /** What broke on our side: a test ends with none. */
  broken: unknown[];
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Page>;
  close(): Promise<void>;
}

/** A page as it was answered. */
export interface Page {
  status: number;
  headers: Headers;
  text: string;
}

export async function openTestPortal(context: Partial<PortalContext> = {}): Promise<TestPortal> {
  const office = await openSampleOffice();
  const broken: unknown[] = [];
  const refused: string[] = [];
  const made: PortalContext = {
    db: office.db,
    now: () => office.desk('admin').now(),
    desk: publicDesk(office),
    submissionsAnHour: 20,
    base: '/public',
    origin: ORIGIN,
    name: '咸宁市政府网站监督',
    isSecure: false,
    addressOf: (http) => http.req.header('x-test-address') ?? '192.0.2.1',
    limiter: () => () => undefined,
    refused: ({ code }) => void refused.push(code),
    tell: (error) => broken.push(error),
    ...context,
  };
  const app = buildPortal(made);
  const ask = async (path: string, init: RequestInit) => {
    const response = await app.request(`${ORIGIN}${path}`, init);
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    };
  };
  return {
    office,
    app,
    routes: portalRoutes(made),
    broken,
    refused,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, form, headers = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(form), headers }),
    close: () => office.close(),
  };
}
