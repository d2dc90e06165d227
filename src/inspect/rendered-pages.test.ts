import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '#domain/finding.ts';
import type { PageFacts } from '#domain/page.ts';
import { confirm } from './confirm.ts';
import { viewSite } from './site-view.ts';
import {
  type Answer,
  at,
  entry,
  list,
  ObservationBuilder,
  terms,
} from './testing/observation-builder.ts';

const browser = { method: 'browser' } as const;
const unread = { ...list('公示', 'notices', []), blank: null, needsRendering: true };
const stale = list('公示', 'notices', [entry('/c/1.html', '2015-01-01')]);
const fresh = list('公示', 'notices', [entry('/c/1.html', '2019-05-20')]);

/** The finding about a script-built list, by what the browser made of it at each look. */
function judge(...looks: { facts?: Partial<PageFacts>; answer?: Answer }[]): Finding | undefined {
  const builder = new ObservationBuilder().page('/');
  looks.forEach(({ facts = {}, answer = {} }, look) => {
    builder.page('/c/', unread, { look });
    builder.page('/c/', facts, { ...browser, look, ...answer });
  });
  const joined = [...confirm(viewSite(builder.build()), terms)];
  return joined.map(({ finding }) => finding).find(({ channel }) => channel?.url === at('/c/'));
}

test('what the browser read is judged in place of the fetch, and is the evidence', () => {
  const finding = judge({ facts: stale }, { facts: stale });
  assert.equal(finding?.state, 'confirmed');
  assert.equal(finding.measure.newest, '2015-01-01');
  assert.deepEqual(
    finding.evidence.map(({ visit }) => visit),
    ['v000003', 'v000005'],
  );
  assert.equal(judge({ facts: fresh }), undefined);
  assert.equal(judge({ facts: list('公示', 'notices', []) })?.kind, 'channel-blank');
});

test('what the browser could not read leaves what the fetch left open', () => {
  for (const answer of [{ failed: 'budget' }, { failed: 'ours' }, { status: 503 }] as const) {
    const finding = judge({ answer });
    assert.equal(finding?.state, 'unmeasured', JSON.stringify(answer));
    assert.equal(finding.reason, 'needs-rendering');
  }
  const later = judge({ facts: stale }, { answer: { failed: 'budget' } });
  assert.deepEqual([later?.state, later?.reason], ['unmeasured', 'needs-rendering']);
});

function availability(...answers: Answer[]): Finding | undefined {
  const builder = new ObservationBuilder();
  for (const answer of answers) builder.page('/', { blocked: answer.status === 521 }, answer);
  const joined = [...confirm(viewSite(builder.build()), terms)];
  return joined.map(({ finding }) => finding).find(({ kind }) => kind === 'site-unavailable');
}

test('a site that only a browser can open is not unavailable; a browser proves no outage', () => {
  const wall = { status: 521 };
  assert.equal(availability(wall)?.state, 'unmeasured');
  assert.equal(availability(wall, { ...browser, ms: 20_000 }), undefined);
  const failed = availability(wall, { ...browser, failed: 'budget' });
  assert.deepEqual([failed?.state, failed?.measure.failed], ['unmeasured', 0]);
});
