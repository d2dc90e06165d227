import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { judgeReport } from '#office/judge-report.ts';
import { submitErrorReport } from '#office/submit-error-report.ts';
import { submitInquiry } from '#office/submit-inquiry.ts';
import { publicDesk } from '#office/testing/matter-desks.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { openChromium } from './open-chromium.ts';
import { type ServedOffice, serveOffice } from './sample-service.ts';
import { visit, type WidthName } from './visitor.ts';

// The presses of what the public writes, from triage to publication, by clicking as each role.
// Plays in `npm run test:browser`; the acts themselves are told by tests of the office.
const isWhole = process.env['XUNWANG_BROWSER_TESTS'] === 'all';
const pictures = process.env['XUNWANG_PICTURES'];

describe('matters of the public', { skip: !isWhole }, () => {
  let office: SampleOffice;
  let service: ServedOffice;
  let chromium: { browser: Browser; close(): Promise<void> };
  const letters: number[] = [];
  let report = 0;
  before(async () => {
    office = await openSampleOffice();
    const citizen = publicDesk(office);
    for (const count of ['一', '二']) {
      const { inquiryId } = await submitInquiry(citizen, {
        kind: 'question',
        title: '社保卡补办问题',
        text: `第${count}封：社保卡丢了，我的电话13800138000，请问怎么补办？`,
        mayPublish: true,
        contact: { phone: '13800138000' },
      });
      letters.push(inquiryId);
    }
    const { minzheng = 0 } = office.siteIds;
    const { homepage } = await office.db
      .selectFrom('sites')
      .select('homepage')
      .where('id', '=', minzheng)
      .executeTakeFirstOrThrow();
    const typo = { pageUrl: homepage, fault: 'typo', text: '首页“民政”写成了“民正”' } as const;
    report = (await submitErrorReport(citizen, typo)).reportId;
    await judgeReport(office.desk('inspector'), report, { truth: 'true', reason: '已核实' });
    [service, chromium] = await Promise.all([serveOffice(office), openChromium()]);
  });
  after(async () => {
    await chromium.close();
    await service.close();
    assert.deepEqual(service.broken, []);
  });

  const as = async (login: SampleLogin, width: WidthName = 'desktop') =>
    await visit(chromium.browser, {
      origin: service.origin,
      cookie: await service.cookieOf(login),
      width,
    });
  const press = async (page: Page, name: string) =>
    await page.getByRole('button', { name, exact: true }).click({ timeout: 15_000 });
  const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('dialog').last().getByLabel(label, { exact: true }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  };
  const confirm = async (page: Page) => {
    await page
      .getByRole('dialog')
      .last()
      .getByRole('button', { name: /^确\s?认$/ })
      .click();
    const modal = page.locator('.ant-modal');
    await modal.waitFor({ state: 'hidden', timeout: 20_000 }).catch(async () => {
      throw new Error(`the window stays open: ${await modal.innerText()}`);
    });
  };
  const picture = async (page: Page, name: string) => {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${pictures}/${name}.png` });
  };

  test('the office reads a contact with a reason, merges, weighs and assigns', async () => {
    const { page, complaints, ...visitor } = await as('inspector');
    await visitor.open(`/matters/inquiries/${letters[0]}`);
    await picture(page, 'inquiry-triage');
    await press(page, '查看');
    await dialogOf(page, '查看').getByLabel('原因').fill('需电话核实所在社区');
    await confirm(page);
    await page.getByRole('definition').getByText('13800138000').waitFor();
    await press(page, '合并');
    await picture(page, 'inquiry-merge');
    await page.getByRole('checkbox', { name: /社保卡补办问题/ }).check();
    await confirm(page);
    await page.getByRole('heading', { name: '合并 1 件' }).waitFor();
    await press(page, '改复杂程度');
    await confirm(page);
    await page.getByText('复杂', { exact: true }).waitFor();
    await press(page, '分办');
    await choose(page, '承办单位', '民政局');
    await confirm(page);
    assert.deepEqual(await visitor.violations(), []);
    assert.deepEqual(complaints, []);
    await visitor.close();
  });

  test('the unit asks another to help, which gives its opinion, and answers', async () => {
    const lead = await as('editor');
    await lead.open(`/matters/inquiries/${letters[0]}`);
    await press(lead.page, '接收');
    await confirm(lead.page);
    await press(lead.page, '请其他单位协办');
    await choose(lead.page, '承办单位', '林业局');
    await dialogOf(lead.page, '请其他单位协办').getByLabel('原因').fill('请核实林区网点');
    await confirm(lead.page);
    const helper = await as('otherEditor');
    await helper.open(`/matters/inquiries/${letters[0]}`);
    await press(helper.page, '回复协办意见');
    await dialogOf(helper.page, '回复协办意见').getByLabel('协办意见').fill('林区两处网点可办。');
    await confirm(helper.page);
    await helper.close();
    await lead.open(`/matters/inquiries/${letters[0]}`);
    await lead.page.getByText('林区两处网点可办。').first().waitFor();
    await press(lead.page, '答复');
    const answer = '请带身份证到社区服务中心补办，咨询电话13900139000，当日可取。';
    await dialogOf(lead.page, '答复').getByLabel('答复内容').fill(answer);
    await confirm(lead.page);
    assert.deepEqual([...lead.complaints, ...helper.complaints], []);
    await lead.close();
  });

  test('the reviewer publishes with personal data masked, takes it back and publishes again', async () => {
    const { page, complaints, ...visitor } = await as('reviewer');
    await visitor.open(`/matters/inquiries/${letters[0]}`);
    await press(page, '公开答复');
    const dialog = dialogOf(page, '公开答复');
    const shown = await dialog.getByLabel('公开的问题').inputValue();
    assert.match(shown, /138\*+8000/);
    await dialog.getByText('来信原文').first().click();
    await picture(page, 'inquiry-publish');
    await confirm(page);
    await press(page, '撤下公开');
    await choose(page, '不公开原因', '影响他人合法权益');
    await confirm(page);
    await press(page, '改为公开');
    await confirm(page);
    await page.getByText('已公开答复').first().waitFor();
    assert.deepEqual(await visitor.violations(), []);
    assert.deepEqual(complaints, []);
    await visitor.close();
    const follower = await office.db
      .selectFrom('inquiries')
      .select(['state', 'answer'])
      .where('id', '=', letters[1] ?? 0)
      .executeTakeFirstOrThrow();
    assert.equal(follower.state, 'published', 'every writer is answered');
  });

  test('a true report becomes a finding, shown on a phone too', async () => {
    const { page, complaints, ...visitor } = await as('inspector', 'phone');
    await visitor.open(`/matters/reports/${report}`);
    await press(page, '转为问题');
    await choose(page, '抽查', '抽查');
    await picture(page, 'report-finding-phone');
    await confirm(page);
    await page.getByRole('link', { name: '查看由此产生的问题' }).click();
    await page.waitForURL(/\/findings\/\d+/);
    await visitor.settled();
    assert.equal(await visitor.overflowPx(), 0);
    await visitor.open('/matters/inquiries');
    await picture(page, 'inquiries-phone');
    assert.deepEqual(complaints, []);
    await visitor.close();
  });

  test('a rubric is activated and taken back; a view is kept with its person', async () => {
    const { page, complaints, ...visitor } = await as('leader');
    await visitor.open('/settings/rubrics?rubric=cn-indicators-2019');
    await page.getByRole('button', { name: /^启用“/ }).click();
    await choose(page, '地区（含下级）', '');
    await page.getByLabel('启用日期').fill('2099-01-01');
    await page.getByLabel('依据或理由').fill('测试');
    await picture(page, 'rubric-activate');
    await confirm(page);
    await page.getByText('待生效').waitFor();
    await picture(page, 'rubric-activations');
    await press(page, '撤回');
    await page.getByLabel('依据或理由').fill('暂不启用');
    await confirm(page);
    await page.getByText('已撤回').first().waitFor();
    await visitor.open('/sites?q=民政');
    await press(page, '已存视图');
    await page.getByText('保存视图', { exact: true }).click();
    await page.getByLabel('视图名称').fill('民政');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^保\s?存$/ })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(complaints, []);
    await visitor.close();
    const again = await as('leader');
    await again.open('/sites');
    await press(again.page, '已存视图');
    await again.page.getByText('民政', { exact: true }).click();
    await again.page.waitForURL(/q=/);
    await again.close();
  });

  test('figures as of a day, and what an inspector does to a unit of the register', async () => {
    const { page, complaints, ...visitor } = await as('inspector');
    await visitor.open('/matters/figures?from=2019-05-01&to=2019-05-31');
    await page.getByText(/^收到 2 ＝ 已公开答复 2/).waitFor();
    await page.getByText('与台账一致。').waitFor();
    await picture(page, 'figures');
    assert.deepEqual(await visitor.violations(), []);
    await visitor.open(`/units/${office.places.otherUnit.id}`);
    await press(page, '加别名');
    await page.getByRole('dialog').getByLabel('名称').fill('林业');
    await confirm(page);
    await page.getByRole('button', { name: '删除别名 林业' }).click();
    await page.getByText('已删除别名“林业”').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '删除别名 林业' }).waitFor();
    await press(page, '机构改革移交');
    await choose(page, '承继单位', '民政局');
    await page.getByLabel('依据或理由').fill('机构改革');
    await picture(page, 'unit-successor');
    await confirm(page);
    assert.deepEqual(await visitor.violations(), []);
    assert.deepEqual(complaints, []);
    await visitor.close();
  });
});
