import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { askOrders } from '#office/ask-orders.ts';
import { issueOrders } from '#office/issue-orders.ts';
import { monitoringTerms } from '#office/monitoring-terms.ts';
import { recheckOrder } from '#office/recheck-order.ts';
import { runCheck } from '#office/run-check.ts';
import { chargeOneDeadLink } from '#office/testing/charge-one-dead-link.ts';
import { type ChangingSite, serveChangingSite } from '#office/testing/changing-site.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import type { Watch } from '#office/watch.ts';
import { openChromium } from './open-chromium.ts';
import { serveOffice, type ServedOffice } from './sample-service.ts';
import { visit } from './visitor.ts';

describe('a unit mends what it was ordered to', () => {
  let site: ChangingSite;
  let office: SampleOffice;
  let service: ServedOffice;
  let chromium: { browser: Browser; close(): Promise<void> };
  let order = 0;
  /** The jobs of a worker, done when the test says so: on the real site. */
  const watch: Watch = {
    now: () => office.desk('inspector').now(),
    wait: async () => undefined,
    signal: new AbortController().signal,
    report: () => undefined,
  };
  before(async () => {
    site = await serveChangingSite();
    office = await openSampleOffice();
    const id = office.siteIds['minzheng'] ?? 0;
    await office.db
      .updateTable('sites')
      .set({ homepage: site.homepage })
      .where('id', '=', id)
      .execute();
    await chargeOneDeadLink(office, site);
    await issueOrders(office.desk('inspector'), office.campaignId);
    const { items } = await askOrders(office.desk('editor'), { limit: 1 });
    order = items[0]?.id ?? 0;
    [service, chromium] = await Promise.all([serveOffice(office), openChromium()]);
  });
  after(async () => {
    await chromium.close();
    await service.close();
    await site.close();
    assert.deepEqual(service.broken, []);
  });

  test('it checks its site, receives the order, answers, and the recheck passes', async () => {
    site.setDead(['/a']);
    const cookie = await service.cookieOf('editor');
    const { page, complaints, ...visitor } = await visit(chromium.browser, { ...service, cookie });
    await visitor.open(`/sites/${office.siteIds['minzheng']}?tab=checks`);
    await page.getByRole('button', { name: '立即自查' }).click();
    await page.getByText('排队').waitFor();
    const terms = monitoringTerms({ allowNet: ['127.0.0.0/8'] });
    await runCheck(office.desk({ job: 'check-site' }), 1, { terms, watch });
    await page.getByRole('link', { name: `${site.homepage}a` }).waitFor();
    site.setDead([]);
    await page.getByRole('link', { name: '整改', exact: true }).click();
    await page.getByRole('link', { name: '市民政局' }).click();
    await page.getByRole('button', { name: /^签\s*收$/ }).click();
    await page.getByRole('radio', { name: '已整改' }).check();
    await page.getByRole('button', { name: '提交回复' }).click();
    await page.getByText('已回复，等待自动复查').waitFor();
    await recheckOrder(office.desk({ job: 'recheck' }), order, watch);
    await page.getByText('复查通过，等待监管单位办结').waitFor();
    assert.deepEqual(await visitor.violations(), []);
    assert.deepEqual(complaints, []);
    await visitor.close();
  });

  test('the inspector finds it on the board and closes it', async () => {
    const cookie = await service.cookieOf('inspector');
    const { page, complaints, ...visitor } = await visit(chromium.browser, { ...service, cookie });
    await visitor.open('/orders');
    const passed = page.getByRole('region', { name: '复查通过' });
    await passed.getByRole('link', { name: '市民政局' }).click();
    await page.getByText('已消除').first().waitFor();
    await page.getByRole('button', { name: /^办\s*结$/ }).click();
    await page.getByText('已办结').first().waitFor();
    assert.deepEqual(complaints, []);
    await visitor.close();
  });
});
