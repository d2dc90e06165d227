import { answer, ARTICLE, type Case, lead, page, send, TARGET, there } from './case.ts';

const says = (words: string) => page('提示信息', `<div class="tip"><p>${words}</p></div>`);
const picture = page('提示', '<img src="/404.png" alt="">');
const menus = `<ul>${['首页', '政务公开', '办事服务', '互动交流'].map((name) => `<li><a href="/">${name}</a></li>`).join('')}</ul>`;
/** What a site of one template says to every address it does not have: the time differs. */
const template = (when: number) =>
  page('某局', `${menus}<p>欢迎访问某局网站 ${when}</p>`, `<meta name="t" content="${when}">`);
const shell =
  '<!doctype html><html><head><title>某局</title></head><body><div id="app"></div>' +
  '<script src="/js/app.4f3a.js"></script></body></html>';
const refresh = (to: string, words = '') =>
  page('跳转', words, `<meta http-equiv="refresh" content="0;url=${to}">`);
const script = (code: string) => `<html><head><script>${code}</script></head><body></body></html>`;

/** Addresses that do not exist although the server answers 200, and some that do. */
export const softCases: Case[] = [
  ...['您访问的页面不存在', '对不起，您要查看的文章已被删除', '404错误，找不到网页'].map(
    (words): Case => ({
      name: `a page that says ${words}`,
      serve: send(200, says(words)),
      expected: 'dead soft-404',
    }),
  ),
  {
    name: 'a page with menus that says 页面不存在',
    serve: send(200, page('某局', `${menus}<p>抱歉，页面不存在或已删除。</p>${menus}`)),
    expected: 'dead soft-404',
  },
  {
    name: 'an article that speaks of pages that do not exist',
    serve: send(
      200,
      page(
        '关于清理网站死链的通知',
        `<h1>关于清理网站死链的通知</h1><p>发布时间：2019-05-20</p>${'<p>近期检查发现部分网站点击后提示页面不存在，请各单位对照清单逐项整改，并于月底前书面报告整改情况。</p>'.repeat(20)}`,
      ),
    ),
    expected: 'alive',
  },
  {
    name: 'the very answer that the site gives to an address that cannot exist',
    serve: send(200, picture),
    missing: send(200, picture),
    expected: 'dead soft-404',
  },
  {
    name: 'the same answer but for the time it tells',
    serve: (asked, socket) => socket.write(answer(200, template(1000 + asked.times))),
    missing: (asked, socket) => socket.write(answer(200, template(2000 + asked.times))),
    expected: 'dead soft-404',
  },
  {
    name: 'a site built by script that gives all addresses one shell',
    serve: send(200, shell),
    missing: send(200, shell),
    expected: 'unmeasured needs-rendering',
  },
  {
    name: 'an article of a site whose pages look much alike',
    serve: there,
    missing: send(200, template(1)),
    expected: 'alive',
  },
  {
    name: 'a redirect to a page that says so',
    serve: (asked, socket) =>
      (asked.path === '/error/index.html'
        ? send(200, says('页面不存在'))
        : lead(() => '/error/index.html'))(asked, socket),
    expected: 'dead soft-404',
  },
  {
    name: 'a redirect to /404.html that shows a picture only',
    serve: (asked, socket) =>
      (asked.path === '/404.html' ? send(200, picture) : lead(() => '/404.html'))(asked, socket),
    expected: 'dead soft-404',
  },
  {
    name: 'a redirect to where addresses that cannot exist are led too',
    serve: (asked, socket) =>
      (asked.path === '/tip.html'
        ? send(200, `${picture}${asked.times}`)
        : lead(() => '/tip.html'))(asked, socket),
    missing: lead(() => '/tip.html'),
    expected: 'dead soft-404',
  },
  {
    name: 'a meta refresh to the homepage',
    serve: send(200, refresh('/')),
    expected: 'dead redirect-home',
  },
  {
    name: 'a meta refresh to the homepage in other words',
    serve: send(200, page('', '', '<META content="1; URL=\'../index.html\'" HTTP-EQUIV=Refresh>')),
    expected: 'dead redirect-home',
  },
  {
    name: 'a meta refresh to another page of the site',
    serve: (asked, socket) =>
      (asked.path === TARGET ? send(200, refresh('t2.html')) : there)(asked, socket),
    expected: 'alive',
  },
  {
    name: 'a meta refresh to a page that is gone',
    serve: (asked, socket) =>
      (asked.path === TARGET ? send(200, refresh('t2.html')) : send(404))(asked, socket),
    expected: 'dead not-found',
  },
  {
    name: 'a meta refresh to /404.html',
    serve: (asked, socket) =>
      (asked.path === TARGET ? send(200, refresh('/404.html')) : send(200, picture))(asked, socket),
    expected: 'dead soft-404',
  },
  {
    name: 'a refresh for browsers without scripts only',
    serve: send(
      200,
      shell.replace(
        '<title>',
        '<noscript><meta http-equiv=refresh content="0;url=/"></noscript><title>',
      ),
    ),
    expected: 'alive',
  },
  {
    name: 'a meta refresh in a circle',
    serve: (asked, socket) =>
      socket.write(answer(200, refresh(asked.path === TARGET ? 't2.html' : 't1.html'))),
    expected: 'dead redirect-loop',
  },
  {
    name: 'a page that loads itself again every five minutes',
    serve: send(
      200,
      ARTICLE.replace('<title>', '<meta http-equiv="refresh" content="300"><title>'),
    ),
    expected: 'alive',
  },
  {
    name: 'a whole article that goes home when it was read',
    serve: send(
      200,
      ARTICLE.replace('<title>', '<meta http-equiv="refresh" content="600;url=/"><title>'),
    ),
    expected: 'alive',
  },
  {
    name: 'a script that goes home',
    serve: send(200, script('location.href="/";')),
    expected: 'dead redirect-home',
  },
  {
    name: 'a script that replaces itself by the homepage file',
    serve: send(200, script("window.location.replace('/index.html')")),
    expected: 'dead redirect-home',
  },
  {
    name: 'a script that says so and goes back',
    serve: send(200, script("alert('该信息不存在或已被删除！');history.go(-1);")),
    expected: 'dead soft-404',
  },
  {
    name: 'a script that leads to another page of the site',
    serve: (asked, socket) =>
      (asked.path === TARGET ? send(200, script('self.location="/news/t2.html"')) : there)(
        asked,
        socket,
      ),
    expected: 'alive',
  },
  {
    name: 'an article whose script knows the homepage',
    serve: send(200, `${ARTICLE}<script>function home(){location.href="/"}</script>`),
    expected: 'alive',
  },
];
