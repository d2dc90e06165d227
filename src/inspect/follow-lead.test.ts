import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deadLinks } from './dead-links.ts';
import { viewSite } from './site-view.ts';
import { at, homepageUrl, link, ObservationBuilder, terms } from './testing/observation-builder.ts';

function outcomesOf(builder: ObservationBuilder): unknown[] {
  const [view] = viewSite(builder.build());
  return (view ? [...deadLinks.run(view, terms)] : []).map(({ url, measure, evidence }) => {
    return [url, measure.outcome, measure.position, evidence.map((proof) => proof.url)];
  });
}

const linked = () => new ObservationBuilder().page('/', { links: [link('/x.html')] });

test('a page that leads its reader on is as dead as what it leads to, and rests on both', () => {
  const found = outcomesOf(
    linked()
      .page('/x.html', { leadsTo: at('/y.html') })
      .page('/y.html', {}, { status: 404 }),
  );
  const evidence = [at('/x.html'), at('/y.html')];
  assert.deepEqual(found, [[at('/x.html'), 'not-found', 'homepage', evidence]]);
});

test('a page that leads home is dead, one that leads on is not, a circle is a loop', () => {
  const home = linked().page('/x.html', { leadsTo: homepageUrl });
  assert.deepEqual(outcomesOf(home)[0], [
    at('/x.html'),
    'redirect-home',
    'homepage',
    [at('/x.html'), homepageUrl],
  ]);
  const on = linked()
    .page('/x.html', { leadsTo: at('/y.html') })
    .page('/y.html');
  assert.deepEqual(outcomesOf(on), []);
  const unseen = linked().page('/x.html', { leadsTo: 'http://elsewhere.cn/' });
  assert.deepEqual(outcomesOf(unseen), []);
  const circle = linked()
    .page('/x.html', { leadsTo: at('/y.html') })
    .page('/y.html', { leadsTo: at('/x.html') });
  assert.equal((outcomesOf(circle)[0] as unknown[])[1], 'redirect-loop');
});

test('what an entrance leads to is the homepage: its links are, and a link to it is no redirect', () => {
  const builder = new ObservationBuilder()
    .page('/', { leadsTo: at('/web/') })
    .page('/web/', { links: [link('/x.html'), link('/'), link('/y.html')] }, { purpose: 'frame' })
    .target('/x.html', { status: 404 })
    .target('/y.html', { finalUrl: at('/web/') });
  assert.deepEqual(
    outcomesOf(builder).map((one) => (one as unknown[]).slice(0, 3)),
    [
      [at('/x.html'), 'not-found', 'homepage'],
      [at('/y.html'), 'redirect-home', 'homepage'],
    ],
  );
});

test('links of what is answered like an address that cannot exist are not the site’s', () => {
  const missing = { links: [link('/404.png', '', 'img')] };
  const found = outcomesOf(
    linked()
      .page('/x.html', missing, { body: 'nothing here' })
      .page('/random', missing, { purpose: 'random-path', body: 'nothing here' })
      .target('/404.png', { status: 404 }),
  );
  assert.deepEqual(
    found.map((one) => (one as unknown[]).slice(0, 2)),
    [[at('/x.html'), 'soft-404']],
  );
});

test('the same words with other figures are the same answer; a shell is no answer at all', () => {
  const said = (text: string) => ({ title: '某局', text, links: [link('/')] });
  const same = linked()
    .page('/x.html', said('欢迎访问 10:01:02'))
    .page('/random', said('欢迎访问 10:01:07'), { purpose: 'random-path' });
  assert.equal((outcomesOf(same)[0] as unknown[])[1], 'soft-404');
  const other = linked()
    .page('/x.html', said('关于放假的通知'))
    .page('/random', said('欢迎访问 10:01:07'), { purpose: 'random-path' });
  assert.deepEqual(outcomesOf(other), []);
  const shell = linked()
    .page('/x.html', { needsRendering: true }, { body: 'shell' })
    .page('/random', { needsRendering: true }, { purpose: 'random-path', body: 'shell' });
  assert.equal((outcomesOf(shell)[0] as unknown[])[1], null);
});
