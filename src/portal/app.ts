import { Hono, type Context } from 'hono';
import type { Language } from '#base/refusal.ts';
import { html } from 'hono/html';
import { Refusal, refusalText } from '#base/refusal.ts';
import { type PageStatus, show } from './call.ts';
import { lasting } from './file-answer.ts';
import { mostBytes, portalHeaders } from './guard.ts';
import { icon } from './icon.ts';
import { openGate } from './forms/gate.ts';
import { aboutRoutes } from './pages/about.ts';
import { answerRoutes } from './pages/answers.ts';
import { askRoutes } from './pages/ask.ts';
import { circularRoutes } from './pages/circulars.ts';
import { dataRoutes } from './pages/data.ts';
import { followRoutes } from './pages/follow.ts';
import { guideRoutes } from './pages/guides.ts';
import { homeRoutes } from './pages/home.ts';
import { reportRoutes } from './pages/report.ts';
import { roundRoutes } from './pages/rounds.ts';
import { siteRoutes } from './pages/site.ts';
import { statisticsRoutes } from './pages/statistics.ts';
import { puzzlePath, puzzleScript } from './puzzle.ts';
import type { Call, PortalContext, PortalRoute } from './portal-context.ts';
import { style, stylePath } from './style.ts';
import { linkTo, say, type View } from './view.ts';
import { frameWords } from './words/frame.ts';

const assets: readonly PortalRoute[] = [
  {
    method: 'get',
    path: stylePath,
    isPlain: true,
    answer: (call) => lasting(call, style, 'text/css; charset=utf-8'),
  },
  {
    method: 'get',
    path: '/icon.svg',
    isPlain: true,
    answer: (call) => lasting(call, icon, 'image/svg+xml'),
  },
  {
    method: 'get',
    path: puzzlePath,
    isPlain: true,
    answer: (call) => lasting(call, puzzleScript, 'text/javascript; charset=utf-8'),
  },
];

/** Every page, form and file of the portal. One more is one more row. */
export function portalRoutes(portal: PortalContext): readonly PortalRoute[] {
  const gate = openGate(portal);
  return [
    ...assets,
    ...homeRoutes,
    ...reportRoutes(gate),
    ...askRoutes(gate),
    ...followRoutes(portal),
    ...answerRoutes,
    ...statisticsRoutes,
    ...roundRoutes,
    ...siteRoutes,
    ...circularRoutes,
    ...dataRoutes,
    ...aboutRoutes,
    ...guideRoutes(),
  ];
}

/** A form without a picture is no larger. */
const USUAL_BYTES = 64 << 10;
const MINUTE_MS = 60_000;
const MOST_A_MINUTE = 300;

/** The pages of the public as one application: `app.request()` answers without a port. */
export function buildPortal(portal: PortalContext): Hono {
  const app = new Hono();
  if (portal.observe) app.use(portal.observe);
  app.use(portalHeaders(portal.isSecure));
  const limit = portal.limiter(MOST_A_MINUTE, MINUTE_MS);
  app.use(async (context, next) => {
    limit(portal.addressOf(context));
    await next();
  });
  app.onError((error, http) => answerError(callOf(portal, http), error));
  app.notFound((http) => {
    const call = callOf(portal, http);
    const body = html`<p>${say(call.view, frameWords.notFoundBody)}</p>`;
    return show(call, { title: say(call.view, frameWords.notFound), body }, { status: 404 });
  });
  for (const route of portalRoutes(portal)) mount(app, portal, route);
  for (const language of ['zh', 'en'] as const) {
    const home = linkTo({ base: portal.base, language }, '/');
    if (home !== '/') app.get(home.slice(0, -1), (http) => http.redirect(home, 301));
  }
  return app;
}

function mount(app: Hono, portal: PortalContext, route: PortalRoute): void {
  const { method, path, isPlain = false, answer } = route;
  const languages: readonly Language[] = isPlain ? ['zh'] : ['zh', 'en'];
  for (const language of languages) {
    const at = linkTo({ base: portal.base, language }, path);
    app.on(method, at, mostBytes(route.maxBytes ?? USUAL_BYTES), (http) =>
      answer(callOf(portal, http)),
    );
  }
}

function callOf(portal: PortalContext, http: Context): Call {
  return { portal, http, view: viewOf(portal, http.req.path) };
}

function viewOf({ base, origin, name }: PortalContext, fullPath: string): View {
  const path = fullPath.startsWith(base) ? fullPath.slice(base.length) : fullPath;
  const isEnglish = path === '/en' || path.startsWith('/en/');
  const within = isEnglish ? path.slice(3) : path;
  return { base, origin, name, language: isEnglish ? 'en' : 'zh', path: within || '/' };
}

/** A refusal becomes a page with its words; anything else is written down and told plainly. */
function answerError(call: Call, error: unknown): Response | Promise<Response> {
  const { view, http } = call;
  if (!(error instanceof Refusal)) {
    call.portal.tell(error);
    const body = html`<p>${say(view, frameWords.brokenBody)}</p>`;
    return show(call, { title: say(view, frameWords.broken), body }, { status: 500 });
  }
  const { code, args } = error;
  call.portal.refused?.(error);
  const status = statusOf(error);
  if (status === 429) http.header('retry-after', String(args['seconds'] ?? 60));
  const title = say(view, status === 404 ? frameWords.notFound : frameWords.refused);
  const words =
    status === 404 ? say(view, frameWords.notFoundBody) : refusalText(code, args, view.language);
  return show(call, { title, body: html`<p role="alert">${words}</p>` }, { status });
}

const statuses: Partial<Record<Refusal['code'], PageStatus>> = {
  'not-found': 404,
  'request-too-often': 429,
  'request-too-large': 413,
  'media-type-other': 415,
};

function statusOf({ code }: Refusal): PageStatus {
  return statuses[code] ?? 422;
}
