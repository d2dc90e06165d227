import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

const WAIT_MS = 30_000;

/** The inspector goes through the queue: one by key, one set aside and undone, the rest at once. */
export async function reviewFindings(page: Page): Promise<void> {
  await page.getByRole('link', { name: /去复核/ }).click();
  await page.waitForURL(/\/review/);
  // Of a kind that one person settles.
  await page.getByLabel('问题类型').selectOption('link-dead');
  await page.getByRole('heading', { name: '抓取的页面' }).waitFor();
  const first = await countOf(page, '待复核');
  // Keys are for the list that was chosen in: its own letters mean something there.
  await page.locator('.queue-row[data-open="true"]').click();
  await page.keyboard.press('a');
  await countIs(page, '待复核', first - 1);
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '复核时已能正常打开' }).click();
  await dialog.getByRole('button', { name: /确\s*认/ }).click();
  await countIs(page, '待复核', first - 2);
  await page
    .getByRole('button', { name: /撤\s*销/ })
    .last()
    .click();
  await countIs(page, '待复核', first - 1);
  await page.getByLabel('问题类型').selectOption('');
  await acceptAll(page, '待复核');
}

/** The reviewer looks a second time at what one person may not settle alone. */
export async function reviewSeconds(page: Page, origin: string, campaign: number): Promise<void> {
  await page.goto(`${origin}/review?campaign=${campaign}&review=second`);
  await acceptAll(page, '待二次复核');
  await page.getByText('已全部复核').waitFor();
}

async function acceptAll(page: Page, queue: string): Promise<void> {
  for (let left = await countOf(page, queue); left > 0; ) {
    await page.getByRole('checkbox', { name: '选择已列出的全部' }).check();
    await page.getByRole('button', { name: /^(?:采纳|同意采纳)/ }).click();
    const now = await countBelow(page, queue, left);
    assert.ok(now < left, `${queue}: nothing was accepted of ${left}`);
    left = now;
  }
}

function countIn(page: Page, queue: string) {
  return page.getByRole('link', { name: new RegExp(`^${queue} \\d+$`) });
}

/** How many stand in a queue, as its tab says. */
async function countOf(page: Page, queue: string): Promise<number> {
  const said = await countIn(page, queue).textContent();
  await page.getByText(/已复核 \d+\/[1-9]/).waitFor();
  return Number(/\d+$/.exec((await countIn(page, queue).textContent()) ?? said ?? '')?.[0]);
}

async function countIs(page: Page, queue: string, count: number): Promise<void> {
  await page.getByRole('link', { name: `${queue} ${count}`, exact: true }).waitFor();
  // Keys act on what is open, and on nothing between two findings.
  await page.locator('.queue-row[data-open="true"]').waitFor();
}

async function countBelow(page: Page, queue: string, before: number): Promise<number> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const now = await countOf(page, queue);
    if (now < before || Date.now() > end) return now;
    await page.waitForTimeout(200);
  }
}
