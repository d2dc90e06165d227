import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { fromBase32, totpCode } from '#domain/totp.ts';
import { buildConsole } from '../../pack/build-console.ts';
import type { OfficePerson } from '../office/office-client.ts';
import { type OfficeStage, openStage, STAGE_PASSWORD } from '../office/office-stage.ts';
import { openChromium } from './open-chromium.ts';
import { beginHearing } from './round/begin-hearing.ts';
import { approveExplanation, assignAppeal, upholdAppeal } from './round/decide-appeal.ts';
import { closeOrder, issueOrders } from './round/follow-orders.ts';
import { openCampaign } from './round/open-campaign.ts';
import { readInPublic } from './round/read-in-public.ts';
import { reviewFindings, reviewSeconds } from './round/review-findings.ts';
import { enter, type RoundVisitor } from './round/round-visitor.ts';
import { signAndPublish } from './round/sign-circular.ts';
import { checkOwnSite, receiveOrder, replyMended } from './round/unit-mends.ts';
import { appealLater, explainAndAppeal } from './round/unit-speaks.ts';
import { beginCorrection, handIn, writeCircular } from './round/write-circular.ts';

/** `npm run test:browser` plays it; the gate does not, for it measures sites. */
const isWhole = process.env['XUNWANG_BROWSER_TESTS'] === 'all';
const few = ['市民政局', '市司法局', '市审计局', '市生态环境局', '市国资委'];
const UNIT = '市民政局';
const PERIOD = '2019年第二季度';
const STEP_MS = 30_000;

/**
 * One round from its opening to the order that is closed, by clicking, in the real service on the
 * simulated city: each step is played by the role whose it is, and is a file in `round/`. The
 * office's clock is the test's, for units are heard for three working days.
 */
describe('the round, played by clicking', { skip: !isWhole }, () => {
  let stage: OfficeStage;
  let chromium: { browser: Browser; close(): Promise<void> };
  let code: () => Promise<string>;
  let campaign: number;
  let circular: number;
  const troubles: string[] = [];
  before(async () => {
    await buildConsole();
    const from = '2019-05-27T01:00:00.000Z';
    [stage, chromium] = await Promise.all([
      openStage({
        tell: (line) => troubles.push(line),
        from,
        units: few,
      }),
      openChromium(),
    ]);
    code = await hireAll(stage);
  });
  after(async () => {
    await chromium.close();
    await stage.close();
    assert.deepEqual(troubles, []);
  });
  let isBroken = false;
  /** Somebody signs in, does what is theirs, and leaves a page that complained of nothing. */
  const as = async (login: string, act: (visitor: RoundVisitor) => Promise<void>) => {
    assert.ok(!isBroken, 'an earlier step of the round broke');
    isBroken = true;
    const { origin } = stage;
    const visitor = await enter(chromium.browser, { origin, login, password: STAGE_PASSWORD });
    await act(visitor);
    await visitor.leave();
    isBroken = false;
  };

  test('the inspector opens a campaign, watches it and reviews what was found', async () => {
    await as('inspector', async ({ page }) => {
      campaign = await openCampaign(page, { period: PERIOD });
      await reviewFindings(page);
    });
    await as('reviewer', ({ page }) => reviewSeconds(page, stage.origin, campaign));
    await as('inspector', ({ page }) => beginHearing(page, campaign, stage.origin));
  });

  test('the unit explains and appeals, the reviewer decides', async () => {
    await as('mzj', explainAndAppeal);
    await as('inspector', ({ page }) => assignAppeal(page, stage.origin));
    await as('reviewer', async ({ page }) => {
      await upholdAppeal(page, stage.origin);
      await approveExplanation(page, stage.origin);
    });
  });

  test('the inspector writes the circular, the leader signs, everybody reads it', async () => {
    stage.until('2019-05-31T01:00:00.000Z');
    await as('inspector', async ({ page }) => {
      circular = await writeCircular(page, campaign, stage.origin);
    });
    await as('leader', async ({ page }) => {
      await page.goto(`${stage.origin}/circulars/${circular}`);
      await signAndPublish(page, code);
    });
    const { origin } = stage;
    await readInPublic(chromium.browser, { origin, period: PERIOD, unit: UNIT });
  });

  test('the unit is ordered, does not mend, mends, and the recheck passes', async () => {
    await as('inspector', ({ page }) => issueOrders(page, campaign, stage.origin));
    await as('mzj', async ({ page }) => {
      assert.ok((await checkOwnSite(page)) > 0, 'what is not mended yet is named');
      await receiveOrder(page);
      await replyMended(page, /复查未通过 1 次/);
      await stage.mend(UNIT);
      await replyMended(page, /复查通过，等待监管单位办结/);
    });
    await as('inspector', ({ page }) => closeOrder(page));
  });

  test('an appeal after publication makes a numbered correction', async () => {
    await as('gzw', ({ page }) => appealLater(page));
    await as('inspector', ({ page }) => assignAppeal(page, stage.origin));
    await as('reviewer', ({ page }) => upholdAppeal(page, stage.origin));
    let address = '';
    await as('inspector', async ({ page }) => {
      await page.goto(`${stage.origin}/circulars/${circular}`);
      await page.getByRole('link', { name: '更正第 1 号' }).click();
      await page.getByText('全部数字与数据一致').waitFor();
      await handIn(page);
      address = page.url();
    });
    await as('leader', async ({ page }) => {
      await page.goto(address);
      await signAndPublish(page, code);
      await page.getByText('已更正').first().waitFor();
    });
    await as('inspector', async ({ page }) => {
      await page.goto(address);
      await beginCorrection(page);
    });
  });
});

/** People by the API, for whom the administration's screens are; the leader has an authenticator. */
async function hireAll(stage: OfficeStage): Promise<() => Promise<string>> {
  const { body: me } = await stage.admin.ask('GET', '/me');
  const regionId = (me['posts'] as { regionId: number }[])[0]?.regionId ?? 0;
  const inspector = await stage.hire('inspector', { role: 'inspector', regionId });
  await stage.hire('reviewer', { role: 'reviewer', regionId });
  const leader = await stage.hire('leader', { role: 'leader', regionId });
  const unitOf = await register(inspector, regionId, stage.sites);
  await stage.hire('mzj', { role: 'unit-editor', regionId, unitId: unitOf(UNIT) });
  await stage.hire('gzw', { role: 'unit-head', regionId, unitId: unitOf('市国资委') });
  const { body } = await leader.ask('POST', '/me/second-factor');
  const secret = fromBase32(String(body['secret']));
  // Each code counts once: a step of the clock, and the two beside it, give three at once.
  const stepNow = () => Math.floor(Date.parse(stage.now()) / STEP_MS);
  let last = stepNow() - 1;
  await leader.ask('POST', '/second-factor', { code: totpCode(secret, last) });
  return async () => {
    const step = Math.max(stepNow(), last + 1);
    while (step > stepNow() + 1) await sleep(500);
    last = step;
    return totpCode(secret, step);
  };
}

/** The city's sites into the register, as a file; tells the number of a unit. */
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
  return (unit: string) => Number(units.find(({ name }) => name === unit)?.['id']);
}
