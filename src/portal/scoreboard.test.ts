import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { newReceipt } from '#office/receipt.ts';
import { submitInquiry } from '#office/submit-inquiry.ts';
import { publicDesk, sampleInquiry } from '#office/testing/matter-desks.ts';
import { sha256 } from '#base/hash.ts';
import { correctSample, publishSample } from '#office/testing/publish-sample.ts';
import { checkResult } from '#publish/check-result.ts';
import { openTestPortal, type TestPortal } from './testing/open-test-portal.ts';

describe('the scoreboard', () => {
  let portal: TestPortal;
  before(async () => {
    portal = await openTestPortal();
  });
  after(() => portal.close());

  test('nothing of a running campaign is to be seen, and every page says why it is empty', async () => {
    for (const path of ['/public/', '/public/rounds', '/public/circulars', '/public/data']) {
      const page = await portal.get(path);
      assert.equal(page.status, 200, path);
      assert.match(page.text, /还没有公布/, path);
      assert.doesNotMatch(page.text, /2019年第二季度政府网站抽查/, path);
    }
    const home = await portal.get('/public/');
    assert.match(home.text, /<title>咸宁市政府网站监督<\/title>/, 'its name once');
    const { campaignId, siteIds } = portal.office;
    assert.equal((await portal.get(`/public/rounds/${campaignId}`)).status, 404);
    const site = await portal.get(`/public/sites/${siteIds['minzheng']}`);
    assert.equal(site.status, 200);
    assert.match(site.text, /未抽查/);
    assert.doesNotMatch(site.text, /minzheng-0/);
    assert.deepEqual(portal.broken, []);
  });

  test('a published circular, then its correction beside the number it corrects', async () => {
    const first = await publishSample(portal.office);
    const { campaignId, siteIds, unitIds } = portal.office;
    const before = await portal.get(`/public/rounds/${campaignId}`);
    assert.match(before.text, /市民政局<\/a><\/th>\s*<td class="right" data-label="得分">98</);
    const second = await correctSample(portal.office);
    const round = await portal.get(`/public/rounds/${campaignId}`);
    assert.match(round.text, />99<br><span class="was">第1号版本为 98，已更正<\/span>/);
    assert.match(round.text, /本次通报已更正 1 次，现行的是第2号版本/);
    const unit = await portal.get(`/public/units/${unitIds['市民政局']}`);
    assert.match(unit.text, /第1号版本为 98/);
    const site = await portal.get(`/public/en/sites/${siteIds['minzheng']}`);
    assert.match(site.text, /version 1 said 98/);
    assert.match(site.text, /status 404/);
    const old = await portal.get(`/public/circulars/${first}`);
    assert.match(old.text, /这个版本已被更正/);
    const current = await portal.get(`/public/circulars/${second}`);
    assert.match(current.text, /更正原因/);
    assert.deepEqual(portal.broken, []);
  });

  test('series are as their schema says, and runnable in no spreadsheet', async () => {
    const { text } = await portal.get('/public/data/scores.json');
    const schema = JSON.parse(readFileSync('docs/scores.schema.json', 'utf8'));
    const data = JSON.parse(text);
    assert.deepEqual(checkResult(data, schema), []);
    assert.equal(data.scores.length, 10);
    const mine = data.scores.find((one: { unit: string }) => one.unit === '市民政局');
    assert.deepEqual(mine.corrected, [{ version: 1, verdict: 'pass', score: 98 }]);
    const shown = await portal.get('/public/data/scores.schema.json');
    assert.deepEqual(JSON.parse(shown.text), schema);
    const formula = JSON.stringify(['=HYPERLINK("http://x.example","点我")']);
    await portal.office.db.updateTable('published_sites').set({ problems: formula }).execute();
    const csv = await portal.get('/public/data/scores.csv');
    assert.equal(csv.text.match(/"'=HYPERLINK/g)?.length, 10);
    assert.doesNotMatch(csv.text, /[,"]=HYPERLINK/);
    assert.match(csv.text, /^\uFEFF?抽查,时间/);
    assert.equal(csv.text.trim().split('\r\n').length, 11);
  });

  test('files are the published bytes, and who has them is told so', async () => {
    const list = await portal.get('/public/circulars');
    const [, id] = /circulars\/(\d+)/.exec(list.text) ?? [];
    const page = await portal.get(`/public/circulars/${id}`);
    const file = await portal.get(`/public/circulars/${id}/annex.csv`);
    assert.match(page.text, new RegExp(sha256(`\uFEFF${file.text.replace(/^\uFEFF/, '')}`)));
    const tag = file.headers.get('etag') ?? '';
    const again = await portal.get(`/public/circulars/${id}/annex.csv`, { 'if-none-match': tag });
    assert.equal(again.status, 304);
    assert.equal((await portal.get(`/public/circulars/${id}/..%2fpasswd`)).status, 404);
  });

  test('feeds and the badge follow what holds', async () => {
    const feed = await portal.get('/public/feed.xml');
    assert.match(feed.headers.get('content-type') ?? '', /atom/);
    assert.equal(feed.text.match(/<entry>/g)?.length, 2);
    const { siteIds } = portal.office;
    const badge = await portal.get(`/public/sites/${siteIds['minzheng']}/badge.svg`);
    assert.match(badge.text, /合格 99</);
    assert.equal(badge.headers.get('cross-origin-resource-policy'), 'cross-origin');
    const of = await portal.get(`/public/sites/${siteIds['minzheng']}/feed.xml`);
    assert.match(of.text, /合格 99/);
  });

  test('a site is found by a part of its name, and no word is taken for a pattern', async () => {
    const found = await portal.get(`/public/rounds?q=${encodeURIComponent('林业')}`);
    assert.match(found.text, /找到 1 个网站/);
    const none = await portal.get('/public/rounds?q=%25%25');
    assert.match(none.text, /没有找到/);
    const script = await portal.get(`/public/rounds?q=${encodeURIComponent('"><script>x')}`);
    assert.doesNotMatch(script.text, /<script>x/);
  });

  /** What the link of a mail carries. */
  async function mailedKey(): Promise<string> {
    const { inquiryId } = await submitInquiry(publicDesk(portal.office), sampleInquiry());
    const { text, hash } = newReceipt();
    const until = '2100-01-01T00:00:00.000Z';
    const key = { key_hash: hash, thing: 'inquiry', thing_id: inquiryId, until } as const;
    await portal.office.db.insertInto('mail_keys').values(key).execute();
    return text;
  }

  test('every page answers in both languages, without inline script or style', async () => {
    const { campaignId, siteIds, unitIds } = portal.office;
    const list = await portal.get('/public/circulars');
    const values: Record<string, string> = {
      round: String(campaignId),
      site: String(siteIds['minzheng']),
      unit: String(unitIds['市民政局']),
      circular: /circulars\/(\d+)/.exec(list.text)?.[1] ?? '',
      file: 'annex.csv',
      key: await mailedKey(),
      guide: 'citizen',
    };
    for (const { method, path, isPlain } of portal.routes) {
      if (method !== 'get' || /:inquiry|:capture|:picture/.test(path)) continue;
      const at = path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? name);
      for (const language of isPlain ? [''] : ['', '/en']) {
        const { status, headers, text } = await portal.get(`/public${language}${at}`);
        assert.equal(status, 200, at);
        assert.ok(headers.get('content-security-policy'), at);
        assert.equal(headers.get('set-cookie'), null, at);
        if (!headers.get('content-type')?.startsWith('text/html') || isPlain) continue;
        assert.doesNotMatch(text, /<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/i, at);
        assert.doesNotMatch(text, /\{\w+\}|undefined|\[object/, at);
        if (language === '/en') assert.match(text, /<html lang="en">/, at);
      }
    }
    assert.deepEqual(portal.broken, []);
  });
});
