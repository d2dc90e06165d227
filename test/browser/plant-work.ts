import type { SiteCheckResult } from '#domain/site-check.ts';
import { perform } from '#office/desk.ts';
import { startDeadline } from '#office/start-deadline.ts';
import { SAMPLE_NOW, type SampleOffice } from '#office/testing/sample-office.ts';
import { toJson } from '#store/json-column.ts';

const HOUR_MS = 3_600_000;
const before = (hours: number) => new Date(Date.parse(SAMPLE_NOW) - hours * HOUR_MS).toISOString();

/** What a monitor and its people leave behind: watches, maintenance, a check, an answered order. */
export async function plantWork(office: SampleOffice): Promise<void> {
  await plantWatches(office);
  await plantMaintenance(office);
  await plantCheck(office);
  await plantSights(office);
  await plantHearing(office);
}

/** The clock that units may speak by. */
async function plantHearing(office: SampleOffice): Promise<void> {
  const { campaignId: thingId } = office;
  const clock = { thing: 'campaign', thingId, unitId: null, clock: 'appeal' };
  await perform(office.desk({ job: 'test' }), (act) => startDeadline(act, clock));
}

async function plantWatches({ db, siteIds }: SampleOffice): Promise<void> {
  const every = { availability: 1.2 * HOUR_MS, pages: 24 * HOUR_MS, links: 168 * HOUR_MS };
  for (const [index, site] of Object.values(siteIds).entries()) {
    for (const [kind, pace] of Object.entries(every)) {
      const isLate = index === 2 && kind === 'pages';
      await db
        .insertInto('watches')
        .values({
          site_id: site,
          kind,
          every_ms: pace,
          due_at: isLate ? before(60) : SAMPLE_NOW,
          last_at: isLate ? before(84) : before(1),
          last_ok_at: isLate ? null : before(1),
          since: before(2000),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }
}

async function plantMaintenance({ db, siteIds, people }: SampleOffice): Promise<void> {
  const windows = [
    ['minzheng', 20, 14, 48, '服务器升级'],
    ['linye', 70, 66, 50, '机房断电检修'],
  ] as const;
  for (const [key, from, to, reported, reason] of windows) {
    await db
      .insertInto('maintenance_windows')
      .values({
        site_id: siteIds[key] ?? 0,
        from_at: before(from),
        to_at: before(to),
        reason,
        reported_by: people.editor.id,
        reported_at: before(reported),
      })
      .execute();
  }
}

async function plantCheck({ db, siteIds, people }: SampleOffice): Promise<void> {
  const url = 'http://minzheng.example.gov.cn/old/';
  const result: SiteCheckResult = {
    rubric: 'cn-census-2015',
    asOf: SAMPLE_NOW.slice(0, 10),
    verdict: 'pass',
    score: 99.9,
    lines: [
      {
        indicator: 'other-links',
        title: { zh: '其他页面不可用链接', en: 'Dead links of other pages' },
        isVeto: false,
        points: 0.1,
        findings: ['a'],
      },
    ],
    findings: [
      {
        key: 'a',
        kind: 'link-dead',
        state: 'confirmed',
        url,
        foundOn: 'http://minzheng.example.gov.cn/',
        sentence: '2019年5月27日核查，“旧版网站”链接打不开。',
      },
    ],
    pages: 312,
    links: 2048,
    unmeasured: 3,
  };
  await db
    .insertInto('site_checks')
    .values({
      site_id: siteIds['minzheng'] ?? 0,
      asked_by: people.editor.id,
      asked_at: before(5),
      state: 'done',
      started_at: before(5),
      finished_at: before(4),
      result: toJson(result),
    })
    .execute();
}

/** Every order has something that was seen before; one was answered and looked at again in vain. */
async function plantSights({ db }: SampleOffice): Promise<void> {
  const sight = (hours: number, status: number) => ({
    at: before(hours),
    evidence: [
      {
        visit: `v-${hours}`,
        url: 'http://minzheng.example.gov.cn/old/',
        at: before(hours),
        status,
        outcome: 'answered',
        bodyHash: null,
        excerpt: status === 404 ? '您访问的页面不存在' : '民政局旧版网站',
        look: 2,
      },
    ],
  });
  await db
    .updateTable('order_items')
    .set({ before: toJson(sight(400, 404)) })
    .execute();
  const last = await db
    .selectFrom('orders')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return;
  await db
    .updateTable('orders')
    .set({ state: 'received', received_at: before(300), replied_at: before(30), times_failed: 1 })
    .where('id', '=', last.id)
    .execute();
  await db
    .updateTable('order_items')
    .set({ answer: 'mended', recheck: 'failed', after: toJson(sight(29, 404)) })
    .where('order_id', '=', last.id)
    .execute();
}
