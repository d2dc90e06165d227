import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from './open-chromium.ts';
import { openSampleService, type SampleService } from './sample-service.ts';
import { visit, type Visitor } from './visitor.ts';

/** `npm run test:browser` walks every deduction; the gate every fifth of them. */
const EVERY = process.env['XUNWANG_BROWSER_TESTS'] === 'all' ? 1 : 5;

/** What a round takes from a site by one line of its rubric. */
interface Deduction {
  siteId: number;
  inspectionId: number;
  unit: string;
  indicator: string;
  findings: number[];
}

/**
 * Two clicks from any lost point to its proof, on each screen that shows points: the heat map of
 * the overview, the results of a campaign, the annex of its circular.
 */
describe('from a lost point the proof is two clicks away', () => {
  let service: SampleService;
  let chromium: { browser: Browser; close(): Promise<void> };
  let visitor: Visitor;
  let deductions: Deduction[];
  let campaign: number;
  before(async () => {
    [service, chromium] = await Promise.all([openSampleService(), openChromium()]);
    const cookie = await service.cookieOf('inspector');
    visitor = await visit(chromium.browser, { origin: service.origin, cookie });
    ({ campaign } = service.world.things.own);
    deductions = await deductionsOf(visitor.page, service.origin, campaign);
    assert.ok(deductions.length >= 10, `${deductions.length} deductions`);
    deductions = deductions.filter((_, index) => index % EVERY === 0);
  });
  after(async () => {
    await visitor.close();
    await chromium.close();
    await service.close();
    assert.deepEqual(service.broken, []);
  });

  /** The page is the evidence of a finding of this deduction, and says what it takes. */
  async function proves({ findings, unit }: Deduction): Promise<void> {
    const { page } = visitor;
    await page.waitForURL(/\/findings\/\d+$/);
    await page.getByRole('heading', { name: '依据哪一条' }).waitFor();
    const id = Number(page.url().split('/').at(-1));
    assert.ok(findings.includes(id), `${page.url()} is no proof for ${unit}`);
    assert.equal(await page.locator('.sum-lines li').count(), 1);
    assert.ok((await page.locator('.looks > li').count()) > 0);
  }

  test('from each charged cell of the heat map', async () => {
    const { page } = visitor;
    for (const deduction of deductions) {
      await visitor.open('/');
      const { siteId, indicator } = deduction;
      await page.locator(`a[href*="site=${siteId}&indicator=${indicator}"]`).first().click();
      await page.getByRole('link', { name: '佐证' }).first().click();
      await proves(deduction);
    }
  });

  test('from each score among the results of a campaign', async () => {
    const { page } = visitor;
    for (const deduction of deductions) {
      await visitor.open(`/campaigns/${campaign}?tab=inspections`);
      await page.locator(`a[href="/inspections/${deduction.inspectionId}"]`).last().click();
      const line = page.locator('.charged-line').filter({
        has: page.locator(`a[href*="indicator=${deduction.indicator}"]`),
      });
      await line.locator('.finding-row a').first().click();
      await proves(deduction);
    }
  });

  test('from each row of the annex, and from each problem the circular counts', async () => {
    const { page } = visitor;
    const address = `/circulars/${service.world.things.own.circular}`;
    for (const unit of new Set(deductions.map((one) => one.unit))) {
      await visitor.open(address);
      const row = page.getByRole('row').filter({ hasText: unit });
      await row.locator('.chip').nth(5).click();
      await page.locator('.figure-findings a').first().click();
      const own = deductions.filter((one) => one.unit === unit);
      await proves({ ...own[0], findings: own.flatMap(({ findings }) => findings) } as Deduction);
    }
    assert.deepEqual(visitor.complaints, []);
  });

  test('the proof is printed on one page, its address as a code on it', async () => {
    const { page } = visitor;
    await visitor.open(`/findings/${deductions[0]?.findings[0] ?? 0}`);
    await page.getByRole('img', { name: '本页地址的二维码' }).waitFor();
    const pdf = Buffer.from(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
    assert.equal(pages.length, 1);
    // Nothing of the captured page acted here.
    assert.equal(await page.evaluate(`globalThis.stolen`), undefined);
  });
});

async function deductionsOf(page: Page, origin: string, campaign: number): Promise<Deduction[]> {
  const ask = async (path: string) => {
    const response = await page.request.get(`${origin}/api/v1${path}`);
    assert.equal(response.status(), 200, path);
    return (await response.json()) as { items: Record<string, unknown>[] };
  };
  const { items } = await ask(`/campaigns/${campaign}/charges?limit=200`);
  const all: Deduction[] = [];
  for (const { siteId, inspectionId, unit, lines } of items) {
    for (const { indicator } of lines as { indicator: string }[]) {
      const query = `campaign=${campaign}&site=${String(siteId)}&indicator=${indicator}&limit=200`;
      const found = await ask(`/findings?${query}`);
      const findings = found.items.map(({ id }) => Number(id));
      assert.ok(findings.length > 0, `${String(unit)}: ${indicator} has findings`);
      all.push({
        siteId: Number(siteId),
        inspectionId: Number(inspectionId),
        unit: String(unit),
        indicator,
        findings,
      });
    }
  }
  return all;
}
