import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemResolve } from '#crawl/net-connect.ts';
import { answer, page } from './battery/case.ts';
import { type Battery, deadLinksOf, openBattery } from './battery/open-battery.ts';
import { serveSmallSite } from './battery/small-site.ts';

// The shapes of the fixtures by which linkinator and lychee test themselves, as far as they concern
// what a reader follows or must load, imitated: the sets of dead links must come out.

interface Shape {
  name: string;
  head?: string;
  body: string;
  /** Further pages of the site, by path. */
  pages?: Record<string, string>;
  /** Paths that are dead. */
  dead: string[];
}

const a = (href: string) => `<a href="${href}">${href}</a> `;

/** What is named `ok` is there, all else is not, unless `pages` has it. */
const shapes: Shape[] = [
  { name: 'plain links', body: a('/ok') + a('/broken'), dead: ['/broken'] },
  {
    name: 'a base that is absolute',
    head: '<base href="ORIGIN/other/">',
    body: a('ok') + a('bad'),
    dead: ['/other/bad'],
  },
  {
    name: 'a base that is a folder',
    head: '<base href="folder/">',
    body: a('ok') + a('bad') + a('/bad'),
    dead: ['/bad', '/folder/bad'],
  },
  {
    name: 'a base with a dot',
    head: '<base href="./folder/">',
    body: a('./ok') + a('./bad'),
    dead: ['/folder/bad'],
  },
  {
    name: 'a base that is a page',
    head: '<base href="folder/page.html">',
    body: a('ok') + a('bad'),
    dead: ['/folder/bad'],
  },
  {
    name: 'a base from the root',
    head: '<base href="/folder/">',
    body: a('ok') + a('../bad'),
    dead: ['/bad'],
  },
  { name: 'an empty base', head: '<base href="">', body: a('ok') + a('bad'), dead: ['/bad'] },
  {
    name: 'addresses that are none',
    body: a('//////') + a('https://a]b/two') + a('https://[') + a('http://:80/') + a('/ok'),
    dead: [],
  },
  {
    name: 'a semicolon for a colon: a path like any other',
    body: a('https;//127.0.0.1/one'),
    dead: ['/https;//127.0.0.1/one'],
  },
  {
    name: 'other protocols',
    body:
      a('irc://127.0.0.1/%23x') +
      a('mailto:a@b.cn?subject=x') +
      a('tel:010') +
      a('data:,Hello') +
      a('file:///etc') +
      a('blob:x') +
      a('slack://x'),
    dead: [],
  },
  {
    name: 'pictures',
    body: '<img src="/ok.png"><img src="/bad.png"><img src="data:image/png;base64,AAAA"><img>',
    dead: ['/bad.png'],
  },
  {
    name: 'frames',
    body: '<iframe src="/ok"></iframe><iframe src="/bad"></iframe><iframe></iframe>',
    dead: ['/bad'],
  },
  {
    name: 'what only machines load',
    head: '<link rel="prefetch" href="/bad1"><link rel="preconnect" href="/bad2"><link rel="stylesheet" href="/bad.css">',
    body: '<script src="/bad.js"></script><blockquote cite="/bad3">x</blockquote><q cite="/bad4">x</q><video src="/bad5"></video>',
    dead: [],
  },
  {
    name: 'structured data',
    head: '<script type="application/ld+json">{"url":"/bad1","image":"/bad2"}</script>',
    body: a('/ok'),
    dead: [],
  },
  {
    name: 'addresses in words',
    body: '<p>http://127.0.0.1:1/p</p><pre>http://127.0.0.1:1/x</pre><code>/bad</code>',
    dead: [],
  },
  {
    name: 'links in preformatted words',
    body: `<pre>${a('/bad')}</pre><code>${a('/bad2')}</code>`,
    dead: ['/bad', '/bad2'],
  },
  {
    name: 'rel values and targets',
    body: '<a rel="nofollow noopener" target="_blank" href="/bad">x</a><a rel="tag" href=/ok>y</a>',
    dead: ['/bad'],
  },
  {
    name: 'fragments',
    body: a('#') + a('#top') + a('/ok#a') + a('/ok#b') + a('/bad#a') + a('/bad#b') + a('?ok'),
    dead: ['/bad'],
  },
  {
    name: 'the same link twice',
    body: a('/bad') + a('/bad') + a('./bad') + a('/x/../bad'),
    dead: ['/bad'],
  },
  {
    name: 'nested pages, two deep',
    body: a('/doll1/'),
    pages: { '/doll1/': a('../doll2/'), '/doll2/': a('bad') },
    dead: ['/doll2/bad'],
  },
  {
    name: 'pages that link to each other',
    body: a('/p1.html'),
    pages: { '/p1.html': a('/p2.html') + a('/bad1'), '/p2.html': a('/p1.html') + a('/bad2') },
    dead: ['/bad1', '/bad2'],
  },
  { name: 'links of a page that is missing do not count', body: a('/missing'), dead: ['/missing'] },
  {
    name: 'a minified page without quotes and ends',
    body: '<ul><li><a href=/ok>x<li><a href=/bad>y</ul>',
    dead: ['/bad'],
  },
  {
    name: 'tags and attributes in capitals',
    body: '<A HREF="/bad">X</A><IMG SRC=/bad.gif>',
    dead: ['/bad', '/bad.gif'],
  },
  { name: 'a second href on one tag', body: '<a href="/ok" href="/bad">x</a>', dead: [] },
  {
    name: 'an anchor without an address',
    body: '<a name="x">x</a><a href>y</a><a href="">z</a>',
    dead: [],
  },
  {
    name: 'entities',
    body: '<a href="/b&#97;d?a=1&amp;b=2">x</a><a href="&#x2F;ok">y</a>',
    dead: ['/bad?a=1&b=2'],
  },
  { name: 'encoded and raw names are one', body: a('/b%20d') + a('/b d'), dead: ['/b%20d'] },
  { name: 'spaces around', body: a(' /ok ') + a('\n/bad\n'), dead: ['/bad'] },
  {
    name: 'links in a table, a form, a noscript, a details',
    body: `<table><tr><td>${a('/bad1')}</table><form>${a('/bad2')}</form><details>${a('/bad3')}</details>`,
    dead: ['/bad1', '/bad2', '/bad3'],
  },
];

let battery: Battery;
before(async () => {
  battery = await openBattery(systemResolve);
});
after(() => battery.close());

for (const [index, shape] of shapes.entries()) {
  test(shape.name, async () => {
    const words = `<p>${'本局负责全市样例工作。'.repeat(8)}</p>`;
    const site = await serveSmallSite({
      name: shape.name,
      expected: 'alive',
      homepage: ({ origin }, socket) => {
        const head = (shape.head ?? '').replace('ORIGIN', origin);
        socket.write(answer(200, page('某局', words + shape.body, head)));
      },
      serve: ({ path }, socket) => {
        const inner = shape.pages?.[path];
        const isThere = inner !== undefined || /\bok\b/.test(path);
        const links = inner ?? a('/never');
        const said = isThere ? `说明${path}` : '404';
        socket.write(
          answer(isThere ? 200 : 404, page(said, words + (isThere && !inner ? '' : links))),
        );
      },
    });
    try {
      const { homepage } = site;
      const found = deadLinksOf(await battery.inspect(homepage, `shape-${index}`));
      const expected = shape.dead.map((path) => [new URL(path, homepage).href, 'dead not-found']);
      assert.deepEqual(found.toSorted(), expected.toSorted());
    } finally {
      await site.close();
    }
  });
}
