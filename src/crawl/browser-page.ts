import type { Browser, BrowserContext, CDPSession, Page, Request, Route } from 'playwright-core';
import type { Url } from '#base/url.ts';
import type { FailureReason } from '#domain/visit.ts';
import { documentHtml, measureDocument } from './browser-document.ts';
import { openBrowserProxy, type BrowserProxy, type ProxyOptions } from './browser-proxy.ts';

/** What one page may cost. */
export interface RenderLimits {
  /** From the first request to the last look at the document, milliseconds. */
  pageMs: number;
  /** How long a page that never comes to rest is waited for once it shows, milliseconds. */
  settleMs: number;
  /** Without a request under way or a change of the document: at rest. Milliseconds. */
  quietMs: number;
  /** Requests, those not let through included. */
  maxRequests: number;
  /** Of all answers together. */
  maxTrafficBytes: number;
  /** Of the document, serialised, in UTF-16 units. */
  maxLength: number;
  /** Documents that one page may lead to by itself: reloads, scripted redirects. */
  maxNavigations: number;
}

/** One page to be opened in the browser. */
export interface RenderRequest {
  url: Url;
  /** Take a picture as well; images and fonts are loaded only then. */
  picture: boolean;
  signal: AbortSignal;
}

/** What became of a page in the browser. */
export type Rendering =
  | {
      kind: 'rendered';
      finalUrl: Url;
      /** HTTP status of the document. */
      status: number;
      /** The document as it stands after its scripts. */
      html: string;
      /** What the page asked for and did not get, by our doing or the network's; null: nothing. */
      missing: string | null;
      /** JPEG; null when none was asked for. */
      picture: Uint8Array | null;
      ms: number;
    }
  | { kind: 'failed'; why: FailureReason; detail: string; ms: number };

/** Everything one page is opened with. */
export interface RenderTools {
  client: Browser;
  userAgent: string;
  limits: RenderLimits;
  proxy: Omit<ProxyOptions, 'onExhausted' | 'maxBytes'>;
}

/** Why a page was stopped. */
class Stopped extends Error {
  readonly why: FailureReason;

  constructor(why: FailureReason, message: string) {
    super(message);
    this.why = why;
  }
}

/** What a page did so far. */
interface Course {
  /** Address of the last document asked for. */
  document: Url;
  status: number;
  navigations: number;
  requests: number;
  pending: Set<Request>;
  missing: string | null;
  isOver: boolean;
  stop: (why: FailureReason, detail: string) => void;
}

const VIEWPORT = { width: 1280, height: 960 };
const PICTURE_QUALITY = 55;
const POLL_MS = 100;
const CLOSE_MS = 5000;
/** Of no weight for what a list says. */
const UNREAD_KINDS = new Set(['image', 'media', 'font', 'texttrack', 'manifest', 'other', 'ping']);
/** What a list's rows may come by. */
const ROW_KINDS = new Set(['document', 'script', 'xhr', 'fetch']);

/**
 * Opens a page in a context and behind a proxy of its own, waits until it comes to rest, and
 * gives its document. Whatever the page does, the answer comes in time and nothing of it is left:
 * never rejects, except when the browser itself does not let go of it.
 */
export async function renderPage(tools: RenderTools, request: RenderRequest): Promise<Rendering> {
  const startedAt = performance.now();
  const took = () => Math.round(performance.now() - startedAt);
  const { limits } = tools;
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  stopped.catch(() => {});
  const course = startCourse(request.url, (why, detail) => reject(new Stopped(why, detail)));
  const late = setTimeout(
    () => course.stop('budget', `not done in ${limits.pageMs} ms`),
    limits.pageMs,
  );
  const onAbort = () => course.stop('ours', 'stopped');
  request.signal.addEventListener('abort', onAbort, { once: true });
  const proxy = await openBrowserProxy({
    ...tools.proxy,
    maxBytes: limits.maxTrafficBytes,
    onExhausted: () => course.stop('budget', `more than ${limits.maxTrafficBytes} bytes`),
  });
  let context: BrowserContext | null = null;
  const work = async () => {
    context = await openContext(tools, proxy);
    return await visit(context, tools.limits, request, course);
  };
  try {
    return { ...(await Promise.race([work(), stopped])), ms: took() };
  } catch (error) {
    return { ...failureOf(error, course, proxy), ms: took() };
  } finally {
    course.isOver = true;
    clearTimeout(late);
    request.signal.removeEventListener('abort', onAbort);
    proxy.close();
    await closeContext(context);
  }
}

function startCourse(document: Url, stop: Course['stop']): Course {
  const none = { status: 0, navigations: 0, requests: 0, missing: null, isOver: false };
  return { ...none, document, pending: new Set(), stop };
}

type Failed = Extract<Rendering, { kind: 'failed' }>;

function failureOf(
  error: unknown,
  { document }: Course,
  { refused }: BrowserProxy,
): Omit<Failed, 'ms'> {
  const detail = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  if (error instanceof Stopped) return { kind: 'failed', why: error.why, detail };
  const why = refused.has(new URL(document).host) ? 'forbidden-address' : 'unreachable';
  return { kind: 'failed', why, detail: detail.slice(0, 300) };
}

async function closeContext(context: BrowserContext | null): Promise<void> {
  if (context === null) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the browser does not close a page')), CLOSE_MS);
  });
  await Promise.race([context.close().catch(() => {}), late]).finally(() => clearTimeout(timer));
}

function openContext(
  { client, userAgent }: RenderTools,
  proxy: BrowserProxy,
): Promise<BrowserContext> {
  return client.newContext({
    proxy: { server: `http://127.0.0.1:${proxy.port}` },
    userAgent,
    viewport: VIEWPORT,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: false,
    serviceWorkers: 'block',
    ignoreHTTPSErrors: true,
    permissions: [],
  });
}

type Seen = Omit<Extract<Rendering, { kind: 'rendered' }>, 'ms'>;

async function visit(
  context: BrowserContext,
  limits: RenderLimits,
  { url, picture }: RenderRequest,
  course: Course,
): Promise<Seen> {
  const page = await context.newPage();
  context.on('page', (popup) => {
    if (popup !== page) popup.close().catch(() => {});
  });
  await follow(page, course, limits, picture);
  const session = await context.newCDPSession(page);
  await page.goto(url, { waitUntil: 'commit', timeout: 0 }).catch((error: Error) => {
    // Another document has taken its place already.
    if (!/interrupted by another navigation|ERR_ABORTED/.test(error.message)) throw error;
    if (course.status === 0) throw error;
  });
  await comeToRest(session, course, limits);
  const html = await documentHtml(session, limits.maxLength);
  if (html === null) throw new Stopped('budget', `a document longer than ${limits.maxLength}`);
  const finalUrl = page.url();
  if (!/^https?:/.test(finalUrl)) throw new Error(`ended on ${finalUrl}`);
  const [pending] = course.pending;
  const missing = course.missing ?? (pending ? `${pending.url()} is not answered` : null);
  const image = picture ? await page.screenshot(PICTURE) : null;
  return { kind: 'rendered', finalUrl, status: course.status, html, missing, picture: image };
}

/** Lists stand below the navigation: a picture is of several screens, not of endless pages. */
const PICTURE = {
  type: 'jpeg',
  quality: PICTURE_QUALITY,
  animations: 'disabled',
  fullPage: true,
  clip: { x: 0, y: 0, width: VIEWPORT.width, height: 3200 },
} as const;

/** Watches, counts and bounds what a page does. */
async function follow(
  page: Page,
  course: Course,
  limits: RenderLimits,
  picture: boolean,
): Promise<void> {
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  page.on('crash', () => course.stop('budget', 'its process ended: out of memory'));
  page.on('request', (request) => {
    if (ROW_KINDS.has(request.resourceType())) course.pending.add(request);
    if (isDocument(page, request)) course.document = request.url();
  });
  page.on('requestfinished', (request) => course.pending.delete(request));
  page.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText ?? '';
    if (course.pending.delete(request) && !/ERR_ABORTED/.test(failure)) {
      course.missing ??= `${request.url().slice(0, 200)}: ${failure}`;
    }
  });
  page.on('response', (response) => {
    if (!isDocument(page, response.request())) return;
    course.status = response.status();
    course.navigations += 1;
    if (course.navigations <= limits.maxNavigations) return;
    course.stop('budget', `more than ${limits.maxNavigations} documents one after the other`);
  });
  await page.route('**/*', async (route: Route) => {
    course.requests += 1;
    if (course.requests > limits.maxRequests) {
      course.stop('budget', `more than ${limits.maxRequests} requests`);
      return;
    }
    const isUnread = !picture && UNREAD_KINDS.has(route.request().resourceType());
    await (isUnread ? route.abort('aborted') : route.continue()).catch(() => {});
  });
}

function isDocument(page: Page, request: Request): boolean {
  return request.isNavigationRequest() && request.frame() === page.mainFrame();
}

/** Returns when nothing moves any more, or has moved for long enough. */
async function comeToRest(
  session: CDPSession,
  course: Course,
  { quietMs, settleMs }: RenderLimits,
): Promise<void> {
  let last = '';
  let [quietSince, shownAt] = [performance.now(), Number.POSITIVE_INFINITY];
  while (!course.isOver) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    const seen = await measureDocument(session);
    const now = performance.now();
    if (seen !== null) shownAt = Math.min(shownAt, now);
    const shown = `${seen?.size} ${course.navigations}`;
    if (seen === null || shown !== last || course.pending.size > 0) quietSince = now;
    last = shown;
    if (seen !== null && now - shownAt >= settleMs) return;
    if (seen?.isLoaded && now - quietSince >= quietMs) return;
  }
}
