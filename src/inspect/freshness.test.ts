import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChannelKind } from '#domain/channel.ts';
import type { Finding } from '#domain/finding.ts';
import type { Entry, PageFacts } from '#domain/page.ts';
import { freshness } from './freshness.ts';
import { viewSite } from './site-view.ts';
import {
  at,
  channel,
  entry,
  list,
  ObservationBuilder,
  terms,
} from './testing/observation-builder.ts';

function findingsOf(builder: ObservationBuilder): Finding[] {
  const [view] = viewSite(builder.build());
  return view ? [...freshness.run(view, terms)] : [];
}

function oneChannel(kind: ChannelKind, entries: Entry[], more: Partial<PageFacts> = {}): Finding[] {
  return findingsOf(
    new ObservationBuilder().page('/').page('/c/', { ...list('栏目', kind, entries), ...more }),
  );
}

test('the boundary day of each clock is fresh, the day before is stale', () => {
  const cases: [ChannelKind, string, string][] = [
    ['news', '2019-05-13', '2019-05-12'],
    ['notices', '2018-11-27', '2018-11-26'],
    ['policy-documents', '2018-11-27', '2018-11-26'],
    ['interpretation', '2018-11-27', '2018-11-26'],
    ['personnel', '2018-05-27', '2018-05-26'],
    ['plans', '2018-05-27', '2018-05-26'],
    ['statistics', '2018-05-27', '2018-05-26'],
  ];
  for (const [kind, boundary, before] of cases) {
    assert.deepEqual(oneChannel(kind, [entry('/1', boundary)]), [], kind);
    const [finding] = oneChannel(kind, [entry('/1', before, '旧闻')]);
    assert.equal(finding?.reason, 'one-look');
    assert.deepEqual(finding.measure, {
      clock: terms.clocks[kind],
      newest: before,
      boundary,
      undated: false,
    });
    assert.equal(finding.evidence[0]?.excerpt, `${before} 旧闻`);
  }
});

test('entries dated after the as-of day do not count', () => {
  const [finding] = oneChannel('news', [entry('/1', '2019-05-28'), entry('/2', '2019-05-01')]);
  assert.equal(finding?.measure.newest, '2019-05-01');
});

test('the newest entry is sought on all pages of the list, in frames and data addresses', () => {
  const old = [entry('/old', '2018-01-01')];
  const fresh = { entries: [entry('/new', '2019-05-26')] };
  const first = list('要闻', 'news', old);
  const pager = { urls: [at('/c/index_1.html')], pages: 2, total: 40 };
  const paged = new ObservationBuilder()
    .page('/')
    .page('/c/', { ...first, pager })
    .page('/c/index_1.html', list('要闻', 'news', fresh.entries));
  const framed = new ObservationBuilder()
    .page('/')
    .page('/c/', { ...first, frames: [at('/rows.html')] })
    .page('/rows.html', { kind: 'list', ...fresh }, { purpose: 'frame' });
  const endpoints = [{ url: at('/rows.xml'), format: 'xml' } as const];
  const fetched = new ObservationBuilder()
    .page('/')
    .page('/c/', { ...first, endpoints })
    .page('/rows.xml', fresh, { purpose: 'endpoint' });
  for (const builder of [paged, framed, fetched]) assert.deepEqual(findingsOf(builder), []);
});

test('an entry without a date takes that of its own page', () => {
  const builder = new ObservationBuilder()
    .page('/')
    .page('/c/', list('要闻', 'news', [entry('/1.html'), entry('/2.html', '2018-01-01')]))
    .page('/1.html', { kind: 'article', publishedAt: '2019-05-20' });
  assert.deepEqual(findingsOf(builder), []);
});

test('no date anywhere is suspected until a person confirms', () => {
  const [finding] = oneChannel('notices', [entry('/1'), entry('/2')]);
  assert.equal(finding?.state, 'suspected');
  assert.equal(finding.reason, 'undated');
  assert.equal(finding.measure.undated, true);
  assert.equal(finding.measure.newest, null);
});

test('a channel without a clock is suspected at most, beyond a year', () => {
  assert.deepEqual(oneChannel('other', [entry('/1', '2018-05-27')]), []);
  const [finding] = oneChannel('other', [entry('/1', '2018-05-26')]);
  assert.equal(finding?.reason, 'no-clock');
  assert.deepEqual(oneChannel('downloads', [entry('/1')]), []);
});

test('a historical channel is suspected at most, with what hangs below it', () => {
  const path = ['历史专题', '创建卫生城市', '工作动态'];
  const [finding] = oneChannel('news', [entry('/1', '2017-05-26')], {
    channel: channel('工作动态', 'news', path),
  });
  assert.equal(finding?.reason, 'historical');
  assert.equal(finding.channel?.historical, true);
});

test('a list that could not be read is unmeasured with the reason', () => {
  const old = [entry('/1', '2017-05-26')];
  const pager = { urls: [at('/c/index_1.html')], pages: 2, total: 40 };
  const [script] = oneChannel('news', [], { needsRendering: true, blank: null });
  assert.deepEqual([script?.state, script?.reason], ['unmeasured', 'needs-rendering']);
  const [unvisited] = oneChannel('news', old, { pager });
  assert.deepEqual([unvisited?.state, unvisited?.reason], ['unmeasured', 'budget']);
  const base = () =>
    new ObservationBuilder().page('/').page('/c/', {
      ...list('要闻', 'news', old),
      pager,
    });
  const [blocked] = findingsOf(base().target('/c/index_1.html', { status: 403 }));
  assert.deepEqual([blocked?.state, blocked?.reason], ['unmeasured', 'blocked']);
  const [failed] = findingsOf(base().target('/c/index_1.html', { status: 502 }));
  assert.deepEqual([failed?.state, failed?.reason], ['unmeasured', 'unreachable']);
  const [gone] = findingsOf(base().target('/c/index_1.html', { status: 404 }));
  assert.deepEqual([gone?.state, gone?.reason], ['suspected', 'one-look']);
});

test('an undated entry whose page was left out leaves the channel unmeasured', () => {
  const [finding] = findingsOf(
    new ObservationBuilder()
      .page('/')
      .page('/c/', list('要闻', 'news', [entry('/1', '2018-01-01'), entry('/2')]))
      .cutOff('/2', 'budget'),
  );
  assert.deepEqual([finding?.state, finding?.reason], ['unmeasured', 'budget']);
});

test('blank lists, interaction channels and columns of one page are not stale', () => {
  assert.deepEqual(oneChannel('news', []), []);
  for (const kind of ['consultation', 'survey', 'interview', 'complaint'] as const) {
    assert.deepEqual(oneChannel(kind, [entry('/1', '2011-01-01')]), [], kind);
  }
  assert.deepEqual(oneChannel('functions', [entry('/1', '2011-01-01')], { kind: 'other' }), []);
});

test('public replies are stale by their letters where the rubric gives them a clock', () => {
  const letter = (answeredAt: string) => ({
    title: '咨询',
    url: null,
    askedAt: '2019-01-01',
    answeredAt,
    answered: true,
    category: 'consultation' as const,
  });
  const clocked = { ...terms, clocks: { ...terms.clocks, 'public-replies': 'P2M' } };
  const judge = (answeredAt: string) => {
    const facts = { ...list('留言公开', 'public-replies', []), letters: [letter(answeredAt)] };
    const [view] = viewSite(new ObservationBuilder().page('/').page('/c/', facts).build());
    return view ? [...freshness.run(view, clocked)] : [];
  };
  assert.equal(judge('2019-03-27').length, 0);
  assert.equal(judge('2019-03-26')[0]?.measure.clock, 'P2M');
});
