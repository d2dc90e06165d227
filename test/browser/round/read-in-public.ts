import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { visit } from '../visitor.ts';

/** Somebody without an account reads the round on the public pages: results, circular, data. */
export async function readInPublic(
  browser: Browser,
  { origin, period, unit }: { origin: string; period: string; unit: string },
): Promise<void> {
  const { page, ...visitor } = await visit(browser, { origin });
  await visitor.open('/public/rounds');
  await page.getByRole('link', { name: period, exact: true }).click();
  await page.getByText(unit).first().waitFor();
  assert.deepEqual(await visitor.violations(), []);
  await visitor.open('/public/circulars');
  await page.getByRole('link', { name: '第1号' }).click();
  await page.getByRole('heading', { name: '文件' }).waitFor();
  for (const file of ['circular.docx', 'annex.xlsx']) {
    const href = await page.getByRole('link', { name: file }).first().getAttribute('href');
    const answer = await page.request.get(new URL(href ?? '', page.url()).href);
    assert.equal(answer.status(), 200, file);
    assert.ok((await answer.body()).length > 1000, file);
  }
  const scores = await page.request.get(`${origin}/public/data/scores.json`);
  assert.match(await scores.text(), new RegExp(unit));
  assert.deepEqual(visitor.complaints, []);
  await visitor.close();
}
