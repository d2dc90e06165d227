import { answer, ARTICLE, type Case, gone, page, send, type Serve, TARGET, there } from './case.ts';

/** There for one path only, as it must stand in the request line. */
const only =
  (path: string): Serve =>
  (asked, socket) =>
    (asked.path === path ? there : gone)(asked, socket);
const homeWith =
  (links: string, head = ''): Serve =>
  (_asked, socket) =>
    socket.write(
      answer(200, page('某局', `<p>${'本局负责全市样例工作。'.repeat(8)}</p>${links}`, head)),
    );
const entrance = send(200, '<meta http-equiv="refresh" content="0; url=/web/index.html">');
const inner = homeWith('<a href="/gone.html">某通知</a><a href="/">首页</a>');
const gbkHome: Serve = (_asked, socket) => {
  const link = Buffer.from('<a href="/s?q=\xb9\xab\xb8\xe6">\xb9\xab\xb8\xe6</a>', 'latin1');
  const body = Buffer.concat([Buffer.from('<html><head><meta charset=gbk></head><body>'), link]);
  socket.write(answer(200, body, { 'Content-Type': 'text/html' }));
};

/** How links are written: by the rules that browsers follow. */
export const linkCases: Case[] = [
  {
    name: 'a fragment is no part of the address',
    link: `${TARGET}#part`,
    serve: only(TARGET),
    expected: 'alive',
  },
  {
    name: 'a fragment that no element has: the page is there',
    link: `${TARGET}#nowhere`,
    serve: there,
    expected: 'alive',
  },
  {
    name: 'a link on the page that an entrance leads to by meta refresh',
    link: '/gone.html',
    homepage: entrance,
    serve: (asked, socket) => (asked.path === '/web/index.html' ? inner : gone)(asked, socket),
    expected: 'dead not-found',
  },
  {
    name: 'spaces in the path',
    link: '/news/a b.html',
    serve: only('/news/a%20b.html'),
    expected: 'alive',
  },
  {
    name: 'spaces and line breaks around it',
    link: '\n  /news/t1.html \t',
    serve: only(TARGET),
    expected: 'alive',
  },
  {
    name: 'a line break within it',
    link: '/news/\nt1.html',
    serve: only(TARGET),
    expected: 'alive',
  },
  {
    name: 'Chinese in the path',
    link: '/公告/一.html',
    serve: only('/%E5%85%AC%E5%91%8A/%E4%B8%80.html'),
    expected: 'alive',
  },
  {
    name: 'Chinese in the query of a page in GBK',
    link: '/s?q=%B9%AB%B8%E6',
    homepage: gbkHome,
    serve: only('/s?q=%B9%AB%B8%E6'),
    expected: 'alive',
  },
  { name: 'backslashes', link: '\\news\\t1.html', serve: only(TARGET), expected: 'alive' },
  {
    name: 'an escape that is none',
    link: '/news/100%.html',
    serve: only('/news/100%.html'),
    expected: 'alive',
  },
  {
    name: 'entities in the address',
    link: '/s?a=1&amp;b=2',
    serve: only('/s?a=1&b=2'),
    homepage: homeWith('<a href="/s?a=1&amp;b=2">某通知</a>'),
    expected: 'alive',
  },
  {
    name: 'dots that climb above the root',
    link: '/a/../../../news/t1.html',
    serve: only(TARGET),
    expected: 'alive',
  },
  {
    name: 'a scheme in capitals',
    link: 'HTTP://127.0.0.1:PORT/news/t1.html',
    serve: only(TARGET),
    expected: 'alive',
  },
  {
    name: 'an address without a scheme',
    link: '//127.0.0.1:PORT/news/t1.html',
    serve: only(TARGET),
    expected: 'alive',
  },
  {
    name: 'a base that moves it',
    link: '/deep/t9.html',
    homepage: homeWith('<a href="t9.html">某通知</a>', '<base href="/deep/">'),
    serve: only('/deep/t9.html'),
    expected: 'alive',
  },
  {
    name: 'a session id in the path',
    link: '/news/t1.html;jsessionid=0A1B2C',
    serve: there,
    expected: 'alive',
  },
  {
    name: 'a session id that is another each time, of a page that is gone',
    link: '/x.do?id=1&jsessionid=77AA',
    serve: gone,
    expected: 'dead not-found',
  },
  {
    name: 'an image that is gone',
    link: '/p.png',
    homepage: homeWith('<img src="/p.png" alt="图">'),
    serve: gone,
    expected: 'dead not-found',
  },
  {
    name: 'a frame that is gone',
    link: '/f.html',
    homepage: homeWith('<iframe src="/f.html"></iframe>'),
    serve: gone,
    expected: 'dead not-found',
  },
  {
    name: 'an area of a map that is gone',
    link: '/m.html',
    homepage: homeWith('<map name="m"><area href="/m.html" shape="rect" coords="0,0,1,1"></map>'),
    serve: gone,
    expected: 'dead not-found',
  },
  {
    name: 'a form action is no link',
    link: '/submit',
    homepage: homeWith('<form action="/submit"><input name="q"></form>'),
    serve: gone,
    expected: 'alive',
  },
  {
    name: 'a link in a comment is none',
    link: '/c.html',
    homepage: homeWith('<!-- <a href="/c.html">旧</a> -->'),
    serve: gone,
    expected: 'alive',
  },
  {
    name: 'a link in a script is none',
    link: '/j.html',
    homepage: homeWith('<script>var a = \'<a href="/j.html">x</a>\';</script>'),
    serve: gone,
    expected: 'alive',
  },
  {
    name: 'a link in a template is none',
    link: '/t.html',
    homepage: homeWith('<template><a href="/t.html">x</a></template>'),
    serve: gone,
    expected: 'alive',
  },
  {
    name: 'a malformed tag before it',
    link: '/gone.html',
    homepage: homeWith('<div <p class=><a title="a>b" href=/gone.html>某通知</a>'),
    serve: gone,
    expected: 'dead not-found',
  },
  {
    name: 'an address without quotes, and one with the wrong ones',
    link: '/gone.html',
    homepage: homeWith("<a href=/gone.html target=_blank>某通知</a><a href='/gone.html\"'>x</a>"),
    serve: (asked, socket) => (asked.path === '/gone.html' ? gone : there)(asked, socket),
    expected: 'dead not-found',
  },
  {
    name: 'javascript, mail and telephone are no addresses',
    link: '/never',
    homepage: homeWith(
      '<a href="javascript:;">a</a><a href="mailto:a@b.cn">b</a><a href="tel:12345">c</a><a href="#">d</a><a href="">e</a>',
    ),
    serve: gone,
    expected: 'alive',
  },
  {
    name: 'an address that is none',
    link: '/never',
    homepage: homeWith(
      '<a href="http://">a</a><a href="http://[::1">b</a><a href="http:///">c</a>',
    ),
    serve: gone,
    expected: 'alive',
  },
  {
    name: 'a page in another case',
    link: '/NEWS/T1.HTML',
    serve: only('/NEWS/T1.HTML'),
    expected: 'alive',
  },
  {
    name: 'a file behind a link',
    link: '/files/a.doc',
    serve: (_asked, socket) =>
      socket.write(answer(200, Buffer.alloc(300_000, 1), { 'Content-Type': 'application/msword' })),
    expected: 'alive',
  },
  {
    name: 'a page shown as a file to be saved',
    link: '/files/list.html',
    serve: (_asked, socket) =>
      socket.write(answer(200, ARTICLE, { 'Content-Disposition': 'attachment' })),
    expected: 'alive',
  },
];
