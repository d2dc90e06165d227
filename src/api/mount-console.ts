import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { randomBytes } from 'node:crypto';
import type { ConsoleFiles } from '#office/open-console.ts';
import { languageOf, problem } from './problem.ts';

/** Stands in the built page where the nonce of an answer goes. */
const NONCE_MARK = '__NONCE__';
/** Paths of others: what is not found below them is no screen of the console. */
const OTHERS = /^\/(?:api|assets|livez|readyz|healthz|metrics)(?:\/|$)/;

const notBuilt = {
  zh: '控制台尚未构建。请在项目目录运行 npm run console，然后重新启动服务。接口 /api/v1 照常可用。',
  en: 'The console has not been built. Run npm run console in the project and start the service again. The API under /api/v1 works all the same.',
} as const;

/**
 * Serves the console: its files, whose names change with their contents, for good; its one page
 * for every address that is a screen's. Mounted last, so that every other route stands before it.
 */
export function mountConsole(app: OpenAPIHono, files: ConsoleFiles | null): void {
  app.get('/assets/*', (context) => sendAsset(context, files));
  app.get('*', async (context, next) => {
    const isPage = /html|\*\/\*/.test(context.req.header('accept') ?? '*/*');
    if (OTHERS.test(context.req.path) || !isPage) return await next();
    if (files !== null && files.files.has(context.req.path.slice(1))) {
      return sendAsset(context, files);
    }
    return files === null ? sayNotBuilt(context) : sendPage(context, files.page);
  });
}

function sendAsset(context: Context, files: ConsoleFiles | null): Response {
  const name = context.req.path.slice(1);
  const file = files?.files.get(name);
  if (file === undefined) return problem(context, 'not-found', { thing: 'page', id: name });
  const isPacked =
    file.packed !== null && /\bbr\b/.test(context.req.header('accept-encoding') ?? '');
  const bytes = isPacked && file.packed !== null ? file.packed : file.bytes;
  const isHashed = name.startsWith('assets/');
  return context.body(Uint8Array.from(bytes).buffer, 200, {
    'content-type': file.mediaType,
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(isPacked && { 'content-encoding': 'br' }),
  });
}

/**
 * The page with a nonce of its own: antd writes its styles while it runs, and only what carries
 * the nonce is taken. Scripts come from our files alone.
 */
function sendPage(context: Context, page: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return context.body(page.replaceAll(NONCE_MARK, nonce), 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy(nonce),
  });
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function sayNotBuilt(context: Context): Response {
  const language = languageOf(context);
  const title = language === 'zh' ? '巡网' : 'Xunwang';
  const page =
    `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${title}</title>` +
    `<main><h1>${title}</h1><p>${notBuilt[language]}</p></main></html>`;
  return context.body(page, 503, { 'content-type': 'text/html; charset=utf-8' });
}
