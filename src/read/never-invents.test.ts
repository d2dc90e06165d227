import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveUrl } from '#base/url.ts';
import fc from 'fast-check';
import { decodeEntities } from './entities.ts';
import { pageAround, readFixture } from './testing/read-fixture.ts';
import { bare } from './title.ts';

// Pieces of pages, whole and broken: rows of all shapes, menus, scripts with rows, decoys.
const pieces = [
  '<ul>',
  '</ul>',
  '<table><tr><td>',
  '</td></tr></table>',
  '<div class="list">',
  '</div>',
  '<li><a href="./a1.html">关于河道清淤的通知</a><span>2019-05-01</span></li>',
  '<li><span>05-09</span><a href="/b/2.html" title="水库放水公告全文">水库放水公告…</a></li>',
  '<li><a href="../c/3.html"><i>09</i><em>2019-05</em>闸门检修&amp;停水安排</a></li>',
  '<li><a href="javascript:;">灌溉用水提醒</a> 2018年12月3日</li>',
  '<a href="/xw/">新闻中心</a><a href="/gk/">政务公开</a>',
  '<h2>通知公告</h2><a href="/more.html">更多</a>',
  '<!-- <li><a href="/none.html">不存在的一行</a>2017-01-01</li> -->',
  '<script>var rows=[{"title":"脚本里的一行","url":"/s/1.html","date":"2019-04-04"}]</script>',
  `<script>document.write('<a href="/w.html">写出来的</a>')</script>`,
  '<iframe src="/frame.html"></iframe>',
  '<img src="/p.jpg" alt="水坝">',
  '<p>发布时间：2019-03-02 来源：水务局</p>',
  '暂无信息',
  '共12条 1/2页 <a href="index_1.html">下一页</a>',
];

const page = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), { maxLength: 24 })
  .map((parts) => pageAround(parts.join('\n')));

test('no entry, letter or event has a title that the page does not hold', () => {
  fc.assert(
    fc.property(page, (html) => {
      const facts = readFixture(html);
      const held = [bare(html), bare(wordsOf(html))];
      const titles = [...facts.entries, ...facts.letters, ...facts.events].map((one) => one.title);
      for (const title of titles) {
        const isHeld = held.some((text) => text.includes(bare(title)));
        assert.ok(isHeld, `${title} is nowhere in ${html}`);
      }
    }),
    { numRuns: 400 },
  );
});

test('no link, entry, frame or data address leads where no attribute or script does', () => {
  fc.assert(
    fc.property(page, (html) => {
      const facts = readFixture(html);
      const addresses = addressesIn(html, facts.url);
      const told = [
        ...facts.links.map(({ url }) => url),
        ...facts.entries.flatMap(({ url }) => (url === null ? [] : [url])),
        ...facts.frames,
        ...facts.endpoints.map(({ url }) => url),
      ];
      for (const url of told) assert.ok(addresses.has(url), `${url} is nowhere in ${html}`);
    }),
    { numRuns: 400 },
  );
});

test('every place that a fact names lies in the page', () => {
  fc.assert(
    fc.property(page, (html) => {
      for (const { fact, start, end } of readFixture(html).why) {
        assert.ok(start >= 0 && start <= end && end <= html.length, `${fact} ${start}–${end}`);
      }
    }),
    { numRuns: 200 },
  );
});

/** The page without tags, comments and scripts. */
function wordsOf(html: string): string {
  const text = html.replace(/<!--[\s\S]*?-->|<script[\s\S]*?<\/script>|<[^>]*>/g, '');
  return decodeEntities(text, false);
}

function addressesIn(html: string, base: string): Set<string> {
  const found = new Set<string>();
  for (const match of html.matchAll(/(?:href|src|"url")\s*[=:]\s*"([^"]*)/g)) {
    const url = resolveUrl(decodeEntities(match[1] ?? '', true), base);
    if (url !== null) found.add(url);
  }
  return found;
}
