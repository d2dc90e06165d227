import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { acceptInquiry } from '#office/accept-inquiry.ts';
import { answerReport } from '#office/answer-report.ts';
import { askBack } from '#office/ask-back.ts';
import { assignMatter } from '#office/assign-matter.ts';
import { listDueCaptures } from '#office/attach-capture.ts';
import { captureForReport } from '#office/capture-for-report.ts';
import { closeReport } from '#office/close-report.ts';
import { draftAnswer } from '#office/draft-answer.ts';
import { reviewAnswer } from '#office/review-answer.ts';
import { submitErrorReport } from '#office/submit-error-report.ts';
import { submitInquiry } from '#office/submit-inquiry.ts';
import { publicDesk } from '#office/testing/matter-desks.ts';
import { correctSample, publishSample } from '#office/testing/publish-sample.ts';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { openChromium } from '../browser/open-chromium.ts';
import { webpOf } from '../browser/webp.ts';
import { type ServedPortal, servePortal } from './serve-portal.ts';

// `node test/portal/picture-portal.ts FOLDER`: the public pages as a visitor sees them, on a phone
// and on a desk. Those of the guides are taken by `npm run guide-pictures`.

const WIDTHS = [360, 1200] as const;
/** Pictures of the guides, on a phone: small enough for a repository. */
export const guidePages = [
  'home',
  'report',
  'report-similar',
  'receipt',
  'follow',
  'ask',
  'asked-back',
];
/** The highest a picture of a guide is; a page that is followed is shown whole. */
const GUIDE_HEIGHT_PX = 1100;

/** What there is to be seen, once things have been planted. */
interface Planted {
  siteId: number;
  campaignId: number;
  closed: string;
  asked: string;
  close(): void;
}

/** Takes all pictures into a folder, named by page and width. */
export async function picturePortal(browser: Browser, folder: string): Promise<string[]> {
  return onPortal(async (portal, planted) => {
    const taken: string[] = [];
    for (const width of WIDTHS) {
      const page = await openWindow(browser, width);
      for (const [name, open] of pagesOf(portal.origin, planted)) {
        await open(page);
        const file = join(folder, `${name}-${width}.png`);
        await growPage(page, width, 4000);
        writeFileSync(file, await page.screenshot({ animations: 'disabled' }));
        taken.push(file);
      }
      await page.context().close();
    }
    return taken;
  });
}

/** Takes those that the guides show into `zh` and `en` of a folder, on a phone. */
export async function pictureForGuides(
  browser: Browser,
  { folder, only = guidePages }: { folder: string; only?: readonly string[] },
): Promise<string[]> {
  return onPortal(async (portal, planted) => {
    const taken: string[] = [];
    for (const tongue of ['zh', 'en']) {
      const page = await openWindow(browser, 360);
      const origin = tongue === 'zh' ? portal.origin : `${portal.origin}/en`;
      for (const [name, open] of pagesOf(origin, planted)) {
        if (!guidePages.includes(name) || !only.includes(name)) continue;
        await open(page);
        await growPage(page, 360, name === 'follow' ? 4000 : GUIDE_HEIGHT_PX);
        const file = join(folder, tongue, `${name}.webp`);
        writeFileSync(file, await webpOf(page));
        taken.push(file);
      }
      await page.context().close();
    }
    return taken;
  });
}

async function onPortal(
  take: (portal: ServedPortal, planted: Planted) => Promise<string[]>,
): Promise<string[]> {
  const portal = await servePortal({
    XUNWANG_PROXIES: '0',
    XUNWANG_PUBLIC_NAME: '咸宁市政府网站监督',
  });
  const planted = await plant(portal);
  try {
    return await take(portal, planted);
  } finally {
    planted.close();
    await portal.close();
  }
}

async function openWindow(browser: Browser, width: number): Promise<Page> {
  const viewport = { width, height: 740 };
  return (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
}

/** Makes the window as high as the page, to a limit. */
async function growPage(page: Page, width: number, most: number): Promise<void> {
  await page.setViewportSize({ width, height: 740 });
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height: Math.min(most, height) });
  await page.waitForTimeout(150);
}

type Open = (page: Page) => Promise<unknown>;

function pagesOf(origin: string, planted: Planted): [string, Open][] {
  const at =
    (path: string): Open =>
    (page) =>
      page.goto(`${origin}${path}`);
  const filled = async (page: Page) => {
    await page.goto(`${origin}/report`);
    await page.fill('#page', 'http://minzheng.example.gov.cn/zwgk/1.html');
    await page.check('input[name=fault][value=typo]');
    await page.fill('#text', '第二段“截止”误为“截至”。');
  };
  const sent = async (page: Page) => {
    await filled(page);
    await proved(page);
    await Promise.all([page.waitForNavigation(), page.click('button[type=submit]')]);
  };
  const follow = (receipt: string) => async (page: Page) => {
    await page.goto(`${origin}/follow`);
    await page.fill('#receipt', receipt);
    await Promise.all([page.waitForNavigation(), page.click('button[type=submit]')]);
  };
  return [
    ['home', at('/')],
    ['rounds', at('/rounds')],
    ['round', at(`/rounds/${planted.campaignId}`)],
    ['site', at(`/sites/${planted.siteId}`)],
    ['circulars', at('/circulars')],
    ['data', at('/data')],
    ['report', filled],
    ['report-similar', sent],
    [
      'receipt',
      async (page) => {
        await sent(page);
        await proved(page);
        await Promise.all([page.waitForNavigation(), page.click('button[type=submit]')]);
      },
    ],
    ['follow', follow(planted.closed)],
    ['ask', at('/ask')],
    ['asked-back', follow(planted.asked)],
    ['answers', at('/answers')],
    ['statistics', at('/statistics')],
    [
      'mistakes',
      async (page) => {
        await page.goto(`${origin}/report`);
        await Promise.all([page.waitForNavigation(), page.click('button[type=submit]')]);
      },
    ],
    ['english', at('/en/')],
  ];
}

/** Waits until the form's script has solved its puzzle. */
const proved = (page: Page) =>
  // A function, not a text: the page's policy evaluates none.
  page.waitForFunction(() => {
    const { document } = globalThis as unknown as {
      document: { forms: { elements: { proof: { value: string } } }[] };
    };
    return document.forms[0]?.elements.proof.value !== '';
  });

async function plant(portal: ServedPortal): Promise<Planted> {
  const { office } = portal;
  await publishSample(office);
  await correctSample(office);
  const now = () => new Date().toISOString();
  const evidenceDir = mkdtempSync(join(tmpdir(), 'xunwang-pictures-'));
  const site = await serveSite();
  const citizen = { ...publicDesk(office), now, allowNet: ['127.0.0.0/8'] };
  const desk = (who: SampleLogin) => ({ ...office.desk(who), now });
  const unitId = office.places.unit.id;
  // The page that is looked at is one of the register.
  await office.db
    .updateTable('sites')
    .set({ homepage: `${site.origin}/` })
    .where('unit_id', '=', office.places.otherUnit.id)
    .execute();
  const { receipt: closed, reportId } = await submitErrorReport(citizen, {
    pageUrl: `${site.origin}/zwgk/lxwm.html`,
    fault: 'inaccurate',
    text: '联系电话是空号，请更正。',
  });
  const look = async () => {
    const terms = { allowNet: ['127.0.0.0/8'], contact: null, browser: 'auto' as const };
    const signal = new AbortController().signal;
    const watch = { now, wait: async () => undefined, signal, report: () => undefined };
    const job = { ...office.desk({ job: 'capture-page' }), now, evidenceDir };
    for (const due of await listDueCaptures(job, { limit: 5 })) {
      await captureForReport(job, due, { terms, watch });
    }
  };
  await look();
  site.mend();
  await answerReport(desk('otherEditor'), reportId, {
    truth: 'true',
    text: '电话已更正为0715-8123456，感谢指出。',
  });
  await look();
  await closeReport(desk('inspector'), reportId, { truth: 'true', publicText: null });
  await submitErrorReport(citizen, {
    pageUrl: 'http://minzheng.example.gov.cn/zwgk/1.html',
    fault: 'typo',
    text: '标题有错字',
  });
  const ask = async (title: string, text: string) => {
    const kind = 'question' as const;
    const made = await submitInquiry(citizen, { kind, title, text, mayPublish: true, unitId });
    await assignMatter(desk('inspector'), { thing: 'inquiry', id: made.inquiryId }, { unitId });
    await acceptInquiry(desk('editor'), made.inquiryId);
    return made;
  };
  const first = await ask('社保卡丢失后如何补办', '请问社保卡丢失后到哪里补办，需要带什么材料？');
  const answer = '请持身份证到市政务服务中心3号窗口办理，当日可取。咨询电话0715-8123456。';
  await draftAnswer(desk('editor'), first.inquiryId, { answer });
  await reviewAnswer(desk('inspector'), first.inquiryId, { decision: 'publish', answer });
  const second = await ask('路灯不亮', '我家门口的路灯不亮，晚上出行不便。');
  await askBack(desk('editor'), second.inquiryId, '请补充路灯所在的路段和编号。');
  return {
    siteId: office.siteIds['minzheng'] ?? 0,
    campaignId: office.campaignId,
    closed,
    asked: second.receipt,
    close() {
      site.close();
      rmSync(evidenceDir, { recursive: true, force: true });
    },
  };
}

/** A page with a wrong telephone number, until it is mended. */
async function serveSite() {
  let telephone = '0715-0000000';
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="zh"><title>联系我们-市民政局</title>
<body style="font:16px 'Noto Sans SC';margin:0"><div style="background:#b22;color:#fff;padding:24px 60px;font-size:28px">市民政局</div>
<div style="padding:30px 60px"><h1>联系我们</h1><p>办公地址：某某市政务服务中心</p>
<p style="font-size:22px">联系电话：<b>${telephone}</b></p><p>${'本页由办公室维护，如有变动及时更新。'.repeat(12)}</p></div>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mend: () => {
      telephone = '0715-8123456';
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

if (import.meta.main) {
  const folder = process.argv[2] ?? 'out/portal';
  mkdirSync(folder, { recursive: true });
  const { browser, close } = await openChromium();
  try {
    for (const file of await picturePortal(browser, folder)) console.log(file);
  } finally {
    await close();
  }
}
