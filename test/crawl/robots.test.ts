import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseRobots } from '#crawl/robots.ts';

interface Expectation {
  name: string;
  robots: string;
  userAgent: string;
  url: string;
  allowed: boolean;
}

const expectations = join(import.meta.dirname, '../../../shared/pages/robots/google.jsonl');

test("all expectations of Google's robots.txt parser hold", (one) => {
  if (!existsSync(expectations)) {
    return one.skip('../shared/pages/robots/google.jsonl is not there');
  }
  const rows = readFileSync(expectations, 'utf8').trimEnd().split('\n');
  const wrong = rows
    .map((row) => JSON.parse(row) as Expectation)
    .filter(({ robots, userAgent, url, allowed }) => {
      return parseRobots(robots, userAgent).isAllowed(url) !== allowed;
    });
  assert.deepEqual(wrong, []);
  one.diagnostic(`${rows.length} expectations hold`);
});

/** Rules over a small alphabet, so that patterns and paths meet often. */
const path = fc
  .array(fc.constantFrom('a', 'b', '/', '.html', '?x=1'), { maxLength: 6 })
  .map((parts) => `/${parts.join('')}`);
const pattern = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', '/', '*', '.html'), { maxLength: 6 }), fc.boolean())
  .map(([parts, isWhole]) => `/${parts.join('')}${isWhole ? '$' : ''}`);
const rule = fc.record({ isAllow: fc.boolean(), pattern });
type Rule = { isAllow: boolean; pattern: string };

const lineOf = ({ isAllow, pattern: text }: Rule) => `${isAllow ? 'Allow' : 'Disallow'}: ${text}`;

/** RFC 9309, section 2.2.2, said again by a regular expression: the longest match, Allow in a tie. */
function isAllowedByTheBook(rules: readonly Rule[], asked: string): boolean {
  const matching = rules.filter(({ pattern: text }) => {
    const isWhole = text.endsWith('$');
    const source = text
      .replace(/\$$/, '')
      .replace(/[.?+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*');
    return new RegExp(`^${source}${isWhole ? '$' : ''}`, 's').test(asked);
  });
  const longest = Math.max(0, ...matching.map((one) => one.pattern.length));
  const deciding = matching.filter((one) => one.pattern.length === longest);
  return deciding.length === 0 || deciding.some(({ isAllow }) => isAllow);
}

test('the longest matching rule decides, and an Allow wins a tie', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), path, (rules, asked) => {
      const text = ['User-agent: Xunwang', ...rules.map(lineOf)].join('\n');
      const robots = parseRobots(text, 'Xunwang/0.1');
      const expected = isAllowedByTheBook(rules, asked);
      assert.equal(robots.isAllowed(`http://a.gov.cn${asked}`), expected, text);
    }),
    { numRuns: 500 },
  );
});

test('our own group alone counts where there is one, however it is spelt or spread', () => {
  const spelling = fc.constantFrom('xunwang', 'Xunwang', 'XUNWANG/2.0', 'xunwang * ');
  const group = fc.record({ name: spelling, rules: fc.array(rule, { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), path, (groups, asked) => {
      const others = ['User-agent: *', 'Disallow: /', 'User-agent: other', 'Disallow: /a'];
      const ours = groups.flatMap(({ name, rules }) => [
        '',
        `User-agent: ${name}`,
        ...rules.map(lineOf),
        ...others,
      ]);
      const robots = parseRobots([...others, ...ours].join('\r\n'), 'Xunwang/0.1');
      const expected = isAllowedByTheBook(
        groups.flatMap(({ rules }) => rules),
        asked,
      );
      // A group without a rule goes on with the names that follow: then all of theirs are ours.
      fc.pre(groups.every(({ rules }) => rules.length > 0));
      assert.equal(robots.isAllowed(`http://a.gov.cn${asked}`), expected);
    }),
    { numRuns: 300 },
  );
});

test('any text is a robots.txt', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const robots = parseRobots(text, 'Xunwang/0.1');
      assert.equal(typeof robots.isAllowed('http://a.gov.cn/a'), 'boolean');
    }),
  );
});
