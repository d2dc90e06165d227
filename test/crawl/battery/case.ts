import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import type { FindingReason } from '#domain/finding.ts';
import type { DeadOutcome } from '#inspect/judge-visit.ts';

/** One request as it came. */
export interface Asked {
  method: string;
  path: string;
  /** `HTTP/1.0` or `HTTP/1.1`. */
  version: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** How often this path was asked for, this time included. */
  times: number;
  /** `http://127.0.0.1:port` of the site. */
  origin: string;
}

/** Answers a request by hand, on the bare connection. */
export type Serve = (asked: Asked, socket: Socket) => void;

/** What is the truth about the link. */
export type Expected = 'alive' | `dead ${DeadOutcome}` | `unmeasured ${FindingReason}`;

/** One link of a small site, how it is answered, and what must come of it. */
export interface Case {
  name: string;
  expected: Expected;
  /** Address as written in the homepage; `ORIGIN` and `SECURE` stand for the case's servers. */
  link?: string;
  /** What the link says. */
  text?: string;
  /** Markup that stands beside the link. */
  beside?: string;
  /** Answers everything the site itself does not have. */
  serve?: Serve;
  /** Answers the address that cannot exist; 404 when left out. */
  missing?: Serve;
  /** The homepage where a plain one will not do; its link must be in it. */
  homepage?: Serve;
  /** The link leads to another site, which answers by `serve`. */
  isElsewhere?: boolean;
  /** A second server that speaks TLS, answering by `serve`. */
  secure?: TlsOptions;
}

/** The path that most links lead to. */
export const TARGET = '/news/t1.html';

/** A page in UTF-8. */
export function page(title: string, body: string, head = ''): string {
  const meta = `<meta charset="utf-8">${head}<title>${title}</title>`;
  return `<!doctype html><html><head>${meta}</head><body>${body}</body></html>`;
}

/** A page that is plainly there. */
export const ARTICLE = page(
  '关于开展消防演练的通知',
  `<h1>关于开展消防演练的通知</h1><p>发布时间：2019-05-20</p>${'<p>各科室：为提高应急处置能力，定于本周五下午开展消防演练，请准时参加。</p>'.repeat(12)}`,
);

/** A whole answer with its length. */
export function answer(
  status: number,
  body: string | Buffer = '',
  headers: Record<string, string> = {},
): Buffer {
  const bytes = Buffer.from(body as string);
  const fields = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(bytes.length),
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} Status`, ...lines].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes]);
}

/** Serves one and the same answer. */
export function send(
  status: number,
  body: string | Buffer = '',
  headers: Record<string, string> = {},
): Serve {
  return (_asked, socket) => socket.write(answer(status, body, headers));
}

/** Serves these very bytes, then closes. */
export function raw(...parts: (string | Buffer)[]): Serve {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  return (_asked, socket) => socket.end(bytes);
}

/** Redirects as told by path; null: the page itself. */
export function lead(next: (asked: Asked) => string | null, status = 302): Serve {
  return (asked, socket) => {
    const location = next(asked);
    socket.write(
      location === null ? answer(200, ARTICLE) : answer(status, '', { Location: location }),
    );
  };
}

/** The first `count` times one, from then on the other. */
export function atFirst(count: number, first: Serve, then: Serve): Serve {
  return (asked, socket) => (asked.times <= count ? first : then)(asked, socket);
}

/** What a server does that takes robots for what they are, and everybody else for a reader. */
export function toRobots(refuse: Serve): Serve {
  return (asked, socket) =>
    (/xunwang|bot|spider|crawl/i.test(asked.headers['user-agent'] ?? '') ? refuse : there)(
      asked,
      socket,
    );
}

export const there: Serve = send(200, ARTICLE);
export const gone: Serve = send(404, page('404', '<h1>404 Not Found</h1>'));
