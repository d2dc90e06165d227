import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** The inspector goes through the queue: one by key, one set aside and undone, the rest at once. */
export async function reviewFindings(page: Page, campaign: number): Promise<void> {
  await page.getByRole('link', { name: /去复核/ }).click();
  await page.waitForURL(/\/review/);
  await page.getByRole('heading', { name: '抓取的页面' }).waitFor();
  const first = await leftOf(page);
  await page.keyboard.press('a');
  await leftIs(page, first - 1);
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '复核时已能正常打开' }).click();
  await dialog.getByRole('button', { name: /确\s*认/ }).click();
  await leftIs(page, first - 2);
  await page
    .getByRole('button', { name: /撤\s*销/ })
    .last()
    .click();
  await leftIs(page, first - 1);
  for (let left = first - 1; left > 0; left = await leftOf(page)) {
    const all = page.getByRole('checkbox', { name: '选择已列出的全部' });
    await all.check();
    await page.getByRole('button', { name: /^采纳/ }).click();
    await page.waitForFunction(
      ([before]) => {
        const text = (globalThis as unknown as { document: { body: { innerText: string } } })
          .document.body.innerText;
        const now = /还有 (\d+) 项待复核/.exec(text)?.[1];
        return now === undefined || Number(now) < Number(before);
      },
      [left],
    );
    assert.ok((await leftOf(page)) < left, `nothing was accepted of campaign ${campaign}`);
  }
}

async function leftOf(page: Page): Promise<number> {
  const said = page.getByText(/还有 \d+ 项待复核|已全部复核/);
  await said.first().waitFor();
  return Number(/\d+/.exec((await said.first().textContent()) ?? '')?.[0] ?? 0);
}

async function leftIs(page: Page, left: number): Promise<void> {
  await page
    .getByText(left === 0 ? '已全部复核' : `还有 ${left} 项待复核`)
    .first()
    .waitFor();
}
