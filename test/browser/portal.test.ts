import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { acceptInquiry } from '#office/accept-inquiry.ts';
import { answerReport } from '#office/answer-report.ts';
import { assignMatter } from '#office/assign-matter.ts';
import { closeReport } from '#office/close-report.ts';
import { draftAnswer } from '#office/draft-answer.ts';
import { reviewAnswer } from '#office/review-answer.ts';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { receiptOf, type ServedPortal, servePortal } from '../portal/serve-portal.ts';
import { openChromium } from './open-chromium.ts';

// A citizen with an old phone: 360 points wide, by keyboard alone, with scripts and without.

const AXE = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);
const MINUTE_MS = 60_000;

let portal: ServedPortal;
let chromium: { browser: Browser; close(): Promise<void> };
let aheadMs = 0;
before(async () => {
  portal = await servePortal({ XUNWANG_PROXIES: '0' });
  chromium = await openChromium();
});
after(async () => {
  await chromium.close();
  await portal.close();
});

const desk = (who: SampleLogin) => ({
  ...portal.office.desk(who),
  now: () => new Date(Date.now() + aheadMs).toISOString(),
});

/** Later than any form asks for. */
function wait(): void {
  portal.setAhead((aheadMs += MINUTE_MS));
}

async function openPhone(javaScriptEnabled: boolean): Promise<[BrowserContext, Page]> {
  const context = await chromium.browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled,
    locale: 'zh-CN',
  });
  return [context, await context.newPage()];
}

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const wanted = JSON.stringify(selector);
    const isThere = await page.evaluate(`document.activeElement.matches(${wanted})`);
    if (isThere) return;
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.insertText(text);
}

async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/**
 * Waits until the page's script has solved its puzzle. A function, not a text: a text that does not
 * hold at once is evaluated by the page itself, which its security policy forbids.
 */
async function puzzleSolved(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { document } = globalThis as unknown as {
      document: { querySelector(s: string): { value: string } | null };
    };
    return (document.querySelector('input[name=proof]')?.value ?? '') !== '';
  });
}

/** Nothing that axe finds, no wider than the screen. */
async function isClean(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: unknown[] }> } };
    const { violations } = await axe.run();
    return violations as { id: string; nodes: { html: string }[] }[];
  });
  assert.deepEqual(
    found.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`),
    [],
  );
  const width = (of: string) => page.evaluate<number>(`document.documentElement.${of}`);
  const [wide, screen] = [await width('scrollWidth'), await width('clientWidth')];
  assert.ok(wide <= screen, `${page.url()} is ${wide} wide`);
}

for (const withScript of [true, false]) {
  const how = withScript ? 'with scripts' : 'without scripts';

  test(`a report is made, followed, rated, reopened by keyboard ${how}`, async () => {
    const [context, page] = await openPhone(withScript);
    await page.goto(`${portal.origin}/`);
    if (withScript) await isClean(page);
    await press(page, 'a[href="/public/report"]');
    if (withScript) await isClean(page);
    await press(page, 'button[type=submit]');
    assert.match(await page.content(), /有需要更正的地方/);
    if (withScript) await isClean(page);
    await type(page, '#page', `http://minzheng.example.gov.cn/${withScript}.html`);
    await tabTo(page, 'input[name=fault]');
    await page.keyboard.press('ArrowDown');
    await type(page, '#text', '电话是空号');
    if (withScript) await puzzleSolved(page);
    else wait();
    await press(page, 'button[type=submit]');
    if (/仍然提交/.test(await page.content())) await press(page, 'button[type=submit]');
    const receipt = receiptOf(await page.content());
    assert.notEqual(receipt, '', await page.content());
    if (withScript) await isClean(page);
    await answerAndClose();
    await page.goto(`${portal.origin}/follow`);
    await type(page, '#receipt', receipt);
    await press(page, 'button[type=submit]');
    assert.match(await page.content(), /号码已更正/);
    if (withScript) await isClean(page);
    await rateAndReopen(page);
    await context.close();
  });

  test(`an inquiry is made, followed, rated, reopened by keyboard ${how}`, async () => {
    const [context, page] = await openPhone(withScript);
    await page.goto(`${portal.origin}/`);
    await press(page, 'a[href="/public/ask"]');
    if (withScript) await isClean(page);
    await tabTo(page, 'input[name=kind]');
    await page.keyboard.press('Space');
    await type(page, '#title', '社保卡补办');
    await type(page, '#text', `请问社保卡丢失后如何补办？${withScript}`);
    await tabTo(page, 'input[name=mayPublish]');
    await page.keyboard.press('Space');
    if (!withScript) wait();
    else await puzzleSolved(page);
    await press(page, 'button[type=submit]');
    const receipt = receiptOf(await page.content());
    assert.notEqual(receipt, '', await page.content());
    await answerAndPublish();
    await page.goto(`${portal.origin}/follow`);
    await type(page, '#receipt', receipt);
    await press(page, 'button[type=submit]');
    assert.match(await page.content(), /持身份证到窗口/);
    if (withScript) await isClean(page);
    await rateAndReopen(page);
    await context.close();
  });
}

test('what is only read is clean too, on a phone in the dark and in English', async () => {
  const context = await chromium.browser.newContext({
    viewport: { width: 360, height: 740 },
    colorScheme: 'dark',
  });
  const page = await context.newPage();
  const { siteIds } = portal.office;
  const paths = ['/', '/rounds', '/circulars', '/data', '/about', '/answers', '/statistics'];
  for (const path of [...paths, `/sites/${siteIds['minzheng']}`, '/report', '/nowhere']) {
    await page.goto(`${portal.origin}/en${path}`);
    await isClean(page);
  }
  await context.close();
  assert.deepEqual(portal.broken, []);
});

async function rateAndReopen(page: Page): Promise<void> {
  await tabTo(page, 'input[name=satisfaction]');
  await page.keyboard.press('Space');
  await press(page, 'form[action$="/rate"] button');
  assert.match(await page.content(), /评价已提交/);
  await tabTo(page, 'details:has(form[action$="/reopen"]) summary');
  await page.keyboard.press('Enter');
  await type(page, '#reason', '还没有办好');
  await press(page, 'form[action$="/reopen"] button');
  assert.match(await page.content(), /已要求重新办理/);
}

async function answerAndClose(): Promise<void> {
  const { id } = await portal.office.db
    .selectFrom('error_reports')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await answerReport(desk('editor'), id, { truth: 'true', text: '号码已更正。' });
  await closeReport(desk('inspector'), id, { truth: 'true', publicText: null });
}

async function answerAndPublish(): Promise<void> {
  const { id } = await portal.office.db
    .selectFrom('inquiries')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const unitId = portal.office.places.unit.id;
  await assignMatter(desk('inspector'), { thing: 'inquiry', id }, { unitId });
  await acceptInquiry(desk('editor'), id);
  const answer = '持身份证到窗口补办，当日可取。';
  await draftAnswer(desk('editor'), id, { answer });
  await reviewAnswer(desk('inspector'), id, { decision: 'publish', answer });
}
