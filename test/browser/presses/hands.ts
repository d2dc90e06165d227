import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import type { SampleService } from '../sample-service.ts';
import { type Visitor, visit } from '../visitor.ts';

const PRESSED_MS = 15_000;

/** An answer of the API: a test says by what it expects how it looks. */
export type Told = ReturnType<typeof JSON.parse>;

/** Somebody at the console who presses, and asks the API what became of it. */
export interface Hands extends Visitor {
  service: SampleService;
  /** Presses the button of that name on the screen. */
  press(name: string): Promise<void>;
  /** The window that is open. */
  window: Locator;
  /** Types into a field of the window. */
  type(label: string, text: string): Promise<void>;
  /** Chooses in a list of the window; typing finds what is not listed yet. */
  choose(label: string, option: string | RegExp, sought?: string): Promise<void>;
  /** Presses the window's own act, and waits until it is gone. */
  confirm(): Promise<void>;
  /** Waits until the screen says so. */
  says(text: string | RegExp): Promise<void>;
  /** What the API tells the same person. */
  told(path: string): Promise<Told>;
}

/** A name as antd writes it: two characters stand apart in a button. */
export const named = (name: string) =>
  new RegExp(
    `^${name
      .replaceAll(/[.*+?^${'$'}{}()|[\]\\]/g, '\\$&')
      .split('')
      .join('\\s?')}$`,
  );

/** Somebody signs in, does something, and leaves a page that complained of nothing. */
export async function asPerson(
  { browser, service }: { browser: Browser; service: SampleService },
  login: SampleLogin,
  act: (hands: Hands) => Promise<void>,
): Promise<void> {
  const { origin } = service;
  const visitor = await visit(browser, { origin, cookie: await service.cookieOf(login) });
  await act(handsOf(visitor, service));
  assert.deepEqual(visitor.complaints, [], login);
  await visitor.close();
}

function handsOf(visitor: Visitor, service: SampleService): Hands {
  const { page } = visitor;
  const window = page.getByRole('dialog').last();
  return {
    ...visitor,
    service,
    window,
    async press(name) {
      const button = page.getByRole('button', { name: named(name) });
      await button.first().click({ timeout: PRESSED_MS });
    },
    type: (label, text) => window.getByLabel(label, { exact: true }).fill(text),
    async choose(label, option, sought) {
      const field = window.getByLabel(label, { exact: true });
      await field.click();
      if (sought !== undefined) await field.fill(sought);
      const options = page.locator('.ant-select-item-option').filter({ visible: true });
      await options.filter({ hasText: option }).first().click({ timeout: PRESSED_MS });
    },
    async confirm() {
      const title = await page.locator('.ant-modal-title').last().innerText();
      const modal = page.locator('.ant-modal').filter({ hasText: title }).last();
      await modal.locator('.ant-modal-footer .ant-btn-primary').click();
      await modal.waitFor({ state: 'hidden', timeout: PRESSED_MS }).catch(async () => {
        throw new Error(`the window stays open: ${await modal.innerText()}`);
      });
    },
    says: (text) => page.getByText(text).first().waitFor({ timeout: PRESSED_MS }),
    async told(path) {
      const answer = await page.request.get(`${service.origin}/api/v1${path}`);
      assert.equal(answer.status(), 200, path);
      return await answer.json();
    },
  };
}
