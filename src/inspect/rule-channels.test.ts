import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Channel, ChannelRuling } from '#domain/channel.ts';
import { ruleChannels } from './rule-channels.ts';

const host = 'http://www.example.gov.cn';
function found(path: string, name: string[], changes: Partial<Channel> = {}) {
  const channel: Channel = {
    name: name.at(-1) ?? '',
    path: name,
    url: `${host}${path}`,
    kind: 'news',
    level: name.length,
    historical: false,
    ...changes,
  };
  return { channel, pages: [channel.url], expected: [] };
}
const ruling: ChannelRuling = {
  url: `${host}/zt/`,
  kind: 'special',
  historical: true,
  clock: null,
  owner: null,
  origin: 'corrected',
  by: 7,
  at: '2019-05-01T00:00:00.000Z',
};

test('what a person said of a channel is what it is, and closes what hangs under it', () => {
  const sites = [found('/zt/', ['专题']), found('/zt/a/', ['专题', '甲']), found('/xw/', ['新闻'])];
  const [topic, below, other] = ruleChannels(sites, [ruling]).map(({ channel }) => channel);
  assert.deepEqual([topic?.kind, topic?.historical, topic?.ruling], ['special', true, ruling]);
  assert.deepEqual([below?.kind, below?.historical, below?.ruling?.by], ['news', true, 7]);
  assert.equal(below?.ruling?.clock, undefined, 'its clock is its own');
  assert.deepEqual(other, sites[2]?.channel);
});

test('a person may say that a channel is not closed, and without a word nothing changes', () => {
  const closed = [found('/zt/', ['往年专题'], { historical: true })];
  const open = { ...ruling, historical: false, kind: 'news' as const };
  assert.equal(ruleChannels(closed, [open])[0]?.channel.historical, false);
  assert.equal(ruleChannels(closed, []), closed);
  const elsewhere = { ...ruling, url: `${host}/gone/` };
  assert.deepEqual(ruleChannels(closed, [elsewhere]), closed);
});
