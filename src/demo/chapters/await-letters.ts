import { present } from '#base/assert.ts';
import type { Instant } from '#base/civil-date.ts';
import { PUBLIC } from '#domain/person.ts';
import { addSite } from '#office/add-site.ts';
import { addUnit } from '#office/add-unit.ts';
import { askRegions } from '#office/ask-register.ts';
import { calendarNow } from '#office/calendar-now.ts';
import { captureForReport } from '#office/capture-for-report.ts';
import type { Desk } from '#office/desk.ts';
import { earlierPlan, REFORMED, type ReportPlan, secondQuarter } from '../matters/matter-plan.ts';
import { matterScenes } from '../matters/matter-scenes.ts';
import { type MatterStage, moment, type Scene, type Seat } from '../matters/scene.ts';
import { deskOf, type Stage, unitDesk } from '../stage.ts';
import { hire, person } from './found.ts';

const LOOPBACK = '127.0.0.0/8';
const CITY = '咸宁市';
const ALL = 200;

/** Who is written to and has no site in the city, from June 2018 on, with the region it is in. */
const addressees: readonly { name: string; region: string }[] = [
  { name: '咸安区政府办', region: '咸安区' },
  { name: '通城县政府办', region: '通城县' },
  { name: '市工商局', region: CITY },
  { name: '咸宁市人民政府', region: CITY },
  { name: '咸宁市旅游委员会', region: CITY },
  { name: '咸宁市房地产管理局', region: CITY },
];

/** Stretches before the quarter, with fewer letters. */
const earlier = [
  earlierPlan('2018-06-11', '2018-08-31'),
  earlierPlan('2018-09-10', '2018-11-30'),
  earlierPlan('2018-12-10', '2019-03-10'),
];

/**
 * June 2018: units that have no site in the city are entered, so that citizens may write to them,
 * and what will be written in the year and what becomes of it is put on the agenda.
 */
export async function awaitLetters(stage: Stage): Promise<void> {
  for (const one of addressees) await enter(stage, one);
  await enterOldSites(stage);
  const calendar = await calendarNow(stage.office.db);
  const letters = stageOfLetters(stage);
  const plans = [...earlier, secondQuarter].map((plan) => ({
    ...plan,
    reports: plan.reports.map((report) => inCity(stage, report)),
  }));
  const open = openReports(stage);
  const scenes = plans.flatMap((plan) => {
    const openReports = plan.from === secondQuarter.from ? open : [];
    return matterScenes(letters, { ...plan, openReports }, calendar);
  });
  stage.agenda.add([reform(stage), ...scenes]);
}

/** The reform founds a unit that takes the letters of another over. */
function reform(stage: Stage): Scene {
  const play = () => enter(stage, { name: REFORMED, region: CITY });
  return { at: moment('2019-02-26', 600), matter: null, play };
}

async function enter(stage: Stage, { name, region }: (typeof addressees)[number]): Promise<void> {
  const inspector = deskOf(stage, 'inspector');
  const { items } = await askRegions(inspector, { limit: ALL });
  const { id: regionId, path } = present(
    items.find((one) => one.name === region),
    region,
  );
  const id = await addUnit(inspector, { name, regionId });
  const editor = { login: `w${id}`, name: `经办人（${name}）`, role: 'unit-editor' as const };
  const admin = deskOf(stage, 'admin');
  const who = await hire(stage, admin, { ...editor, regionId, unitId: id });
  const place = { region: path, unit: `/${id}/` };
  stage.cast.others.set(name, { id, editor: person(who, editor.name, editor.role, place) });
}

/**
 * Sites that the circular counts reports of and the campaign does not look at: those of merged
 * units, which are being closed, and the city's portal, which moves to another platform.
 */
async function enterOldSites(stage: Stage): Promise<void> {
  for (const { site: name, unit, homepage } of secondQuarter.reports) {
    const owner = stage.cast.others.get(unit);
    if (owner === undefined) continue;
    const isPortal = unit === '咸宁市人民政府';
    const state = isPortal ? 'suspended' : 'closing';
    const kind = isPortal ? 'portal' : 'department';
    const reason = isPortal ? '整体迁移至网站集群，迁移期间不抽查' : '单位撤并，网站待注销';
    const facts = { unitId: owner.id, homepage, name, kind, state, reason } as const;
    await addSite(deskOf(stage, 'inspector'), facts);
  }
}

/** A report of a site of the city is of a page that is there. */
function inCity(stage: Stage, report: ReportPlan): ReportPlan {
  const homepage = stage.sites.find(({ unit }) => unit === report.unit)?.homepage;
  return homepage === undefined ? report : { ...report, homepage, pageUrl: homepage };
}

/** What waits on the morning of 27 May: to be closed, to be answered, of a site nobody knows. */
function openReports(stage: Stage) {
  const of = (unit: string) => inCity(stage, { site: '', unit, homepage: '', count: 1 });
  const stranger = 'http://news.xianning-life.example.com/';
  return [
    { ...of('市统计局'), day: '2019-05-22', end: 'answered' as const },
    { ...of('市招商局'), day: '2019-05-24', end: 'open' as const },
    { site: '', unit: '', homepage: stranger, day: '2019-05-26', end: 'open' as const },
  ];
}

function stageOfLetters(stage: Stage): MatterStage {
  const { clock, office, cast, signal, bench } = stage;
  const desk = (seat: Seat, at: Instant): Desk => {
    // Where the year is behind its plan, what happens next happens now.
    const time = at > clock.now() ? at : clock.now();
    const now = () => time;
    if (seat === 'inspector') return { ...deskOf(stage, seat), now };
    if (seat !== 'citizen') return { ...unitDesk(stage, seat.unit), now };
    return { ...office.desk('public'), actor: PUBLIC, now, allowNet: [LOOPBACK] };
  };
  const cityPort = new URL(stage.sites[0]?.homepage ?? '').port;
  return {
    desk,
    unitId: (name) => present(cast.units.get(name) ?? cast.others.get(name), name).id,
    async capture({ reportId, when, pageUrl, at }) {
      // Only the city answers; what else there is in the world is none of the history's.
      if (new URL(pageUrl).port !== cityPort) return;
      const job = { ...office.desk('capture-page'), now: desk('citizen', at).now };
      const watch = {
        now: job.now,
        wait: () => Promise.resolve(),
        signal,
        report: () => undefined,
        workshop: bench.workshop,
      };
      const terms = { allowNet: [LOOPBACK], contact: null, browser: 'off' as const };
      await captureForReport(job, { reportId, when }, { terms, watch });
    },
  };
}
