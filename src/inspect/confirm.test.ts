import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '#domain/finding.ts';
import { inspectSite } from './inspect-site.ts';
import { faultySite, lookedAtAgain } from './testing/faulty-site.ts';
import {
  type Answer,
  at,
  homepageUrl,
  link,
  ObservationBuilder,
} from './testing/observation-builder.ts';
import { entry, list, terms } from './testing/observation-builder.ts';
import { whatToLookAtAgain } from './what-to-look-at-again.ts';

/** The dead link of a site, after further looks with these answers. */
function course(...answers: Answer[]): Finding | undefined {
  const builder = new ObservationBuilder()
    .page('/', { links: [link('/x', '某链接')] })
    .target('/x', { status: 404 });
  for (const [n, answer] of answers.entries()) builder.target('/x', { ...answer, look: n + 1 });
  return inspectSite(builder.build(), terms).findings.find(({ kind }) => kind === 'link-dead');
}

describe('the recheck rule', () => {
  test('one look suspects', () => {
    assert.deepEqual([course()?.state, course()?.reason], ['suspected', 'one-look']);
  });

  test('every look finds it: confirmed, with evidence of each and the page that links', () => {
    const finding = course({ status: 404 }, { status: 503 });
    assert.deepEqual([finding?.state, finding?.reason], ['confirmed', null]);
    assert.equal(finding?.measure.outcome, 'server-error');
    assert.deepEqual(
      finding.evidence.map(({ url, look, status, excerpt }) => [url, look, status, excerpt]),
      [
        [homepageUrl, 0, 200, '某链接'],
        [at('/x'), 0, 404, null],
        [at('/x'), 1, 404, null],
        [at('/x'), 2, 503, null],
      ],
    );
  });

  test('one look that opens it drops it, whatever the others say', () => {
    for (const answers of [
      [{}],
      [{ status: 404 }, {}],
      [{}, { status: 404 }],
      [{}, { status: 403 }],
    ]) {
      const finding = course(...answers);
      assert.deepEqual([finding?.state, finding?.reason], ['dropped', 'recovered']);
    }
  });

  test('each link goes its own way, though further looks do not find all that look 0 found', () => {
    const names = ['/a', '/b', '/c', '/d'];
    const builder = new ObservationBuilder().page('/', { links: names.map((name) => link(name)) });
    for (const look of [0, 1, 2]) {
      for (const name of names) {
        const opens = (name === '/a' && look === 1) || (name === '/c' && look === 2);
        builder.target(name, { status: opens ? 200 : 404, look });
      }
    }
    const { findings } = inspectSite(builder.build(), terms);
    const states = findings.filter(({ kind }) => kind === 'link-dead');
    assert.deepEqual(
      states.map(({ url, state, evidence }) => [url, state, evidence.length]),
      [
        [at('/a'), 'dropped', 4],
        [at('/b'), 'confirmed', 4],
        [at('/c'), 'dropped', 4],
        [at('/d'), 'confirmed', 4],
      ],
    );
  });

  test('a list under two addresses is one fault, whichever of them a look shows', () => {
    const stale = list('要闻', 'news', [entry('2015-01-01', '旧闻')]);
    const twins = ['/c/', '/c/index.html', '/c/index_1.html'];
    const builder = new ObservationBuilder().page('/', {
      navigation: twins.map((path) => ({ text: '要闻', url: at(path), level: 1 })),
      links: twins.map((path) => link(path, '要闻')),
    });
    for (const look of [0, 1, 2]) for (const path of twins) builder.page(path, stale, { look });
    const { findings } = inspectSite(builder.build(), terms);
    const blamed = findings.filter(({ kind }) => kind === 'channel-stale');
    assert.equal(blamed.length, 1);
    assert.equal(new Set(findings.map(({ id }) => id)).size, findings.length);
  });

  test('a look that was refused or failed by our doing leaves it unmeasured', () => {
    assert.equal(course({ status: 403 })?.reason, 'blocked');
    assert.equal(course({ status: 404 }, { failed: 'ours' })?.reason, 'timeout-ours');
    assert.equal(course({ failed: 'ours' })?.state, 'unmeasured');
  });

  test('what was not visited again stays suspected', () => {
    const builder = new ObservationBuilder()
      .page('/', { links: [link('/x'), link('/y')] })
      .target('/x', { status: 404 })
      .target('/y', { status: 404 })
      .target('/x', { status: 404, look: 1 });
    const states = inspectSite(builder.build(), terms)
      .findings.filter(({ kind }) => kind === 'link-dead')
      .map(({ state }) => state);
    assert.deepEqual(states, ['confirmed', 'suspected']);
  });
});

describe('a suspicion about a page', () => {
  const stale = () =>
    new ObservationBuilder()
      .page('/')
      .page('/c/', list('公示', 'notices', [entry('/1', '2018-01-01')]));
  const stateOf = (builder: ObservationBuilder) => {
    const { findings } = inspectSite(builder.build(), terms);
    const finding = findings.find(({ kind }) => kind === 'channel-stale');
    return [finding?.state, finding?.reason];
  };

  test('is confirmed by the facts of the further look', () => {
    assert.deepEqual(stateOf(stale().again(['/c/'], 1)), ['confirmed', null]);
  });

  test('is dropped when the further look finds it mended', () => {
    const fresh = list('公示', 'notices', [entry('/2', '2019-05-26')]);
    assert.deepEqual(stateOf(stale().page('/c/', fresh, { look: 1 })), ['dropped', 'recovered']);
  });

  test('is unmeasured when the further look is refused, fails or cannot be rendered', () => {
    const script = { ...list('公示', 'notices', []), needsRendering: true, blank: null };
    assert.deepEqual(stateOf(stale().page('/c/', { blocked: true }, { look: 1 })), [
      'unmeasured',
      'blocked',
    ]);
    assert.deepEqual(stateOf(stale().target('/c/', { failed: 'timeout', look: 1 })), [
      'unmeasured',
      'unreachable',
    ]);
    assert.deepEqual(stateOf(stale().page('/c/', script, { look: 1 })), [
      'unmeasured',
      'needs-rendering',
    ]);
  });

  test('is unmeasured when a blank channel cannot be read again', () => {
    const builder = new ObservationBuilder()
      .page('/')
      .page('/c/', list('公示', 'notices', []))
      .page('/c/', { blocked: true }, { look: 1 });
    const { findings } = inspectSite(builder.build(), terms);
    const blank = findings.find(({ kind }) => kind === 'channel-blank');
    assert.deepEqual([blank?.state, blank?.reason], ['unmeasured', 'blocked']);
  });

  test('that only a person can settle stays suspected after all looks', () => {
    const builder = new ObservationBuilder()
      .page('/')
      .page('/c/', list('公示', 'notices', [entry('/1')]))
      .again(['/', '/c/'], 1);
    assert.deepEqual(stateOf(builder), ['suspected', 'undated']);
  });
});

describe('what to look at again', () => {
  test('is what the suspicions rest on', () => {
    const builder = new ObservationBuilder()
      .page('/', { links: [link('/x'), link('/fine')] })
      .target('/x', { status: 404 })
      .target('/fine');
    const urls = whatToLookAtAgain(builder.build(), terms);
    assert.ok(urls.includes(at('/x')));
    assert.ok(!urls.includes(at('/fine')));
  });

  test('goes on with what is confirmed so far, and ends with what was cleared', () => {
    const builder = faultySite();
    assert.ok(whatToLookAtAgain(builder.build(), terms).includes(at('/lost')));
    builder.target('/lost', { look: 1 }).target('/lost-2', { look: 1, failed: 'dns' });
    const urls = whatToLookAtAgain(builder.build(), terms);
    assert.ok(!urls.includes(at('/lost')));
    assert.ok(urls.includes(at('/lost-2')));
  });

  test('is nothing when nothing is suspected', () => {
    const quiet = { ...terms, homepage: { windowDays: 14, minimumUpdates: 0 } };
    const links = [link('/x')];
    const builder = new ObservationBuilder()
      .page('/', { links })
      .target('/x', { status: 404 })
      .again(['/'], 1)
      .target('/x', { look: 1 });
    const left = whatToLookAtAgain(builder.build(), quiet);
    assert.ok(!left.includes(at('/x')));
  });

  test('is the homepage when the site never opened', () => {
    const builder = new ObservationBuilder().target('/', { purpose: 'homepage', failed: 'dns' });
    assert.deepEqual(whatToLookAtAgain(builder.build(), terms), [homepageUrl]);
  });
});

describe('an inspection', () => {
  test('of a site with faults names them by kind and address', () => {
    const { findings, looked, totals } = inspectSite(lookedAtAgain(faultySite(), 2), terms);
    assert.deepEqual(
      findings.map(({ kind, state, url, reason }) => [kind, state, url, reason]),
      [
        ['homepage-few-updates', 'confirmed', homepageUrl, null],
        ['channel-stale', 'confirmed', at('/news/'), null],
        ['channel-stale', 'confirmed', at('/notices/'), null],
        ['channel-stale', 'suspected', at('/past/'), 'historical'],
        ['channel-stale', 'confirmed', at('/plans/'), null],
        ['channel-blank', 'confirmed', at('/blank/'), null],
        ['link-dead', 'confirmed', at('/form.doc'), null],
        ['link-dead', 'confirmed', at('/lost'), null],
        ['link-dead', 'confirmed', at('/lost-2'), null],
        ['link-dead', 'confirmed', at('/survey/'), null],
        ['link-dead', 'unmeasured', at('/wall'), 'blocked'],
        ['letter-unanswered', 'confirmed', at('/mail/1'), null],
        ['survey-missing', 'confirmed', homepageUrl, null],
        ['interview-none', 'confirmed', at('/talks/'), null],
        ['guide-incomplete', 'confirmed', at('/guide'), null],
        ['service-download-dead', 'confirmed', at('/form.doc'), null],
        ['footer-element-missing', 'confirmed', homepageUrl, null],
      ],
    );
    assert.deepEqual(looked, { total: 22, unmeasured: 1, neverOpened: false });
    assert.equal(totals.unmeasured, 1);
  });

  test('of a site that never opened says so and blames nobody', () => {
    const builder = new ObservationBuilder()
      .target('/', { purpose: 'homepage', failed: 'timeout' })
      .target('/', { purpose: 'homepage', failed: 'timeout', look: 1 });
    const { findings, looked } = inspectSite(builder.build(), terms);
    assert.deepEqual(looked, { total: 1, unmeasured: 1, neverOpened: true });
    const [down] = findings;
    assert.deepEqual(
      [down?.kind, down?.state, down?.reason],
      ['site-unavailable', 'suspected', 'below-sample'],
    );
    assert.deepEqual(down?.measure, { visits: 2, failed: 2, share: 1 });
    assert.ok(findings.every(({ state }) => state !== 'confirmed'));
  });

  test('of a homepage that opened at a further look drops the outage', () => {
    const builder = new ObservationBuilder()
      .target('/', { purpose: 'homepage', failed: 'timeout' })
      .page('/', {}, { look: 1 });
    const { findings, looked } = inspectSite(builder.build(), terms);
    assert.deepEqual(looked, { total: 1, unmeasured: 1, neverOpened: false });
    assert.equal(findings[0]?.state, 'dropped');
  });
});
