import { addDays } from '#base/civil-date.ts';
import { sampleSettings } from '#office/testing/sample-campaign.ts';
import { SAMPLE_NOW, type SampleOffice } from '#office/testing/sample-office.ts';
import { rubricText } from '#score/testing/packaged-rubric.ts';
import { plantWork } from './plant-work.ts';
import { toJson } from '#store/json-column.ts';

const TODAY = SAMPLE_NOW.slice(0, 10);
const DAYS = 90;
const HOUR_MS = 3_600_000;

/** Gives the sample office a past, so that charts, strips and trees have something to show. */
export async function plantHistory(office: SampleOffice): Promise<void> {
  await plantRounds(office);
  await plantProbes(office);
  await plantSignals(office);
  await plantChannels(office);
  await plantWork(office);
}

/** Three earlier quarters, published; one site could not be measured in the first. */
async function plantRounds({ db, siteIds, unitIds, places }: SampleOffice): Promise<void> {
  const units = Object.keys(unitIds);
  const quarters = ['2018年第三季度', '2018年第四季度', '2019年第一季度'];
  const rubric = { id: 'cn-census-2015', text: rubricText('cn-census-2015'), overlays: [] };
  for (const [quarter, period] of quarters.entries()) {
    const asOf = ['2018-09-20', '2018-12-20', '2019-03-20'][quarter] ?? TODAY;
    const at = `${asOf}T02:00:00.000Z`;
    const { id } = await db
      .insertInto('campaigns')
      .values({
        region_id: places.city.id,
        name: `${period}政府网站抽查`,
        period,
        state: 'closed',
        as_of: asOf,
        rubric: toJson(rubric),
        settings: toJson(sampleSettings),
        sample: toJson({ mode: 'all', share: 1, strata: [], seed: '1', excluded: [] }),
        brief: toJson({ region: '咸宁市', period, date: asOf }),
        opened_at: at,
        started_at: at,
        published_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const [position, [key, siteId]] of Object.entries(siteIds).entries()) {
      const isLost = quarter === 0 && position === 6;
      const links = Math.max(0, ((position * 3 + quarter * 5) % 9) - quarter);
      const score = 100 - links;
      const card = {
        verdict: isLost ? 'incomplete' : 'pass',
        score: isLost ? null : score,
        vetoes: [],
        deductions:
          links === 0
            ? []
            : [{ indicator: 'other-links', points: links, count: links * 10, findings: [] }],
        bonus: [],
        unpriced: [],
        gaps: isLost ? [{ why: 'never-opened', indicator: null, measured: 0, unmeasured: 1 }] : [],
        totals: { pages: 100, links: 900, bytes: 5_000_000, ms: 4000, unmeasured: 0 },
        looked: { total: 100, unmeasured: isLost ? 100 : 0, neverOpened: isLost },
      };
      await db
        .insertInto('inspections')
        .values({
          campaign_id: id,
          site_id: siteId,
          position,
          site: toJson({
            key,
            unit: units[position] ?? key,
            homepage: `http://${key}.example.gov.cn/`,
            siteIdCode: null,
            kind: 'department',
          }),
          state: 'measured',
          attempts: 1,
          started_at: at,
          finished_at: at,
          verdict: isLost ? 'incomplete' : 'pass',
          score: isLost ? null : score * 100,
          card: toJson(card),
          first_card: toJson(card),
        })
        .execute();
    }
  }
}

/** Twenty visits a day; two bad days, one of ours, one of maintenance, a week without any. */
async function plantProbes({ db, siteIds }: SampleOffice): Promise<void> {
  const site = siteIds['minzheng'] ?? 0;
  for (let ago = DAYS; ago >= 0; ago--) {
    if (ago > 50 && ago < 58) continue;
    const rows = Array.from({ length: 20 }, (_, visit) => {
      const at = new Date(Date.parse(SAMPLE_NOW) - ago * 24 * HOUR_MS - visit * HOUR_MS);
      const isBad = (ago === 12 && visit < 3) || (ago === 33 && visit < 14);
      const result =
        ago === 40 ? 'maintenance' : ago === 21 && visit < 6 ? 'ours' : isBad ? 'failed' : 'opened';
      return {
        site_id: site,
        due_at: at.toISOString(),
        at: at.toISOString(),
        result: result as 'opened',
        took_ms: 400 + visit,
        probe: toJson({}),
      };
    });
    await db.insertInto('probes').values(rows).execute();
  }
}

async function plantSignals({ db, siteIds }: SampleOffice): Promise<void> {
  const of = [
    ['minzheng', 'site-updated', 'watch', { today: 0, ahead: 1, threshold: 1 }],
    ['weijian', 'channels-filled', 'watch', { today: 4, ahead: 4, threshold: 5 }],
    ['zhaoshang', 'site-updated', 'breach', { today: 1, ahead: 1, threshold: 1 }],
    ['jiaotong', 'on-time:pages', 'unmeasured', { everyMs: 86_400_000 }],
  ] as const;
  for (const [key, kind, state, measure] of of) {
    const site = siteIds[key] ?? Object.values(siteIds).at(-1) ?? 0;
    const at = '2019-05-26T02:00:00.000Z';
    await db
      .insertInto('signals')
      .values({ site_id: site, kind, state, measure: toJson(measure), since: at, seen_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** A tree of two levels: fresh, near the end of its clock, late, blank, undated, historical. */
async function plantChannels({ db, siteIds }: SampleOffice): Promise<void> {
  const site = siteIds['minzheng'] ?? 0;
  const rows = [
    ['要闻动态', ['要闻动态'], 'news', 'P14D', 2, null],
    ['通知公告', ['通知公告'], 'notices', 'P6M', 172, null],
    ['政策文件', ['政务公开', '政策文件'], 'policy-documents', 'P6M', 60, null],
    ['人事任免', ['政务公开', '人事任免'], 'personnel', 'P1Y', 200, null],
    ['规划计划', ['政务公开', '规划计划'], 'plans', 'P1Y', 380, null],
    ['统计数据', ['政务公开', '统计数据'], 'statistics', 'P1Y', null, 'blank'],
    ['征集调查', ['互动交流', '征集调查'], 'survey', 'P1Y', null, 'undated'],
    ['专题：脱贫攻坚', ['专题专栏', '脱贫攻坚'], 'special', null, 900, null],
  ] as const;
  for (const [index, [name, path, kind, clock, ago, why]] of rows.entries()) {
    await db
      .insertInto('channels')
      .values({
        site_id: site,
        url: `http://minzheng.example.gov.cn/c${index}/`,
        name,
        path: [...path],
        level: path.length,
        kind,
        clock,
        is_historical: kind === 'special',
        origin: index === 0 ? 'confirmed' : 'discovered',
        first_seen_on: '2018-09-20',
        last_seen_on: TODAY,
        newest_on: ago === null ? null : addDays(TODAY, -ago),
        newest_title: ago === null ? null : `关于${name}的一条信息`,
        newest_why: why,
        looked_on: TODAY,
      })
      .execute();
  }
}
