import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseRobots } from './robots.ts';

const AGENT = 'Xunwang/0.1 (+https://example.org)';

/** Robots text, path, whether Xunwang may visit it. By RFC 9309, sections 2.2.1 to 2.2.3. */
const CASES: [text: string, path: string, isAllowed: boolean][] = [
  ['', '/a', true],
  ['user-agent: *\ndisallow: /', '/a', false],
  ['user-agent: *\ndisallow:', '/a', true],
  ['\uFEFFUser-Agent: *\r\nDisallow: /a\r\n', '/ab', false],
  ['user-agent: *\ndisallow: /a\n\nuser-agent: xunwang\ndisallow: /b', '/a', true],
  ['user-agent: *\ndisallow: /a\n\nuser-agent: xunwang\ndisallow: /b', '/b', false],
  ['user-agent: other\nuser-agent: XunWang\ndisallow: /', '/a', false],
  [
    'user-agent: xunwang\ndisallow: /a\nuser-agent: x\nuser-agent: xunwang\ndisallow: /b',
    '/b',
    false,
  ],
  ['user-agent: xunwangbot\ndisallow: /', '/a', true],
  ['user-agent: xunwang/2.0\ndisallow: /', '/a', false],
  ['user-agent: *\ndisallow: /a\nallow: /a/b', '/a/b/c', true],
  ['user-agent: *\nallow: /a/b\ndisallow: /a', '/a/c', false],
  ['user-agent: *\ndisallow: /a\nallow: /a', '/a', true],
  ['user-agent: *\ndisallow: /*.pdf$', '/x/a.pdf', false],
  ['user-agent: *\ndisallow: /*.pdf$', '/x/a.pdf?b', true],
  ['user-agent: *\ndisallow: /a*b*c', '/a1b2c3', false],
  ['user-agent: *\ndisallow: /a*b*c', '/a1c2b3', true],
  ['user-agent: *\ndisallow: /公告', '/%E5%85%AC%E5%91%8A/1', false],
  ['user-agent: *\ndisallow: /%e5%85%ac', '/%E5%85%AC', false],
  ['user-agent: *\ndisallow: / # all', '/a', false],
  ['user agent: *\ndissallow: /a', '/a', false],
  ['user-agent *\ndisallow /a', '/a', false],
  ['disallow: /', '/a', true],
  ['user-agent: *\ndisallow: /\nallow: /x/index.html', '/x/', true],
  ['user-agent: *\nsitemap: /s.xml\ndisallow: /a', '/a', false],
];

for (const [text, path, isAllowed] of CASES) {
  it(`${JSON.stringify(text)} ${isAllowed ? 'allows' : 'forbids'} ${path}`, () => {
    const robots = parseRobots(text, AGENT);
    assert.equal(robots.isAllowed(`http://a.gov.cn${path}`), isAllowed);
  });
}

it('a robot that calls itself compatible with browsers goes by its own name', () => {
  const agent = 'Mozilla/5.0 (compatible; Xunwang/0.1; government website supervision)';
  const text = 'user-agent: xunwang\ndisallow: /\nuser-agent: mozilla\nallow: /';
  assert.equal(parseRobots(text, agent).isAllowed('http://a.gov.cn/a'), false);
});

it('the crawl delay of our group counts, in milliseconds', () => {
  const text = 'user-agent: *\ncrawl-delay: 10\nuser-agent: xunwang\ncrawl-delay: 0.5\n';
  assert.equal(parseRobots(text, AGENT).crawlDelayMs, 500);
  assert.equal(parseRobots(text, 'Other').crawlDelayMs, 10_000);
  assert.equal(parseRobots('user-agent: *\ncrawl-delay: soon', AGENT).crawlDelayMs, null);
  assert.equal(parseRobots('', AGENT).crawlDelayMs, null);
});

it('patterns full of stars are decided at once', () => {
  const text = `user-agent: *\ndisallow: /${'*a'.repeat(2000)}$`;
  assert.equal(parseRobots(text, AGENT).isAllowed(`http://a.gov.cn/${'a'.repeat(1999)}`), true);
});
