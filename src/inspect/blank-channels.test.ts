import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '#domain/finding.ts';
import type { PageFacts } from '#domain/page.ts';
import { blankChannels } from './blank-channels.ts';
import { viewSite } from './site-view.ts';
import {
  at,
  channel,
  entry,
  list,
  ObservationBuilder,
  terms,
} from './testing/observation-builder.ts';

function findingsOf(facts: Partial<PageFacts>, builder = new ObservationBuilder()): Finding[] {
  const [view] = viewSite(builder.page('/').page('/c/', facts).build());
  return view ? [...blankChannels.run(view, terms)] : [];
}

test('a list without an entry is blank, with what it says as the proof', () => {
  const [finding] = findingsOf({ ...list('公示', 'notices', []), text: '暂无信息' });
  assert.equal(finding?.kind, 'channel-blank');
  assert.equal(finding.url, at('/c/'));
  assert.equal(finding.reason, 'one-look');
  assert.deepEqual(finding.measure, {});
  assert.equal(finding.evidence[0]?.excerpt, '暂无信息');
});

test('a column of one page without a word is blank', () => {
  const functions = channel('机构职能', 'functions');
  assert.equal(findingsOf({ kind: 'other', channel: functions, blank: true }).length, 1);
  assert.equal(findingsOf({ kind: 'other', channel: functions, blank: false }).length, 0);
});

test('a list with an entry, one that we could not render, and interaction are not blank', () => {
  assert.deepEqual(findingsOf(list('公示', 'notices', [entry('/1')])), []);
  const unrendered = { ...list('公示', 'notices', []), needsRendering: true, blank: null };
  assert.deepEqual(findingsOf(unrendered), []);
  for (const kind of ['consultation', 'survey', 'interview', 'public-replies'] as const) {
    assert.deepEqual(findingsOf(list('互动', kind, [])), [], kind);
  }
});

test('a landing page is no channel', () => {
  assert.deepEqual(findingsOf({ ...list('政务公开', 'disclosure', []), landing: true }), []);
});

test('a data address without a row makes the list blank', () => {
  const endpoints = [{ url: at('/rows.json'), format: 'json' } as const];
  const facts = { ...list('公示', 'notices', []), needsRendering: true, blank: null, endpoints };
  const empty = new ObservationBuilder().page('/rows.json', {}, { purpose: 'endpoint' });
  assert.equal(findingsOf(facts, empty)[0]?.state, 'suspected');
  const one = { entries: [entry('/1')] };
  const filled = new ObservationBuilder().page('/rows.json', one, { purpose: 'endpoint' });
  assert.deepEqual(findingsOf(facts, filled), []);
});

test('a frame that we could not read leaves a blank page unmeasured', () => {
  const facts = { ...list('公示', 'notices', []), frames: [at('/rows.html')] };
  const lost = new ObservationBuilder().target('/rows.html', { failed: 'ours' });
  const [finding] = findingsOf(facts, lost);
  assert.deepEqual([finding?.state, finding?.reason], ['unmeasured', 'timeout-ours']);
});

test('a list page is blank when the frame that should hold its rows holds none', () => {
  const frames = [at('/rows.html')];
  const facts = { ...list('公示', 'notices', []), needsRendering: true, blank: null, frames };
  const part = { purpose: 'frame' } as const;
  const framed = (inner: Partial<PageFacts>) =>
    findingsOf(facts, new ObservationBuilder().page('/rows.html', inner, part));
  assert.equal(framed({ kind: 'list', blank: true })[0]?.state, 'suspected');
  assert.equal(framed({ kind: 'other', blank: null })[0]?.state, 'suspected');
  assert.deepEqual(framed({ kind: 'list', blank: false, entries: [entry('/1')] }), []);
  assert.deepEqual(framed({ kind: 'other', blank: false }), []);
  assert.deepEqual(framed({ kind: 'other', blank: null, needsRendering: true }), []);
});
