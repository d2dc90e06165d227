import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { answer, ARTICLE, type Case, gone, lead, page, send, type Serve, TARGET } from './case.ts';

/** How much of everything: little for the gate, all of it for `npm run check:hostile`. */
export interface Scale {
  /** What a small body unpacks to. */
  bombBytes: number;
  /** Headers of one answer. */
  headerBytes: number;
  /** A file behind a link. */
  fileBytes: number;
}

/** A case that does us harm if it can, with the most that we may take of it at all looks together. */
export interface HostileCase extends Case {
  maxRequests: number;
  maxSentBytes: number;
}

const MEGABYTE = 1 << 20;
/** Of a body at most 1 MB is read in the battery; what a loopback connection swallows comes on top. */
const ONE_BODY = 8 * MEGABYTE;
/** Crawl, its second chance, one further look, and the last one in two ways. */
const VISITS = 5;

const html = 'Content-Type: text/html; charset=utf-8';

/** Writes as long as somebody listens, or until `bytes` are written. */
function flood(head: string, piece: Buffer, bytes = Number.POSITIVE_INFINITY): Serve {
  return (_asked, socket) => {
    let left = bytes;
    socket.write(head);
    const more = () => {
      while (left > 0 && socket.writable) {
        left -= piece.length;
        if (!socket.write(piece)) return;
      }
      if (left <= 0) socket.end();
    };
    socket.on('drain', more);
    more();
  };
}

function drip(head: string, piece: string, everyMs: number): Serve {
  return (_asked, socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.writable && socket.write(piece), everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

const forPages = (make: (asked: { path: string; times: number }) => string): Serve => {
  return (asked, socket) => socket.write(answer(200, page('日程', make(asked))));
};

const a = (href: string) => `<a href="${href}">${href}</a> `;

/** The adversaries, each behind one link of a site whose other link is simply dead. */
export function hostileCases({ bombBytes, headerBytes, fileBytes }: Scale): HostileCase[] {
  const plain = Buffer.alloc(bombBytes, '全是废话');
  const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
  const gz = gzipSync(plain);
  const bombs: Record<string, Buffer> = {
    gzip: gz,
    br: brotliCompressSync(plain, fast),
    zstd: zstdCompressSync(plain),
    'gzip, gzip, gzip': gzipSync(gzipSync(gz)),
    'gzip, br': brotliCompressSync(gz, fast),
    [Array.from({ length: 50 }, () => 'gzip').join(',')]: gz,
  };
  const piece = Buffer.alloc(64 * 1024, 'x');
  const ok = 'HTTP/1.1 200 OK\r\n';
  const few = { maxRequests: VISITS, maxSentBytes: VISITS * ONE_BODY };
  const readable = { expected: 'alive' as const, ...few };
  return [
    ...Object.entries(bombs).map(
      ([coding, body]): HostileCase => ({
        name: `a bomb in ${coding.slice(0, 20)}`,
        serve: send(200, body, { 'Content-Encoding': coding }),
        ...readable,
      }),
    ),
    {
      name: 'a page of nothing but paragraphs',
      serve: flood(`${ok}${html}\r\n\r\n`, Buffer.from('<p>0</p>'.repeat(8000))),
      ...readable,
    },
    { name: 'an endless body', serve: flood(`${ok}${html}\r\n\r\n`, piece), ...readable },
    {
      name: 'an endless body in chunks',
      serve: flood(
        `${ok}${html}\r\nTransfer-Encoding: chunked\r\n\r\n`,
        Buffer.from(`8000\r\n${'x'.repeat(0x8000)}\r\n`),
      ),
      ...readable,
    },
    {
      name: 'an endless body in chunks of one byte',
      serve: flood(
        `${ok}${html}\r\nTransfer-Encoding: chunked\r\n\r\n`,
        Buffer.from('1\r\nx\r\n'.repeat(5000)),
      ),
      expected: 'alive',
      maxRequests: VISITS,
      maxSentBytes: VISITS * 2 * ONE_BODY,
    },
    {
      name: 'a file that tells its length',
      link: '/a.zip',
      serve: flood(
        `${ok}Content-Type: application/zip\r\nContent-Length: ${fileBytes}\r\n\r\n`,
        piece,
        fileBytes,
      ),
      ...readable,
    },
    {
      name: 'a file that does not',
      link: '/a.zip',
      serve: flood(`${ok}Content-Type: application/zip\r\n\r\n`, piece, fileBytes),
      ...readable,
    },
    {
      name: 'a page as large as a file',
      serve: flood(`${ok}${html}\r\nContent-Length: ${fileBytes}\r\n\r\n`, piece, fileBytes),
      ...readable,
    },
    {
      name: 'one header without end',
      serve: flood(`${ok}X-Big: `, piece, headerBytes),
      expected: 'unmeasured budget',
      maxRequests: 2,
      maxSentBytes: 2 * ONE_BODY,
    },
    {
      name: 'headers without end',
      serve: flood(ok, Buffer.from(`X-A: ${'b'.repeat(1000)}\r\n`.repeat(50)), headerBytes),
      expected: 'unmeasured budget',
      maxRequests: 2,
      maxSentBytes: 2 * ONE_BODY,
    },
    {
      name: 'a status line of 2 MB and nothing more',
      serve: drip(`HTTP/1.1 200 ${'x'.repeat(2 * MEGABYTE)}`, '', 1000),
      expected: 'dead timeout',
      ...few,
    },
    {
      name: 'answers before the answer, without end',
      serve: flood('', Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'.repeat(1000)), headerBytes),
      expected: 'unmeasured budget',
      maxRequests: 2,
      maxSentBytes: 2 * ONE_BODY,
    },
    { name: 'headers byte by byte', serve: drip(ok, 'X', 5), expected: 'dead timeout', ...few },
    { name: 'a body byte by byte', serve: drip(`${ok}${html}\r\n\r\n<p>`, 'x', 5), ...readable },
    {
      name: 'ten thousand redirects',
      serve: lead(({ path }) =>
        path === '/r10000' ? null : `/r${Number(path.replace(/\D/g, '')) + 1}`,
      ),
      expected: 'dead redirect-loop',
      maxRequests: VISITS * 21,
      maxSentBytes: MEGABYTE,
    },
    {
      name: 'redirects without end, each with a cookie',
      serve: (asked, socket) =>
        socket.write(
          answer(302, '', {
            Location: `${asked.path}x`,
            'Set-Cookie': `c${asked.times}${asked.path.length}=${'y'.repeat(4000)}`,
          }),
        ),
      expected: 'dead redirect-loop',
      maxRequests: VISITS * 42,
      maxSentBytes: 4 * MEGABYTE,
    },
    {
      name: 'redirects to longer and longer addresses',
      serve: (asked, socket) =>
        socket.write(
          answer(302, '', { Location: `${asked.path.slice(0, 8000)}${'z'.repeat(2000)}` }),
        ),
      expected: 'dead redirect-loop',
      maxRequests: VISITS * 21,
      maxSentBytes: 2 * MEGABYTE,
    },
    {
      name: 'a calendar without end',
      link: '/cal?y=2019&m=5',
      serve: forPages(({ path }) => {
        const url = new URL(path, 'http://a/');
        const [y, m] = ['y', 'm'].map((name) => Number(url.searchParams.get(name)));
        return [-12, -1, 1, 12]
          .map((step) => {
            const month = (y ?? 0) * 12 + (m ?? 0) + step;
            return a(`/cal?y=${Math.floor(month / 12)}&m=${month % 12}`);
          })
          .join('');
      }),
      expected: 'alive',
      maxRequests: 500,
      maxSentBytes: 4 * MEGABYTE,
    },
    {
      name: 'new parameters on every page',
      link: '/s?t=1',
      serve: forPages(({ path }) =>
        Array.from({ length: 30 }, (_, index) =>
          a(`/s?t=${path.length}${index}${Math.random()}`),
        ).join(''),
      ),
      expected: 'alive',
      maxRequests: 2500,
      maxSentBytes: 16 * MEGABYTE,
    },
    {
      name: 'new session ids on every page',
      link: '/x.do?jsessionid=1',
      serve: forPages(({ times }) =>
        Array.from({ length: 30 }, (_, index) =>
          a(`/x.do;jsessionid=${times}${index}?sid=${Math.random()}`),
        ).join(''),
      ),
      expected: 'alive',
      maxRequests: 4,
      maxSentBytes: MEGABYTE,
    },
    {
      name: 'folders within themselves',
      link: '/a/',
      serve: forPages(() => a('a/') + a('b/a/')),
      expected: 'alive',
      maxRequests: 60,
      maxSentBytes: MEGABYTE,
    },
    {
      name: 'meta refreshes without end',
      link: '/m1.html',
      serve: (asked, socket) =>
        socket.write(
          answer(
            200,
            `<meta http-equiv="refresh" content="0;url=/m${Number(asked.path.replace(/\D/g, '')) + 1}.html">`,
          ),
        ),
      expected: 'alive',
      maxRequests: 40,
      maxSentBytes: MEGABYTE,
    },
    {
      name: 'frames within frames',
      link: '/f1.html',
      serve: forPages(({ path }) => {
        const next = Number(path.replace(/\D/g, '')) + 1;
        return `<iframe src="/f${next}.html"></iframe><iframe src="/f${next}0.html"></iframe>`;
      }),
      expected: 'alive',
      maxRequests: 80,
      maxSentBytes: MEGABYTE,
    },
    {
      name: 'twenty thousand links on one page',
      serve: (asked, socket) =>
        socket.write(
          asked.path === TARGET
            ? answer(
                200,
                page(
                  '目录',
                  Array.from({ length: 20_000 }, (_, index) => `<a href=/${index}x>`).join(''),
                ),
              )
            : answer(200, ARTICLE),
        ),
      expected: 'alive',
      maxRequests: 2500,
      maxSentBytes: 16 * MEGABYTE,
    },
  ];
}

/** The loopback address 127.0.0.2, which the run may not visit, and other inner ones, as written. */
export const FORBIDDEN_LINKS: readonly string[] = [
  'http://127.0.0.2:PORT/',
  'http://2130706434:PORT/',
  'http://0x7f000002:PORT/',
  'http://0x7f.0.0.2:PORT/',
  'http://0177.0.0.02:PORT/',
  'http://127.2:PORT/',
  'http://127.0.2:PORT/',
  'http://127.0.0.2.:PORT/',
  'http://127%2e0%2e0%2e2:PORT/',
  'http://１２７.０.０.２:PORT/',
  'http://127。0。0。2:PORT/',
  'http://①②⑦.0.0.2:PORT/',
  'http://user:word@127.0.0.2:PORT/',
  'http://www.example.com@127.0.0.2:PORT/',
  'http:\\\\127.0.0.2:PORT\\',
  '//127.0.0.2:PORT/',
  'https://127.0.0.2:PORT/',
  'http://[::ffff:127.0.0.2]:PORT/',
  'http://[::ffff:7f00:2]:PORT/',
  'http://[0:0:0:0:0:ffff:7f00:0002]:PORT/',
  'http://[::127.0.0.2]:PORT/',
  'http://[::ffff:0:127.0.0.2]:PORT/',
  'http://[64:ff9b::127.0.0.2]:PORT/',
  'http://[2002:7f00:2::]:PORT/',
  'http://[::1]:PORT/',
  'http://[::]:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0:PORT/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://100.64.0.1/',
  'http://100.100.100.200/latest/meta-data/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fe80::1]/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[fc00::1]/',
  'http://255.255.255.255/',
  'http://224.0.0.1/',
  'http://198.18.0.1/',
  'http://named-inner.test:PORT/',
  'http://NAMED-INNER.test.:PORT/',
  'http://named-mapped.test:PORT/',
  'http://named-metadata.test/',
];

/** Leads to the address that its own path carries. */
export const leadAnywhere: Serve = (asked, socket) => {
  const to = /^\/to\?(.*)$/.exec(asked.path)?.[1];
  if (to === undefined) gone(asked, socket);
  else lead(() => decodeURIComponent(to))(asked, socket);
};
