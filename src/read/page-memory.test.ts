import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newPageMemory } from './page-memory.ts';
import { readPage } from './read-page.ts';
import { lexicon, pageAround, readFixture } from './testing/read-fixture.ts';

const base = fc.constantFrom(
  'http://www.sample.gov.cn/',
  'http://www.sample.gov.cn/zwgk/tzgg/index.html',
  'http://www.sample.gov.cn/zwgk/tzgg/t1.html?id=1/2',
  'http://www.sample.gov.cn/zwgk/list.jsp?page=2',
  'https://www.sample.gov.cn/zwgk/list.jsp',
  'http://sub.sample.gov.cn/zwgk/tzgg/',
);
const start = [
  '',
  '?',
  '/',
  '//',
  './',
  '../',
  '#',
  'http:',
  'http://',
  'HTTP:?',
  ' ?',
  'h\tttp:?',
];
const rest = [
  'a.html',
  'a b',
  '?x=1',
  '?水=1',
  '&amp;b',
  '&#63;q',
  '..',
  'sample.gov.cn/a',
  ';',
  '',
];
const href = fc
  .tuple(fc.constantFrom(...start), fc.constantFrom(...rest), fc.constantFrom(...rest))
  .map((parts) => parts.join(''));
const name = fc.constantFrom('nav', 'footer', 'crumb', 'main nav', '&#110;av', 'side', '');
const site = fc.record({
  address: base,
  charset: fc.constantFrom('utf-8', 'gb18030'),
  links: fc.array(fc.tuple(href, name), { maxLength: 12 }),
});

test('what is remembered of pages before changes no fact of the next', () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(fc.array(site, { minLength: 2, maxLength: 6 }), (sites) => {
      const used = { ...lexicon, memory: newPageMemory() };
      // Three times: an address is kept the second time it comes.
      for (const { address, charset, links } of [...sites, ...sites, ...sites]) {
        const rows = links.map(
          ([to, called]) =>
            `<li class="${called}"><a href="${to}">关于河道清淤的通知</a><img src="${to}"></li>`,
        );
        const page = {
          url: address,
          bytes: encoder.encode(pageAround(`<ul>${rows.join('')}</ul>`)),
          contentType: `text/html; charset=${charset}`,
          asOf: '2019-05-27',
          isHomepage: false,
        };
        const fresh = { ...lexicon, memory: newPageMemory() };
        assert.deepEqual(readPage(page, used), readPage(page, fresh));
      }
    }),
    { numRuns: 20 },
  );
});

test('an address is one link however it is written', () => {
  const { links } = readFixture(
    [
      '/zwgk/tzgg/t20190509_123456.html',
      './t20190509_123456.html',
      't20190509_123456.html#top',
      '../tzgg/t20190509_123456.html',
      '../../zwgk/tzgg/t20190509_123456.html',
      'http://www.sample.gov.cn/zwgk/tzgg/t20190509_123456.html',
      '/zwgk/tzgg/t20190509&#95;123456.html',
      '/zwgk/tzgh/t20190509_123456.html',
    ]
      .map((href) => `<a href="${href}"></a><a href="${href}">某通知</a>`)
      .join(''),
  );
  assert.deepEqual(
    links.map(({ url, text }) => `${url} ${text}`),
    ['tzgg', 'tzgh'].map(
      (folder) => `http://www.sample.gov.cn/zwgk/${folder}/t20190509_123456.html 某通知`,
    ),
  );
});
