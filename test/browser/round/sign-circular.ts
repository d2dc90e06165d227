import type { Page } from 'playwright-core';

/** The leader reads what signing means, signs with a code, and publishes with the next. */
export async function signAndPublish(page: Page, code: () => Promise<string>): Promise<void> {
  for (const act of ['签发', '发布']) {
    await page.getByRole('button', { name: new RegExp(`^${act.split('').join('\\s*')}$`) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(act === '签发' ? /以本人名义签发/ : /立即向社会公开/).waitFor();
    await dialog.getByLabel('6 位验证码').first().click();
    await page.keyboard.type(await code());
    const name = new RegExp(`^${act.split('').join('\\s*')}$`);
    await dialog.getByRole('button', { name }).click();
    await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  }
  await page.getByRole('link', { name: 'Word 文档' }).first().waitFor();
}
