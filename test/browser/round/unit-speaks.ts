import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { openEntry, type RoundVisitor } from './round-visitor.ts';

const GROUNDS = '经核实，该链接由上级网站维护，现可以正常打开。';

/**
 * Somebody of the unit explains one finding and appeals against another; the appeal is taken
 * back, and filed again.
 */
export async function explainAndAppeal({ page, violations }: RoundVisitor): Promise<void> {
  await openEntry(page, '问题');
  await page.getByRole('heading', { name: '我的问题' }).waitFor();
  const findings = page.getByRole('listitem').filter({ hasText: '如何整改' });
  await findings
    .first()
    .getByRole('button', { name: /^说\s*明$/ })
    .click();
  const explain = page.getByRole('dialog', { name: /说明/ });
  await explain.getByLabel('说明内容').fill('该链接所指系统已移交，本年度无可替换的入口。');
  assert.deepEqual(await violations(), []);
  await explain.getByRole('button', { name: /确\s*认/ }).click();
  await findings.first().getByText('待审').waitFor();
  await appeal(findings.nth(1), violations);
  await openEntry(page, '申诉');
  await page.getByText(GROUNDS).waitFor();
  await page.getByRole('button', { name: '撤回申诉' }).click();
  await page.getByText('已撤回', { exact: true }).waitFor();
  await openEntry(page, '问题');
  await appeal(findings.nth(1));
}

/** Once the circular is published, somebody of another unit appeals against its first finding. */
export async function appealLater(page: Page): Promise<void> {
  await openEntry(page, '问题');
  await appeal(page.getByRole('listitem').filter({ hasText: '如何整改' }).first());
}

/** `look` has a look at the window before it is sent. */
async function appeal(finding: Locator, look?: () => Promise<string[]>): Promise<void> {
  await finding.getByRole('button', { name: /^申\s*诉$/ }).click();
  const dialog = finding.page().getByRole('dialog', { name: /申诉/ });
  await dialog.getByLabel('申诉理由').fill(GROUNDS);
  if (look) assert.deepEqual(await look(), []);
  await dialog.getByRole('button', { name: /确\s*认/ }).click();
  await finding.getByText('已提出').waitFor();
}
