import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { Instant } from '#base/civil-date.ts';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { openChromium } from './open-chromium.ts';
import { asPerson, type Hands } from './presses/hands.ts';
import { answerReports, closeReports, triageReports } from './presses/reports.ts';
import { carryOut, decideSteps, extendOrder, holdLadder, holdTalk } from './presses/ladder.ts';
import {
  giveBackInquiry,
  handleInquiry,
  draftAnswer,
  grantDays,
  sendBackAnswer,
  keepTemplates,
  triageInquiry,
} from './presses/inquiries.ts';
import { cancelRound, mergeFindings, skipHearing, writeCircular } from './presses/rounds.ts';
import { dropView, employ, ownAccount } from './presses/people.ts';
import {
  addUnit,
  correctChannel,
  importFile,
  liveSite,
  renameUnit,
  reportMaintenance,
} from './presses/register.ts';
import { addHoliday, addRegion, keepWebhook, makeToken, retryJob } from './presses/settings.ts';
import { openSampleService, type SampleService } from './sample-service.ts';

/** `npm run test:browser` plays it; the acts themselves are told by tests of the office. */
const isWhole = process.env['XUNWANG_BROWSER_TESTS'] === 'all';

/** Who, what, how; and when, where time has gone by. */
type Play = readonly [SampleLogin, string, (hands: Hands) => Promise<void>, at?: Instant];

/**
 * Presses that no other test makes, each by whose it is; what followed is read on the screen and
 * asked of the API. `npm run check:presses` names what is still pressed by none.
 */
describe('what is pressed', { skip: !isWhole }, () => {
  let service: SampleService;
  let chromium: { browser: Browser; close(): Promise<void> };
  before(async () => {
    [service, chromium] = await Promise.all([openSampleService(), openChromium()]);
  });
  after(async () => {
    await chromium.close();
    await service.close();
    assert.deepEqual(service.broken, []);
  });

  const plays: readonly Play[] = [
    ['inspector', 'a unit is added, placed, put below another', addUnit],
    ['inspector', 'a unit is renamed', renameUnit],
    ['inspector', 'a site is added, changed, and led through its life', liveSite],
    ['inspector', 'a channel gets its kind, its clock and its owner', correctChannel],
    ['inspector', 'a file of sites is previewed and written', importFile],
    ['editor', 'maintenance is reported ahead', reportMaintenance],
    ['admin', 'a person is made, posted, reset, disabled', employ],
    ['auditor', 'mail is chosen, a notice read, the password changed', ownAccount],
    ['inspector2', 'a kept view is deleted', dropView],
    ['admin', 'a holiday is entered and taken back', addHoliday],
    ['admin', 'a failed job is tried again', retryJob],
    ['admin', 'a webhook is made, tried, stopped', keepWebhook],
    ['inspector', 'a region is added', addRegion],
    ['admin', 'a token is made and revoked', makeToken],
    ['inspector', 'a letter is refused, taken up, assigned', triageInquiry],
    ['editor', 'a letter is given back', giveBackInquiry],
    ['editor', 'a letter is handled: questions, help, days', handleInquiry],
    ['reviewer', 'days are granted', grantDays],
    ['editor', 'an answer is drafted', draftAnswer],
    ['reviewer', 'the draft is sent back', sendBackAnswer],
    ['editor', 'a template is kept', keepTemplates],
    ['inspector', 'reports are read, merged, assigned', triageReports],
    ['editor', 'a report is answered, another given back', answerReports],
    ['inspector', 'reports are judged, closed, refused, sent back', closeReports],
    ['inspector', 'findings are merged', mergeFindings],
    ['inspector', 'the hearing is skipped, the review opened again', skipHearing],
    ['inspector', 'a circular is filled, worded, returned', writeCircular],
    ['inspector', 'a failed site is measured again, the round cancelled', cancelRound],
    ['reviewer', 'the clock of an order is extended', extendOrder],
    ['leader', 'a talk is scheduled, held, followed up', holdTalk],
    ['inspector', 'the ladder is held against the orders', holdLadder, '2019-07-10T02:00:00.000Z'],
    ['leader', 'steps are decided', decideSteps],
    ['inspector', 'a step is carried out and recorded', carryOut],
  ];
  for (const [login, name, play, at] of plays) {
    test(`${login}: ${name}`, async () => {
      if (at !== undefined) service.world.office.setClock(at);
      await asPerson({ browser: chromium.browser, service }, login, play);
    });
  }
});
