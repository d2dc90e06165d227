import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Language, Refusal, refusalText } from '#base/refusal.ts';
import { faultNames, type Fault } from '#domain/error-report.ts';
import { PUBLIC } from '#domain/person.ts';
import { askPublicReports, reportIdOfReceipt } from '#office/ask-public-reports.ts';
import { submitErrorReport } from '#office/submit-error-report.ts';
import type { ApiContext } from '../app.ts';
import { statusOf } from '../status-of.ts';
import {
  discovery,
  PAGE_ATTRIBUTE,
  serviceDefinition,
  serviceRequest,
  services,
} from './open311-values.ts';
import { toXml, type XmlValue } from './to-xml.ts';

const BASE = '/open311/v2';
const DAY_MS = 86_400_000;
/** How far back a list goes that names no days, and how wide one may be, as Open311 has it. */
const USUAL_DAYS = 90;

/** A mistake as Open311 tells it. */
class Open311Mistake extends Error {
  readonly status: 400 | 404;
  constructor(status: 400 | 404, message: string) {
    super(message);
    this.status = status;
  }
}

/** What is answered: a root element for XML, and the value. */
interface Told {
  root: string;
  value: XmlValue;
  status?: 200 | 201;
}

/**
 * Open311 GeoReport v2 for error reports: discovery, services, requests, tokens, in XML and JSON.
 * Anybody may call it, without a key.
 */
export function mountOpen311(app: OpenAPIHono, api: ApiContext): void {
  const on = (
    method: 'get' | 'post',
    path: string,
    work: (context: Context) => Promise<Told> | Told,
  ) =>
    app.on(method, `${BASE}${path}`, async (context) => {
      try {
        return tell(context, await work(context));
      } catch (error) {
        return tellMistake(context, error, api);
      }
    });
  on('get', '/:file{discovery\\.(?:json|xml)}', (context) => ({
    root: 'discovery',
    value: discovery(originOf(context, api)),
  }));
  on('get', '/:file{services\\.(?:json|xml)}', () => ({ root: 'services', value: services() }));
  on('get', '/services/:file{[\\w-]+\\.(?:json|xml)}', (context) => ({
    root: 'service_definition',
    value: serviceDefinition(faultOf(nameOf(context))),
  }));
  on('get', '/:file{requests\\.(?:json|xml)}', (context) => listRequests(context, api));
  on('post', '/:file{requests\\.(?:json|xml)}', (context) => makeRequest(context, api));
  on('get', '/requests/:file{\\w+\\.(?:json|xml)}', (context) => oneRequest(context, api));
  on('get', '/tokens/:file{[\\w-]+\\.(?:json|xml)}', (context) => ofToken(context, api));
}

function originOf(context: Context, { origin }: ApiContext): string {
  return (origin ?? new URL(context.req.url).origin).replace(/\/$/, '');
}

function nameOf(context: Context): string {
  return (context.req.param('file') ?? '').replace(/\.(?:json|xml)$/, '');
}

function faultOf(code: string | undefined): Fault {
  if (code === undefined || code === '') {
    throw new Open311Mistake(400, 'service_code was not provided');
  }
  if (!faultNames.includes(code as Fault)) {
    throw new Open311Mistake(404, `service_code ${code} was not found`);
  }
  return code as Fault;
}

async function listRequests(context: Context, api: ApiContext): Promise<Told> {
  const query = context.req.query();
  const ids = query['service_request_id']?.split(',').map(numberOf);
  const status = query['status']?.split(',');
  const isBoth = status === undefined || new Set(status).size > 1;
  const now = Date.parse(api.now());
  const until = dateOf('end_date', query['end_date']) ?? (ids ? undefined : now);
  const from =
    dateOf('start_date', query['start_date']) ??
    (ids ? undefined : (until ?? now) - USUAL_DAYS * DAY_MS);
  const reports = await askPublicReports(api.db, {
    ids,
    faults: query['service_code']?.split(','),
    from: from === undefined ? undefined : new Date(from).toISOString(),
    until: until === undefined ? undefined : new Date(until).toISOString(),
    isEnded: isBoth ? undefined : status[0] === 'closed',
  });
  return { root: 'service_requests', value: reports.map(serviceRequest) };
}

function numberOf(text: string): number {
  const number = Number(text.trim());
  // No report has so large a number, and none a broken one.
  return Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : 0;
}

function dateOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Open311Mistake(400, `${name} is not a date in W3C form`);
  return at;
}

async function oneRequest(context: Context, api: ApiContext): Promise<Told> {
  const name = nameOf(context);
  const [report] = await askPublicReports(api.db, { ids: [numberOf(name)] });
  if (!report) throw new Open311Mistake(404, `service_request_id ${name} was not found`);
  return { root: 'service_requests', value: [serviceRequest(report)] };
}

async function ofToken(context: Context, api: ApiContext): Promise<Told> {
  const token = nameOf(context);
  const id = await reportIdOfReceipt(api.db, token);
  if (id === null) throw new Refusal('receipt-unknown');
  return { root: 'service_requests', value: [{ token, service_request_id: String(id) }] };
}

/** The page stands in the service's own attribute, or in the address that Open311 asks for. */
async function makeRequest(context: Context, api: ApiContext): Promise<Told> {
  const form = await context.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  const field = (name: string) => {
    const value = form[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const fault = faultOf(field('service_code'));
  const pageUrl = field(`attribute[${PAGE_ATTRIBUTE}]`) ?? field('address_string');
  if (pageUrl === undefined) {
    throw new Open311Mistake(400, `attribute[${PAGE_ATTRIBUTE}] was not provided`);
  }
  const text = field('description');
  if (text === undefined) throw new Open311Mistake(400, 'description was not provided');
  const name = [field('last_name'), field('first_name')].filter(Boolean).join('');
  const contact = {
    name: name === '' ? undefined : name,
    phone: field('phone'),
    email: field('email'),
  };
  const desk = api.desk(PUBLIC, context);
  const { receipt, dueAt } = await submitErrorReport(desk, {
    pageUrl,
    fault,
    text,
    contact,
    via: 'open311',
  });
  const notice = `请保存查询码 ${receipt}，应于 ${dueAt} 前答复。`;
  const made = { token: receipt, service_notice: notice, account_id: null };
  return { root: 'service_requests', value: [made], status: 201 };
}

function tell(context: Context, { root, value, status = 200 }: Told): Response {
  if (isJson(context)) return context.json(value as object, status);
  const headers = { 'content-type': 'text/xml; charset=utf-8' };
  return context.body(toXml(root, value), status, headers);
}

function tellMistake(context: Context, error: unknown, api: ApiContext): Response {
  const { status, description } = mistakeOf(context, error);
  if (status === 500) api.tell(error);
  const value = [{ code: status, description }];
  if (isJson(context)) return context.json(value, status as 400);
  const headers = { 'content-type': 'text/xml; charset=utf-8' };
  return context.body(toXml('errors', value), status as 400, headers);
}

function mistakeOf(context: Context, error: unknown): { status: number; description: string } {
  if (error instanceof Open311Mistake) {
    return { status: error.status, description: error.message };
  }
  if (error instanceof Refusal) {
    const isEnglish = context.req.header('accept-language')?.startsWith('en') ?? false;
    const language: Language = isEnglish ? 'en' : 'zh';
    const status = error.code === 'receipt-unknown' ? 404 : statusOf(error.code);
    return {
      status: status === 422 || status === 409 ? 400 : status,
      description: refusalText(error.code, error.args, language),
    };
  }
  return { status: 500, description: 'Something broke on our side' };
}

function isJson(context: Context): boolean {
  return context.req.path.endsWith('.json');
}
