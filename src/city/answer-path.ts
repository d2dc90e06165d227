import { present } from '#base/assert.ts';
import type { ChannelPlan, TargetPlan } from './city-plan.ts';
import type { ListModel, PageModel } from './page-model.ts';
import { chromeOf } from './site-chrome.ts';
import {
  channelModel,
  entranceModel,
  entryModel,
  homeFrameModel,
  homeModel,
  listModel,
} from './site-pages.ts';
import { entryHref, findPath, type SiteWorld } from './site-world.ts';
import { missingWords } from './wording.ts';

/** What a site sends back. Worked out from the address alone, nothing is kept. */
export type Answer =
  | { kind: 'page'; status: number; model: PageModel }
  | { kind: 'rows'; model: ListModel }
  | { kind: 'bytes'; status: number; contentType: string; body: Uint8Array }
  | { kind: 'redirect'; location: string; cookie: string | null }
  | { kind: 'reset' }
  | { kind: 'silence' };

export interface Question {
  /** Path with query. */
  path: string;
  cookie: string;
  /** How often this address was asked for before. */
  askedBefore: number;
}

/** Answers for one address of a site. */
export function answerPath(world: SiteWorld, question: Question): Answer {
  const { plan } = world;
  if (plan.access === 'walled') return challenge('script');
  if (plan.access === 'failing') return text(503, 'Service Unavailable');
  if (question.path === '/robots.txt') return robots(plan.hasRobotsFile);
  const found = findPath(world, question.path);
  switch (found.at) {
    case 'home':
      return page(plan.home.style === 'entrance' ? entranceModel(world) : homeModel(world));
    case 'main':
      return page(homeModel(world));
    case 'frame':
      return { kind: 'rows', model: homeFrameModel(world) };
    case 'channel':
      return page(channelModel(world, found.channel, found.page));
    case 'data':
      return dataAnswer(world, found.channel, found.page);
    case 'entry':
      return page(entryModel(world, found.channel, found.entry));
    case 'target':
      return targetAnswer(world, found.target, question);
    case 'file':
      return file(found.path);
    case 'nothing':
      return missing(world, plan.unknownPaths === 'soft' ? 200 : 404);
  }
}

function page(model: PageModel, status = 200): Answer {
  return { kind: 'page', status, model };
}

function text(status: number, body: string): Answer {
  const contentType = 'text/plain; charset=utf-8';
  return { kind: 'bytes', status, contentType, body: Buffer.from(`${body}\n`) };
}

function robots(hasFile: boolean): Answer {
  return hasFile
    ? text(200, 'User-agent: *\nDisallow: /admin/\nDisallow: /search')
    : text(404, '404');
}

function missing(world: SiteWorld, status: number): Answer {
  return page({ type: 'missing', chrome: chromeOf(world, false), words: missingWords }, status);
}

function dataAnswer(world: SiteWorld, channel: ChannelPlan, number: number): Answer {
  const hasData = channel.delivery === 'iframe' || channel.delivery === 'json-endpoint';
  return hasData ? { kind: 'rows', model: listModel(world, channel, number) } : missing(world, 404);
}

function targetAnswer(world: SiteWorld, target: TargetPlan, question: Question): Answer {
  const path = target.path ?? '';
  switch (target.behaviour) {
    case 'missing':
      return missing(world, 404);
    case 'gone':
      return missing(world, 410);
    case 'error':
      return text(500, 'Internal Server Error');
    case 'unavailable':
      return text(503, 'Service Unavailable');
    case 'soft-404':
      return missing(world, 200);
    case 'redirect-home':
      return { kind: 'redirect', location: '/', cookie: null };
    case 'redirect-loop': {
      const location = question.path === path ? `${path}?step=2` : path;
      return { kind: 'redirect', location, cookie: null };
    }
    case 'redirect':
      return { kind: 'redirect', location: someArticle(world), cookie: null };
    case 'cookie-loop':
      return question.cookie.includes('seen=yes')
        ? working(world, path)
        : { kind: 'redirect', location: path, cookie: 'seen=yes; Path=/' };
    case 'recovers-503':
      return question.askedBefore === 0 ? text(503, 'Busy') : working(world, path);
    case 'recovers-reset':
      return question.askedBefore === 0 ? { kind: 'reset' } : working(world, path);
    case 'reset':
    case 'refused':
      return { kind: 'reset' };
    case 'timeout':
      return { kind: 'silence' };
    case 'unauthorised':
      return text(401, 'Unauthorized');
    case 'forbidden':
      return text(403, 'Forbidden');
    case 'throttled':
      return text(429, 'Too Many Requests');
    case 'challenge':
      return challenge('words');
    case 'file':
      return working(world, path);
  }
}

function newsChannel(world: SiteWorld): ChannelPlan {
  const lists = world.plan.channels.filter(
    ({ role, count, delivery }) => role === 'list' && count > 0 && delivery !== 'script-only',
  );
  return present(lists[0], 'a site has a list');
}

function someArticle(world: SiteWorld): string {
  const channel = newsChannel(world);
  return entryHref(world, channel, channel.future);
}

/** A page or file that is there, and belongs to no list. */
function working(world: SiteWorld, path: string): Answer {
  if (!path.endsWith('.html')) return file(path);
  const channel = newsChannel(world);
  const model = entryModel(world, channel, channel.count - 1);
  if (model.type !== 'article') return page(model);
  const alone = { inlineLinks: [], attachments: [], images: [], previous: null, next: null };
  return page({ ...model, ...alone, title: '专题页面' });
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA' +
    'AABJRU5ErkJggg==',
  'base64',
);
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
};

function file(path: string): Answer {
  const suffix = path.slice(path.lastIndexOf('.') + 1);
  const contentType = mediaTypes[suffix] ?? 'application/octet-stream';
  const isImage = contentType.startsWith('image/');
  const body = isImage ? pixel : Buffer.from(`%PDF-1.4\n% ${path}\n%%EOF\n`);
  return { kind: 'bytes', status: 200, contentType, body };
}

/** What a wall shows instead of the page: a script that sets a cookie, or words and a slider. */
function challenge(form: 'script' | 'words'): Answer {
  const head = '<html><head><meta charset="utf-8">';
  const body =
    form === 'script'
      ? `${head}<script>document.cookie="__jsl_clearance_s=1558921|0|"+navigator.language;` +
        'location.href=location.pathname+location.search</script></head><body></body></html>'
      : `${head}<title>安全验证</title></head><body><p>请完成安全验证后继续访问</p>` +
        '<div id="captcha">请拖动滑块完成验证</div></body></html>';
  return {
    kind: 'bytes',
    status: form === 'script' ? 521 : 200,
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(body),
  };
}
