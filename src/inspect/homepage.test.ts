import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '#domain/finding.ts';
import { homepage } from './homepage.ts';
import { viewSite } from './site-view.ts';
import {
  at,
  entry,
  homepageUrl,
  link,
  list,
  ObservationBuilder,
  terms,
} from './testing/observation-builder.ts';

function findingsOf(builder: ObservationBuilder): Finding[] {
  const [view] = viewSite(builder.build());
  return view ? [...homepage.run(view, terms)] : [];
}

function brief({ kind, state, reason, measure }: Finding): unknown[] {
  return [kind, state, reason, measure.updates];
}

/** `count` entries of one day. */
function rows(count: number, date: string | null, folder = 'a') {
  return Array.from({ length: count }, (_, n) => entry(`/${folder}/${n}.html`, date));
}

test('the window goes from the as-of day back to fourteen days before, both included', () => {
  const cases: [string, unknown[][]][] = [
    ['2019-05-27', []],
    ['2019-05-13', []],
    ['2019-05-12', [['homepage-not-updated', 'suspected', 'one-look', 0]]],
    ['2019-05-28', [['homepage-not-updated', 'suspected', 'one-look', 0]]],
  ];
  for (const [date, expected] of cases) {
    const found = findingsOf(new ObservationBuilder().page('/', { entries: rows(10, date) }));
    assert.deepEqual(found.map(brief), expected, date);
  }
});

test('an entry shown twice counts once', () => {
  const entries = [...rows(9, '2019-05-20'), ...rows(9, '2019-05-20')];
  const [finding] = findingsOf(new ObservationBuilder().page('/', { entries }));
  assert.deepEqual(finding && brief(finding), ['homepage-few-updates', 'suspected', 'one-look', 9]);
  assert.deepEqual(finding?.measure, { window: 'P14D', updates: 9, minimum: 10 });
  assert.equal(
    finding.evidence[0]?.excerpt,
    [8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => `2019-05-20 /a/${n}.html`).join('；'),
  );
});

test('rows that link nowhere are told apart by their titles', () => {
  const titled = ['甲', '乙', '甲'].map((title) => {
    return { title, url: null, date: '2019-05-20', dateText: null };
  });
  const [finding] = findingsOf(new ObservationBuilder().page('/', { entries: titled }));
  assert.equal(finding?.measure.updates, 2);
});

test('an entry without a date takes that of its own page', () => {
  const builder = new ObservationBuilder().page('/', { entries: rows(10, null) });
  for (let n = 0; n < 10; n++) {
    builder.page(`/a/${n}.html`, { kind: 'article', publishedAt: '2019-05-20' });
  }
  assert.deepEqual(findingsOf(builder), []);
});

test('an entry without a date anywhere is no update', () => {
  const builder = new ObservationBuilder().page('/', { entries: rows(10, null) });
  for (let n = 0; n < 10; n++) builder.page(`/a/${n}.html`, { kind: 'article' });
  assert.deepEqual(findingsOf(builder).map(brief), [
    ['homepage-not-updated', 'suspected', 'one-look', 0],
  ]);
});

test('an article that our own failure kept from us leaves the count open', () => {
  const entries = [...rows(9, '2019-05-20'), entry('/late.html')];
  const builder = new ObservationBuilder().page('/', { entries }).target('/late.html', {
    failed: 'ours',
  });
  assert.deepEqual(findingsOf(builder).map(brief), [
    ['homepage-few-updates', 'unmeasured', 'timeout-ours', 9],
  ]);
});

test('but not where it could not make up the number', () => {
  const entries = [...rows(8, '2019-05-20'), entry('/late.html')];
  const builder = new ObservationBuilder().page('/', { entries }).target('/late.html', {
    failed: 'ours',
  });
  assert.deepEqual(findingsOf(builder).map(brief), [
    ['homepage-few-updates', 'suspected', 'one-look', 8],
  ]);
});

test('frames belong to the homepage', () => {
  const builder = new ObservationBuilder()
    .page('/', { entries: rows(5, '2019-05-20'), frames: [at('/news.html')] })
    .page('/news.html', { entries: rows(5, '2019-05-21', 'b') }, { purpose: 'frame' });
  assert.deepEqual(findingsOf(builder), []);
});

test('a frame that was kept from us leaves the count open', () => {
  const builder = new ObservationBuilder()
    .page('/', { entries: rows(5, '2019-05-20'), frames: [at('/news.html')] })
    .target('/news.html', { purpose: 'frame', status: 403 });
  assert.deepEqual(findingsOf(builder).map(brief), [
    ['homepage-few-updates', 'unmeasured', 'blocked', 5],
  ]);
});

test('an entrance is judged by the pages it leads to', () => {
  const gates = [link('/portal.html'), link('/english.html')];
  const builder = new ObservationBuilder()
    .page('/', { links: gates })
    .page('/portal.html', { kind: 'home', entries: rows(6, '2019-05-20') })
    .page('/english.html', list('News', 'news', rows(3, '2019-05-20', 'b')));
  const [finding] = findingsOf(builder);
  assert.deepEqual(finding && brief(finding), ['homepage-few-updates', 'suspected', 'one-look', 9]);
  assert.equal(finding?.url, homepageUrl);
  assert.deepEqual(
    finding.evidence.map(({ url }) => url),
    [homepageUrl, at('/english.html'), at('/portal.html')],
  );
});

test('a homepage that we could not read is unmeasured', () => {
  const cases: [ObservationBuilder, string][] = [
    [new ObservationBuilder().page('/', { blocked: true }), 'blocked'],
    [new ObservationBuilder().page('/', { needsRendering: true }), 'needs-rendering'],
    [new ObservationBuilder().target('/', { purpose: 'homepage', failed: 'ours' }), 'timeout-ours'],
    [new ObservationBuilder().target('/', { purpose: 'homepage', failed: 'dns' }), 'unreachable'],
    [new ObservationBuilder().target('/', { purpose: 'homepage', status: 404 }), 'unreachable'],
  ];
  for (const [builder, reason] of cases) {
    assert.deepEqual(findingsOf(builder).map(brief), [
      ['homepage-not-updated', 'unmeasured', reason, 0],
    ]);
  }
});

test('rows that come by a data address count', () => {
  const builder = new ObservationBuilder()
    .page('/', { needsRendering: true, endpoints: [{ url: at('/d.json'), format: 'json' }] })
    .page('/d.json', { entries: rows(10, '2019-05-20') }, { purpose: 'endpoint' });
  assert.deepEqual(findingsOf(builder), []);
});
