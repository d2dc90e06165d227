import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import type { SampleOffice } from '#office/testing/sample-office.ts';
import { slowDown } from './slow-line.ts';
import { visit } from './visitor.ts';

/** How a list of very many sites behaves under somebody's hands. */
export interface LargeList {
  sites: number;
  /** Until the first page of the list stands. */
  openMs: number;
  /** From the last letter typed to the filtered list, the pause after typing included. */
  filterMs: number;
  nextMs: number;
  /** The longest time that the page could not answer, while scrolling, filtering and turning. */
  longestTaskMs: number;
}

/** Adds so many units with a site each, of a province: `某县某局00001`. */
export async function plantSites({ db, places }: SampleOffice, count: number): Promise<void> {
  const region = places.city.id;
  await sql`
    with made as (
      insert into units (name, region_id, path, position)
      select '甲县第' || (1000 + n) || '局', ${region}, '/0/' || n || '/', 1000 + n from generate_series(1, ${count}) n
      returning id, position
    )
    insert into sites (key, unit_id, name, homepage, site_id_code, kind, position, state)
    select 'large-' || id, id, '甲县第' || position || '局网站',
      'http://s' || id || '.example.gov.cn/', lpad(id::text, 10, '4'), 'department', position,
      'online'
    from made
  `.execute(db);
  await sql`update units set path = '/' || id || '/' where path like '/0/%'`.execute(db);
}

/** Opens, scrolls, filters and turns the list of sites. */
export async function measureLargeList(
  browser: Browser,
  how: { origin: string; cookie: string },
  sites: number,
  { isSlow }: { isSlow: boolean },
): Promise<LargeList> {
  const { page, ...visitor } = await visit(browser, how);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  if (isSlow) await slowDown(session);
  await page.addInitScript(`
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(longest, duration);
    }).observe({ type: 'longtask' });
  `);
  const openMs = await timed(async () => {
    await page.goto(`${how.origin}/sites`);
    await page.locator('tbody tr').first().waitFor();
  });
  await visitor.settled();
  await page.evaluate('globalThis.longest = 0');
  for (let step = 0; step < 20; step++) await page.mouse.wheel(0, 200);
  const nextMs = await timed(async () => {
    await page.getByRole('button', { name: '下一页' }).click();
    await page.waitForURL(/page=2/);
    await page.locator('.data-table[aria-busy="false"]').waitFor();
  });
  const wanted = `甲县第${1000 + sites}局`;
  await page.getByLabel('名称、别名、域名或标识码').pressSequentially(wanted);
  const filterMs = await timed(async () => {
    await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: `${wanted}网站` }).waitFor();
  });
  const longestTaskMs = await page.evaluate<number>('globalThis.longest');
  await visitor.close();
  return { sites, openMs, filterMs, nextMs, longestTaskMs: Math.round(longestTaskMs) };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}
