import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { fromBase32, totpCode } from '#domain/totp.ts';
import { buildConsole } from '../../pack/build-console.ts';
import type { OfficePerson } from '../office/office-client.ts';
import { type OfficeStage, openStage, STAGE_PASSWORD } from '../office/office-stage.ts';
import { openChromium } from './open-chromium.ts';
import { assignAppeal, upholdAppeal } from './round/decide-appeal.ts';
import { openCampaign } from './round/open-campaign.ts';
import { reviewFindings, reviewSeconds } from './round/review-findings.ts';
import { enter, type RoundVisitor } from './round/round-visitor.ts';
import { signAndPublish } from './round/sign-circular.ts';
import { handIn, writeCircular } from './round/write-circular.ts';

const isWhole = process.env['XUNWANG_BROWSER_TESTS'] === 'all';
const STEP_MS = 30_000;

/**
 * The round by clicking, against the real service and the simulated city: one step of a role is a
 * file in `round/`. Not in the gate: it measures a city.
 */
describe('the round, played by clicking', { skip: !isWhole }, () => {
  let stage: OfficeStage;
  let chromium: { browser: Browser; close(): Promise<void> };
  let editor: OfficePerson;
  let code: () => Promise<string>;
  let campaign: number;
  let circular: number;
  const troubles: string[] = [];
  before(async () => {
    await buildConsole();
    [stage, chromium] = await Promise.all([
      openStage((line) => troubles.push(line)),
      openChromium(),
    ]);
    ({ editor, code } = await hireAll(stage));
  });
  after(async () => {
    await chromium.close();
    await stage.close();
    assert.deepEqual(troubles, []);
  });
  const as = (login: string): Promise<RoundVisitor> =>
    enter(chromium.browser, { origin: stage.origin, login, password: STAGE_PASSWORD });

  test('the inspector opens a campaign, watches it and reviews what was found', async () => {
    const { page, ...inspector } = await as('inspector');
    campaign = await openCampaign(page, { period: '2019年第二季度' });
    await reviewFindings(page);
    const reviewer = await as('reviewer');
    await reviewSeconds(reviewer.page, stage.origin, campaign);
    await reviewer.leave();
    circular = await writeCircular(page, campaign, stage.origin);
    await inspector.leave();
  });

  test('the leader signs and publishes, and everybody can read it', async () => {
    const { page, ...leader } = await as('leader');
    await page.goto(`${stage.origin}/circulars/${circular}`);
    await signAndPublish(page, code);
    await leader.leave();
    const data = await fetch(`${stage.origin}/api/v1/circulars/${circular}/open-data`);
    assert.equal(data.status, 200);
    assert.match(await data.text(), /市民政局/);
  });

  test('an appeal is assigned, upheld, and makes a numbered correction', async () => {
    const [finding] = await editor.all(`/findings?campaign=${campaign}&state=confirmed`);
    const grounds = '该链接为上级网站维护所致，已提供说明。';
    await editor.ask('POST', `/findings/${String(finding?.['id'])}/appeals`, { grounds });
    const inspector = await as('inspector');
    await assignAppeal(inspector.page, stage.origin);
    const reviewer = await as('reviewer');
    await upholdAppeal(reviewer.page, stage.origin);
    await reviewer.leave();
    const versions = await editor.send('GET', `/campaigns/${campaign}/circulars`);
    assert.equal(versions.status, 403);
    const { page } = inspector;
    await page.goto(`${stage.origin}/circulars/${circular}`);
    await page.getByRole('link', { name: '更正第 1 号' }).click();
    await page.getByText('全部数字与数据一致').waitFor();
    await handIn(page);
    const address = page.url();
    await inspector.leave();
    const leader = await as('leader');
    await leader.page.goto(address);
    await signAndPublish(leader.page, code);
    await leader.page.getByText('已更正').first().waitFor();
    await leader.leave();
  });
});

/** People by the API, for whom the administration's screens are; the leader has an authenticator. */
async function hireAll(stage: OfficeStage) {
  const { body: me } = await stage.admin.ask('GET', '/me');
  const regionId = (me['posts'] as { regionId: number }[])[0]?.regionId ?? 0;
  const inspector = await stage.hire('inspector', { role: 'inspector', regionId });
  await stage.hire('reviewer', { role: 'reviewer', regionId });
  const leader = await stage.hire('leader', { role: 'leader', regionId });
  const unitId = await register(inspector, regionId, stage.sites);
  const editor = await stage.hire('mzj', { role: 'unit-editor', regionId, unitId });
  const { body } = await leader.ask('POST', '/me/second-factor');
  const secret = fromBase32(String(body['secret']));
  // Each code counts once: a step of the clock, and the two beside it, give three at once.
  let last = stepNow() - 1;
  await leader.ask('POST', '/second-factor', { code: totpCode(secret, last) });
  const code = async () => {
    const step = Math.max(stepNow(), last + 1);
    while (step > stepNow() + 1) await sleep(500);
    last = step;
    return totpCode(secret, step);
  };
  return { editor, code };
}

function stepNow(): number {
  return Math.floor(Date.now() / STEP_MS);
}

/** The city's sites into the register, as a file; gives the number of 市民政局. */
async function register(inspector: OfficePerson, region: number, sites: OfficeStage['sites']) {
  const lines = sites.map(({ unit, homepage, siteIdCode, kind }) =>
    [unit, homepage, siteIdCode ?? '', kind].join(','),
  );
  const file = new TextEncoder().encode(
    ['单位名称,首页网址,网站标识码,类型', ...lines, ''].join('\n'),
  );
  const asked = `region=${region}&form=csv`;
  const { body } = await inspector.ask('POST', `/register/import/preview?${asked}`, file);
  await inspector.ask(
    'POST',
    `/register/import?${asked}&token=${encodeURIComponent(String(body['token']))}`,
    file,
  );
  const units = await inspector.all('/units');
  return Number(units.find(({ name }) => name === '市民政局')?.['id']);
}
