import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '#domain/finding.ts';
import type { PageFacts } from '#domain/page.ts';
import { deadLinks } from './dead-links.ts';
import { viewSite } from './site-view.ts';
import {
  type Answer,
  at,
  homepageUrl,
  link,
  ObservationBuilder,
  terms,
} from './testing/observation-builder.ts';

function findingsOf(builder: ObservationBuilder): Finding[] {
  const [view] = viewSite(builder.build());
  return view ? [...deadLinks.run(view, terms)] : [];
}

/** A homepage that links to `/x.html`, with what that address answers. */
function oneLink(answer: Answer, facts?: Partial<PageFacts>, text = '某链接'): Finding[] {
  const builder = new ObservationBuilder().page('/', { links: [link('/x.html', text)] });
  if (facts) builder.page('/x.html', facts, { purpose: 'target', ...answer });
  else builder.target('/x.html', answer);
  return findingsOf(builder);
}

describe('one visit of a link target', () => {
  const dead: [string, Answer, string, Partial<PageFacts>?][] = [
    ['404', { status: 404 }, 'not-found'],
    ['410', { status: 410 }, 'gone'],
    ['500', { status: 500 }, 'server-error'],
    ['503', { status: 503 }, 'server-error'],
    ['400', { status: 400 }, 'client-error'],
    ['no such host', { failed: 'dns' }, 'dns'],
    ['refused', { failed: 'refused' }, 'refused'],
    ['reset', { failed: 'reset' }, 'reset'],
    ['time-out', { failed: 'timeout' }, 'timeout'],
    ['redirect loop', { failed: 'redirect-loop' }, 'redirect-loop'],
    ['too many redirects', { failed: 'too-many-redirects' }, 'redirect-loop'],
    ['broken TLS', { failed: 'tls' }, 'tls'],
    ['broken HTTP', { failed: 'protocol' }, 'protocol'],
    ['a page that says it is missing', {}, 'soft-404', { saysMissing: true, title: '找不到' }],
    ['an end on the homepage', { finalUrl: homepageUrl }, 'redirect-home'],
    ['an end on the homepage file', { finalUrl: at('/index.html') }, 'redirect-home'],
  ];
  for (const [what, answer, outcome, facts] of dead) {
    test(`${what} is dead: ${outcome}`, () => {
      const [finding, ...others] = oneLink(answer, facts);
      assert.equal(others.length, 0);
      assert.equal(finding?.state, 'suspected');
      assert.equal(finding.reason, 'one-look');
      assert.deepEqual(finding.measure, {
        position: 'homepage',
        outcome,
        status: answer.failed ? null : (answer.status ?? 200),
      });
    });
  }

  const unmeasured: [string, Answer, string, Partial<PageFacts>?][] = [
    ['401', { status: 401 }, 'blocked'],
    ['403', { status: 403 }, 'blocked'],
    ['407', { status: 407 }, 'blocked'],
    ['429', { status: 429 }, 'blocked'],
    ['a challenge with 503', { status: 503 }, 'blocked', { blocked: true }],
    ['a challenge with 200', {}, 'blocked', { blocked: true }],
    ['our own failure', { failed: 'ours' }, 'timeout-ours'],
    ['a forbidden address', { failed: 'forbidden-address' }, 'forbidden-address'],
    ['no route', { failed: 'unreachable' }, 'unreachable'],
    ['robots', { failed: 'robots' }, 'robots'],
    ['budget', { failed: 'budget' }, 'budget'],
  ];
  for (const [what, answer, reason, facts] of unmeasured) {
    test(`${what} is never dead but unmeasured`, () => {
      const [finding] = oneLink(answer, facts);
      assert.equal(finding?.state, 'unmeasured');
      assert.equal(finding.reason, reason);
    });
  }

  test('a page that opens, wherever it was moved to, is no finding', () => {
    assert.deepEqual(oneLink({}), []);
    assert.deepEqual(oneLink({ finalUrl: at('/new/x.html') }), []);
    assert.deepEqual(oneLink({ insecure: true }), []);
  });

  test('a link that says it leads to the homepage may end there', () => {
    for (const text of ['首页', '返回首页', '网站首页', '>> 首页', '市样例局', 'Home']) {
      assert.deepEqual(oneLink({ finalUrl: homepageUrl }, undefined, text), [], text);
    }
  });
});

test('an address that means the homepage may end there', () => {
  for (const path of ['/index.html', '/default.aspx', '/home.do', '/index']) {
    const found = findingsOf(
      new ObservationBuilder()
        .page('/', { links: [link(path, '进入')] })
        .target(path, { finalUrl: homepageUrl }),
    );
    assert.deepEqual(found, [], path);
  }
});

test('another site may send its inner address to its own root', () => {
  const found = findingsOf(
    new ObservationBuilder()
      .page('/', { links: [link('http://other.gov.cn/a.html')] })
      .target('http://other.gov.cn/a.html', { finalUrl: 'http://other.gov.cn/' }),
  );
  assert.deepEqual(found, []);
});

test('the answer given to an address that cannot exist is a soft 404', () => {
  const found = findingsOf(
    new ObservationBuilder()
      .page('/', { links: ['/a', '/b', '/c', '/'].map((path) => link(path)) })
      .target('/random', { purpose: 'random-path', body: 'nothing here' })
      .target('/random-2', { purpose: 'random-path', finalUrl: at('/error.html') })
      .target('/a', { body: 'nothing here' })
      .target('/b', { finalUrl: at('/error.html'), body: 'error with a time stamp' })
      .target('/c'),
  );
  assert.deepEqual(
    found.map(({ url, measure }) => [url, measure.outcome]),
    [
      [at('/a'), 'soft-404'],
      [at('/b'), 'soft-404'],
    ],
  );
});

test('a site that answers every address with its homepage does not lose its homepage link', () => {
  const found = findingsOf(
    new ObservationBuilder()
      .page('/', { links: [link('/'), link('/gone.html')] }, { body: 'home' })
      .target('/random', { purpose: 'random-path', body: 'home' })
      .target('/gone.html', { body: 'home' }),
  );
  assert.deepEqual(
    found.map(({ url }) => url),
    [at('/gone.html')],
  );
});

test('one target is one finding, named by the homepage if it or its frames show it', () => {
  const found = findingsOf(
    new ObservationBuilder()
      .page('/', { frames: [at('/top.html')], links: [link('/a.html'), link('/b.html')] })
      .page('/top.html', { links: [link('/x.html', '横幅')] }, { purpose: 'frame' })
      .page('/a.html', { links: [link('/x.html;jsessionid=1A', '甲'), link('/y.html', '乙')] })
      .page('/b.html', { links: [link('/y.html', '丙'), link('/deep/c.html')] })
      .page('/deep/c.html', { links: [link('/z.html', '丁')] })
      .target('/x.html', { status: 404 })
      .target('/y.html', { status: 404 })
      .target('/z.html', { status: 404 }),
  );
  assert.deepEqual(
    found.map(({ url, foundOn, anchorText, measure }) => {
      return [url, foundOn, anchorText, measure.position];
    }),
    [
      [at('/x.html'), homepageUrl, '横幅', 'homepage'],
      [at('/y.html'), at('/a.html'), '乙', 'other'],
      [at('/z.html'), at('/deep/c.html'), '丁', 'other'],
    ],
  );
});

test('what was cut is unmeasured with its reason, an image counts like a link', () => {
  const found = findingsOf(
    new ObservationBuilder()
      .page('/', { links: [link('/a'), link('/b'), link('/c'), link('/d.png', '', 'img')] })
      .cutOff('/a', 'depth')
      .cutOff('/b', 'robots')
      .cutOff('/c', 'forbidden-address')
      .target('/d.png', { status: 404 }),
  );
  assert.deepEqual(
    found.map(({ state, reason }) => [state, reason]),
    [
      ['unmeasured', 'budget'],
      ['unmeasured', 'robots'],
      ['unmeasured', 'forbidden-address'],
      ['suspected', 'one-look'],
    ],
  );
});

test('links of error pages, foreign pages and the random path are not the site’s', () => {
  const found = findingsOf(
    new ObservationBuilder()
      .page('/', { links: [link('/lost'), link('http://other.cn/')] })
      .page('/lost', { links: [link('/l1')] }, { status: 404, purpose: 'page' })
      .page('http://other.cn/', { links: [link('/l2')] }, { purpose: 'target' })
      .page('/random', { links: [link('/l3')] }, { purpose: 'random-path', status: 404 }),
  );
  assert.deepEqual(
    found.map(({ url }) => url),
    [at('/lost')],
  );
});

test('rows that a data address brings are links of the page that names it', () => {
  const found = findingsOf(
    new ObservationBuilder()
      .page('/', { links: [link('/list')] })
      .page('/list', { endpoints: [{ url: at('/rows.json'), format: 'json' }] })
      .page(
        '/rows.json',
        { entries: [{ title: '通知', url: at('/n.html'), date: null, dateText: null }] },
        { purpose: 'endpoint' },
      )
      .target('/n.html', { status: 404 }),
  );
  assert.deepEqual(
    found.map(({ url, foundOn, anchorText }) => [url, foundOn, anchorText]),
    [[at('/n.html'), at('/list'), '通知']],
  );
});

test('when no foreign name resolves, it is our resolver that is blamed and not the links', () => {
  const names = ['http://one.example.cn/', 'http://two.example.cn/'];
  const links = names.map((url) => link(url, '友情链接'));
  const dark = new ObservationBuilder().page('/', { links });
  for (const url of names) dark.target(url, { failed: 'dns' });
  assert.deepEqual(
    findingsOf(dark).map(({ state, reason }) => [state, reason]),
    [
      ['unmeasured', 'timeout-ours'],
      ['unmeasured', 'timeout-ours'],
    ],
  );
  const third = 'http://three.example.cn/';
  const lit = new ObservationBuilder().page('/', { links: [...links, link(third, '友情链接')] });
  for (const url of names) lit.target(url, { failed: 'dns' });
  lit.target(third, { status: 200 });
  assert.deepEqual(
    findingsOf(lit).map(({ state, measure }) => [state, measure.outcome]),
    [
      ['suspected', 'dns'],
      ['suspected', 'dns'],
    ],
  );
});

test('words of a page in a doubtful charset are not cited, its address is', () => {
  const [certain, doubtful] = [true, false].map((charsetCertain) => {
    const builder = new ObservationBuilder()
      .page('/', { links: [link('/x.html', '某链接')], charsetCertain })
      .page('/x.html', { title: '找不到', charsetCertain }, { purpose: 'target', status: 404 });
    return findingsOf(builder)[0];
  });
  assert.deepEqual([certain?.anchorText, certain?.evidence[0]?.excerpt], ['某链接', '找不到']);
  assert.deepEqual([doubtful?.anchorText, doubtful?.evidence[0]?.excerpt], [null, null]);
  assert.equal(doubtful?.foundOn, homepageUrl);
});
