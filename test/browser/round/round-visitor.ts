import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { visit, type Visitor } from '../visitor.ts';

/** Somebody of the round at a browser of their own, signed in by hand. */
export interface RoundVisitor extends Visitor {
  /** Closes the window; the page complained of nothing. */
  leave(): Promise<void>;
}

/** Opens a window and signs in as one does: login, password, the button. */
export async function enter(
  browser: Browser,
  { origin, login, password }: { origin: string; login: string; password: string },
): Promise<RoundVisitor> {
  const visitor = await visit(browser, { origin });
  const { page, complaints } = visitor;
  await visitor.open('/');
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  return {
    ...visitor,
    async leave() {
      assert.deepEqual(complaints, [], login);
      await visitor.close();
    },
  };
}

/** Opens an entry of the rail by its word. */
export async function openEntry(page: Page, word: string): Promise<void> {
  const rail = page.getByRole('navigation', { name: '主导航' });
  await rail.getByRole('link', { name: word, exact: true }).click();
}

/** The number at the end of the address. */
export function numberOf(page: Page): number {
  return Number(/\/(\d+)(?:\?|$)/.exec(page.url())?.[1]);
}
