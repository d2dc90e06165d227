import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '#domain/finding.ts';
import type { GuideElement } from '#domain/page.ts';
import { availability } from './availability.ts';
import { dateSuspicious } from './date-suspicious.ts';
import { footer } from './footer.ts';
import type { Inspector } from './inspector.ts';
import { linkInsecure } from './link-insecure.ts';
import { services } from './services.ts';
import { viewSite } from './site-view.ts';
import {
  at,
  channel,
  entry,
  homepageUrl,
  link,
  list,
  ObservationBuilder,
  terms,
} from './testing/observation-builder.ts';

function run(inspector: Inspector, builder: ObservationBuilder): Finding[] {
  const [view] = viewSite(builder.build());
  return view ? [...inspector.run(view, terms)] : [];
}

function guide(missing: GuideElement[], downloads: string[] = [], systems: string[] = []) {
  return { present: [], missing, downloads: downloads.map(at), systems: systems.map(at) };
}

test('a site without a service page, channel or landing page has no services', () => {
  const [finding] = run(services, new ObservationBuilder().page('/'));
  assert.equal(finding?.kind, 'services-missing');
  const landing = new ObservationBuilder().page('/').page('/bs/', {
    kind: 'list',
    landing: true,
    channel: channel('办事', 'service'),
  });
  assert.deepEqual(run(services, landing), []);
});

test('a guide is incomplete by the elements it lacks', () => {
  const builder = new ObservationBuilder()
    .page('/')
    .page('/g1', { guide: guide(['hours', 'place']), title: '办证指南' })
    .page('/g2', { guide: guide([]) });
  const [finding, ...others] = run(services, builder);
  assert.equal(others.length, 0);
  assert.equal(finding?.url, at('/g1'));
  assert.deepEqual(finding.measure, { missing: ['hours', 'place'], count: 2 });
  assert.equal(finding.evidence[0]?.excerpt, '办证指南');
});

test('downloads and systems of guides that do not open are named once', () => {
  const builder = new ObservationBuilder()
    .page('/', { links: [link('/form.doc', '申请表')] })
    .page('/g1', { guide: guide([], ['/form.doc'], ['http://sys.cn/']) })
    .page('/g2', { guide: guide([], ['/form.doc', '/fine.doc']) })
    .target('/form.doc', { status: 404 })
    .target('/fine.doc')
    .target('http://sys.cn/', { failed: 'timeout' });
  assert.deepEqual(
    run(services, builder).map(({ kind, url, foundOn, measure }) => {
      return [kind, url, foundOn, measure.outcome];
    }),
    [
      ['service-download-dead', at('/form.doc'), at('/g1'), 'not-found'],
      ['service-system-dead', 'http://sys.cn/', at('/g1'), 'timeout'],
    ],
  );
});

test('what the foot of the homepage lacks is one piece of advice', () => {
  const foot = {
    organiser: '市样例局',
    contact: '0715-0000000',
    hasPartyGovernmentMark: true,
    hasErrorReportEntrance: false,
  };
  const [finding] = run(footer, new ObservationBuilder().page('/', { footer: foot, icp: 'ICP' }));
  assert.deepEqual(finding?.measure, {
    missing: ['site-id-code', 'police', 'error-report-entrance'],
  });
  const whole = { ...foot, hasErrorReportEntrance: true };
  const builder = new ObservationBuilder()
    .page('/', { frames: [at('/foot.html')] })
    .page(
      '/foot.html',
      { footer: whole, icp: 'ICP', police: '公网安备', siteIdCode: '4212000001' },
      { purpose: 'frame' },
    );
  assert.deepEqual(run(footer, builder), []);
});

test('dates that contradict each other wait for a person', () => {
  const builder = new ObservationBuilder()
    .page('/')
    .page('/a', { kind: 'article', publishedAt: '2019-05-01', metaPublishedAt: '2018-05-01' })
    .page('/b', { kind: 'article', publishedAt: '2019-05-01', metaPublishedAt: '2019-05-01' })
    .page('/c/', list('要闻', 'news', [entry('/late', '2019-05-28'), entry('/now', '2019-05-27')]));
  assert.deepEqual(
    run(dateSuspicious, builder).map(({ url, state, reason }) => [url, state, reason]),
    [
      [at('/a'), 'suspected', 'needs-person'],
      [at('/late'), 'suspected', 'needs-person'],
    ],
  );
});

test('what opens only without its certificate is insecure, not dead', () => {
  const builder = new ObservationBuilder()
    .page('/', { links: [link('https://x.cn/'), link('https://y.cn/')] })
    .target('https://x.cn/', { insecure: true })
    .target('https://y.cn/');
  assert.deepEqual(
    run(linkInsecure, builder).map(({ url }) => url),
    ['https://x.cn/'],
  );
});

test('a site that did not open is suspected below the least sample', () => {
  const builder = new ObservationBuilder();
  for (let n = 0; n < 3; n++) builder.target('/', { purpose: 'homepage', failed: 'timeout' });
  const [finding] = run(availability, builder);
  assert.deepEqual([finding?.state, finding?.reason], ['suspected', 'below-sample']);
  assert.deepEqual(finding?.measure, { visits: 3, failed: 3, share: 1 });
  assert.equal(finding.url, homepageUrl);
  assert.deepEqual(run(availability, builder.page('/')), []);
});

test('over a whole sample the share of failures decides, slow ones included', () => {
  const probe = (failures: number, ours: number) => {
    const builder = new ObservationBuilder();
    for (let n = 0; n < 140 - failures; n++) builder.page('/');
    for (let n = 0; n < failures; n++) builder.page('/', {}, { ms: 15_001 });
    for (let n = 0; n < ours; n++) builder.target('/', { purpose: 'homepage', failed: 'ours' });
    return run(availability, builder);
  };
  assert.deepEqual(probe(6, 0), []);
  assert.deepEqual(probe(7, 0)[0]?.measure, { visits: 140, failed: 7, share: 0.05 });
  assert.equal(probe(7, 0)[0]?.reason, 'one-look');
  assert.deepEqual(probe(7, 1), []);
});

test('a homepage that refuses us is unmeasured', () => {
  const builder = new ObservationBuilder().target('/', { purpose: 'homepage', status: 403 });
  const [finding] = run(availability, builder);
  assert.deepEqual([finding?.state, finding?.reason], ['unmeasured', 'blocked']);
});
