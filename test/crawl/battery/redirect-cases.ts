import {
  answer,
  ARTICLE,
  type Case,
  gone,
  lead,
  page,
  raw,
  send,
  type Serve,
  TARGET,
  there,
} from './case.ts';

/** Redirects from one number to the next, until there is the page. */
const chain = (length: number): Case['serve'] =>
  lead(({ path }) => {
    const step = path === TARGET ? 0 : Number(path.slice(2));
    return step === length ? null : `/r${step + 1}`;
  });

const located = (location: Buffer | string) =>
  Buffer.concat([
    Buffer.from('HTTP/1.1 302 Found\r\nLocation: '),
    Buffer.from(location as string),
    Buffer.from('\r\nContent-Length: 0\r\n\r\n'),
  ]);

const signIn = page('统一身份认证', '<form><input name=u><input name=p type=password></form>');

/** The homepage gives cookies, with a comma in a date, and shows the link. */
const withCookies: Serve = (_asked, socket) => {
  const link = page(
    '某局',
    `<p>${'本局负责全市样例工作。'.repeat(8)}</p><a href="${TARGET}">通知</a>`,
  );
  const head = [
    'HTTP/1.1 200 OK',
    'Content-Type: text/html; charset=utf-8',
    'Set-Cookie: a=b; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Path=/',
    'Set-Cookie: seen=1; Path=/; HttpOnly',
  ].join('\r\n');
  socket.end(`${head}\r\n\r\n${link}`);
};

/** Redirects, and where they end. */
export const redirectCases: Case[] = [
  {
    name: 'a redirect of an inner page to the homepage',
    serve: lead(() => '/'),
    expected: 'dead redirect-home',
  },
  {
    name: 'the same by 301 to the homepage file',
    serve: (asked, socket) =>
      (asked.path === '/index.html' ? there : lead(() => '/index.html', 301))(asked, socket),
    expected: 'dead redirect-home',
  },
  {
    name: 'a link that says 首页 and ends there',
    text: '返回首页',
    serve: lead(() => '/'),
    expected: 'alive',
  },
  {
    name: 'a link to the homepage file that ends there',
    link: '/index.jsp',
    serve: lead(() => '/'),
    expected: 'alive',
  },
  {
    name: 'a link to the homepage for telephones that ends there',
    text: '手机版',
    link: '/wap/',
    serve: lead(() => '/'),
    expected: 'alive',
  },
  {
    name: 'a redirect to the homepage of whoever has not its cookie, as every reader has',
    homepage: withCookies,
    serve: (asked, socket) => {
      const isKnown = /seen=1/.test(asked.headers.cookie ?? '');
      (isKnown ? there : lead(() => '/'))(asked, socket);
    },
    expected: 'alive',
  },
  {
    name: 'a redirect to the sign-in, where all addresses are led that cannot exist',
    serve: (asked, socket) => {
      const isThere = asked.path.startsWith('/sso/login');
      (isThere ? send(200, signIn) : lead(({ path }) => `/sso/login?to=${path}`))(asked, socket);
    },
    missing: lead(({ path }) => `/sso/login?to=${path}`),
    expected: 'unmeasured blocked',
  },
  {
    name: 'a redirect to another inner page',
    serve: lead(({ path }) => (path === TARGET ? '/news/t2.html' : null), 301),
    expected: 'alive',
  },
  {
    name: 'a redirect to a page that is gone',
    serve: (asked, socket) => (asked.path === TARGET ? lead(() => '/gone') : gone)(asked, socket),
    expected: 'dead not-found',
  },
  {
    name: 'a loop',
    serve: lead(({ path }) => (path === TARGET ? '/b' : TARGET)),
    expected: 'dead redirect-loop',
  },
  { name: 'a loop to itself', serve: lead(() => TARGET), expected: 'dead redirect-loop' },
  {
    name: 'a loop that a cookie ends',
    serve: (asked, socket) => {
      if (asked.headers.cookie?.includes('seen=1')) return there(asked, socket);
      return socket.write(answer(302, '', { Location: TARGET, 'Set-Cookie': 'seen=1; Path=/' }));
    },
    expected: 'alive',
  },
  {
    name: 'a loop that no cookie ends',
    serve: send(302, '', { Location: TARGET, 'Set-Cookie': 'seen=1; Path=/' }),
    expected: 'dead redirect-loop',
  },
  {
    name: 'a loop whose cookie is another each time',
    serve: (asked, socket) =>
      socket.write(answer(302, '', { Location: TARGET, 'Set-Cookie': `n=${asked.times}` })),
    expected: 'dead redirect-loop',
  },
  { name: 'five redirects', serve: chain(5), expected: 'alive' },
  { name: 'fifteen redirects, which browsers follow', serve: chain(15), expected: 'alive' },
  { name: 'ten thousand redirects', serve: chain(10_000), expected: 'dead redirect-loop' },
  {
    name: 'a relative Location',
    serve: lead(({ path }) => (path === TARGET ? 't2.html?a=1' : null)),
    expected: 'alive',
  },
  {
    name: 'a Location without a scheme',
    serve: (asked, socket) =>
      (asked.path === TARGET ? lead(() => `//${new URL(asked.origin).host}/b`) : there)(
        asked,
        socket,
      ),
    expected: 'alive',
  },
  {
    name: 'a Location with spaces and a fragment',
    serve: lead(({ path }) => (path === TARGET ? '/a b.html#top' : null)),
    expected: 'alive',
  },
  {
    name: 'a Location in raw UTF-8',
    serve: (asked, socket) => {
      if (asked.path === TARGET) socket.write(located('/公告.html'));
      else (asked.path === '/%E5%85%AC%E5%91%8A.html' ? there : gone)(asked, socket);
    },
    expected: 'alive',
  },
  {
    name: 'a Location in raw GBK',
    serve: (asked, socket) => {
      if (asked.path === TARGET)
        socket.write(located(Buffer.from('/\xb9\xab\xb8\xe6.html', 'latin1')));
      else (asked.path === '/%B9%AB%B8%E6.html' ? there : gone)(asked, socket);
    },
    expected: 'alive',
  },
  {
    name: 'a redirect without a Location, whose body a reader sees',
    serve: send(302, ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a redirect to an empty Location: the page itself, for ever',
    serve: send(302, '', { Location: '' }),
    expected: 'dead redirect-loop',
  },
  {
    name: 'a redirect to an app',
    serve: lead(() => 'weixin://dl/business/?t=1'),
    expected: 'unmeasured unreachable',
  },
  {
    name: 'a redirect by 308',
    serve: lead(({ path }) => (path === TARGET ? '/b' : null), 308),
    expected: 'alive',
  },
  {
    name: 'a redirect by 300, whose body a reader sees',
    serve: send(300, ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a redirect whose own body never ends',
    serve: (asked, socket) =>
      asked.path === TARGET
        ? socket.write(`HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\nmoved`)
        : there(asked, socket),
    expected: 'alive',
  },
  {
    name: 'a redirect to a refused port',
    serve: lead(() => 'http://127.0.0.1:1/'),
    expected: 'dead refused',
  },
  {
    name: 'a redirect to an address of the inner network',
    serve: lead(() => 'http://10.0.0.1/'),
    expected: 'unmeasured forbidden-address',
  },
  {
    name: 'bare line feeds around a Location',
    serve: (asked, socket) =>
      (asked.path === TARGET ? raw('HTTP/1.0 302 Found\nLocation: /b\n\n') : there)(asked, socket),
    expected: 'alive',
  },
];
