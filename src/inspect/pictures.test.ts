import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '#base/hash.ts';
import type { Observation } from '#domain/observation.ts';
import type { Visit } from '#domain/visit.ts';
import { inspectSite } from './inspect-site.ts';
import { whatToPicture } from './pictures.ts';
import {
  at,
  entry,
  homepageUrl,
  link,
  list,
  ObservationBuilder,
  terms,
} from './testing/observation-builder.ts';

const paths = ['/', '/tzgg/', '/none.html', '/refused.html'];

/** A site with an old homepage, a stale channel, a missing page and a server that refuses. */
function faultySite(): Observation {
  const links = [link('/tzgg/', '通知公告'), link('/none.html'), link('/refused.html')];
  const builder = new ObservationBuilder()
    .page('/', { kind: 'home', links, entries: [entry('/tzgg/1.html', '2018-01-01')] })
    .page('/tzgg/', list('通知公告', 'notices', [entry('/tzgg/1.html', '2018-01-01')]))
    .page('/none.html', { saysMissing: true }, { status: 404 })
    .target('/refused.html', { failed: 'refused' });
  return builder.again(paths, 1).build();
}

/** The observation with a picture of each address. */
function pictured(observation: Observation, urls: readonly string[]): Observation {
  const visits = urls.map((url, index): Visit => {
    const [first] = observation.visits;
    assert.ok(first?.outcome.kind === 'answered');
    const outcome = { ...first.outcome, bodyHash: sha256(url), contentType: 'image/jpeg' };
    const id = `v0001${String(index).padStart(2, '0')}`;
    return { ...first, id, url, look: 1, purpose: 'picture', method: 'browser', outcome };
  });
  return { ...observation, visits: [...observation.visits, ...visits] };
}

test('pictures are wanted of what is confirmed and shows something, the gravest first', () => {
  const wanted = whatToPicture(faultySite(), terms, 9);
  assert.deepEqual(wanted, [homepageUrl, at('/tzgg/'), at('/none.html')]);
  assert.deepEqual(whatToPicture(faultySite(), terms, 1), [homepageUrl]);
  assert.deepEqual(whatToPicture(faultySite(), terms, 0), []);
});

test('nothing confirmed, no picture', () => {
  const builder = new ObservationBuilder().page('/', { kind: 'home' });
  assert.deepEqual(whatToPicture(builder.build(), terms, 9), []);
});

test('a picture stands behind the evidence of its finding, and changes nothing else', () => {
  const before = inspectSite(faultySite(), terms);
  const observation = pictured(faultySite(), [homepageUrl, at('/refused.html')]);
  const after = inspectSite(observation, terms);
  assert.deepEqual(whatToPicture(observation, terms, 3), [at('/tzgg/'), at('/none.html')]);
  for (const [index, finding] of after.findings.entries()) {
    const plain = before.findings[index];
    if (finding.kind !== 'homepage-not-updated') assert.deepEqual(finding, plain);
    else {
      const last = finding.evidence.at(-1);
      assert.deepEqual(finding.evidence.slice(0, -1), plain?.evidence);
      assert.deepEqual([last?.visit, last?.picture], ['v000100', 'pictures/v000100.jpg']);
      assert.equal(last?.bodyHash, sha256(homepageUrl));
    }
  }
  assert.equal(after.totals.pages, before.totals.pages);
});
