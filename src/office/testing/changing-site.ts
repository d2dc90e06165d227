import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small site on a loopback address whose faults come and go as a test wants. */
export interface ChangingSite {
  homepage: string;
  /** Paths that are dead from now on; every other known path answers. */
  setDead(paths: readonly string[]): void;
  /** Day of the newest entry of the homepage and of its one channel. */
  setNewest(day: string): void;
  /** From now on nothing answers in time. */
  setDown(isDown: boolean): void;
  close(): Promise<void>;
}

const ENTRIES = 12;

/** Serves it: a homepage with twelve entries, a news channel, and links to `/a` and `/b`. */
export async function serveChangingSite(): Promise<ChangingSite> {
  let dead: readonly string[] = [];
  let newest = '2019-05-27';
  let isDown = false;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (isDown) return void request.socket.destroy();
    const body = dead.includes(path) ? null : pageAt(path, newest);
    response.writeHead(body === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body ?? '<html><head><title>404</title></head><body>404</body></html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    homepage: `http://127.0.0.1:${port}/`,
    setDead: (paths) => {
      dead = paths;
    },
    setNewest: (day) => {
      newest = day;
    },
    setDown: (down) => {
      isDown = down;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pageAt(path: string, newest: string): string | null {
  if (path === '/')
    return shell('首页', `${rows(newest)}<a href="/a">办事</a><a href="/b">下载</a>`);
  if (path === '/dt/') return shell('工作动态', rows(newest));
  if (/^\/(?:a|b|dt\/\d+\.html)$/.test(path)) {
    return shell('关于开展工作的消息', `<p>发布时间：${newest}</p><p>${'内容'.repeat(200)}</p>`);
  }
  return null;
}

function rows(newest: string): string {
  const items = Array.from(
    { length: ENTRIES },
    (_, index) =>
      `<li><a href="/dt/${index}.html">关于开展第${index + 1}项工作的消息</a><span>${newest}</span></li>`,
  );
  return `<h2><a href="/dt/">工作动态</a></h2><ul>${items.join('')}</ul>`;
}

function shell(title: string, body: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}-某局</title></head>
<body><div><a href="/">首页</a><a href="/dt/">工作动态</a></div><h1>${title}</h1>${body}</body></html>`;
}
