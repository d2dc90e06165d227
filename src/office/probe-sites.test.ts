import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { chinaTime } from '#base/civil-date.ts';
import { plannedVisits } from '#crawl/plan-probes.ts';
import type { ProbePlan } from '#domain/availability.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import { judgeSeries } from '#inspect/judge-series.ts';
import { explainRun } from './explain-run.ts';
import { inspectCity } from './inspect-city.ts';
import { issueCircular } from './issue-circular.ts';
import { type ProbeRequest, probeSites, resumeProbe } from './probe-sites.ts';
import { scoreRun } from './score-run.ts';
import {
  aroundVisits,
  type FakeClock,
  fakeClock,
  type Planted,
  plantedSite,
  servePlanted,
} from './testing/planted-week.ts';
import { verifyRun } from './verify-run.ts';

const startsAt = '2019-05-13T01:30:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'xunwang-probe-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const common: Omit<ProbeRequest, 'sites' | 'out'> = {
  days: 7,
  visitsPerDay: 24,
  seed: 'planted',
  controls: [],
  maintenance: null,
  timeoutMs: 15_000,
  contact: null,
  allowNet: ['127.0.0.0/8'],
};

/** Every `step`th planned visit of a site from `first` on, `count` in all. */
function visitsOf(site: Site, of: ProbePlan, first: number, step: number, count: number) {
  const all = Array.from({ length: of.days }, (_, day) => plannedVisits(of, site.key, day)).flat();
  const chosen = all.filter((_, index) => index >= first && (index - first) % step === 0);
  assert.ok(chosen.length >= count);
  return chosen.slice(0, count);
}

interface Week {
  clock: FakeClock;
  servers: Planted[];
  sites: Site[];
  controls: Planted[];
}

/** Sites of these units and three control hosts, closed with the test. */
async function openWeek(t: TestContext, ...units: string[]): Promise<Week> {
  const clock = fakeClock(startsAt);
  const servers = await Promise.all(units.map(() => servePlanted(clock)));
  const controls = await Promise.all([1, 2, 3].map(() => servePlanted(clock)));
  t.after(() => Promise.all([...servers, ...controls].map((one) => one.close())));
  const sites = servers.map((server, index) =>
    plantedSite(server, units[index] ?? '', `s${index}`),
  );
  return { clock, servers, sites, controls };
}

/** Inspects the sites, which are up again, by a series; everything saved is judged once more. */
async function inspectBy(series: string, { sites, clock, servers }: Week): Promise<SiteResult[]> {
  for (const { down } of servers) down.length = 0;
  const run = `${series}-run`;
  const { folder: made, result } = await inspectCity(
    {
      sites,
      out: run,
      rubric: 'cn-census-2015',
      overlays: [],
      asOf: '2019-05-27',
      recheck: { times: 1, spacingMs: 0 },
      limits: { maxPages: 20, maxBodyBytes: 1 << 20, timeoutMs: 5000 },
      robots: 'obey',
      browser: 'off',
      pictures: 0,
      allowNet: ['127.0.0.0/8'],
      availability: series,
      language: 'zh',
    },
    { ...clock, report: () => {} },
  );
  assert.ok(result !== null);
  await issueCircular(made, result, { brief: null, pdf: false });
  const rescored = scoreRun({ dir: run, rubric: null, overlays: [], asOf: null });
  assert.deepEqual(rescored.after, rescored.before);
  assert.deepEqual(verifyRun(run).doubts, []);
  return result.sites;
}

const isVetoed = ({ vetoes }: SiteResult) =>
  vetoes.some(({ indicator }) => indicator === 'site-available');
const findingOf = ({ findings }: SiteResult) =>
  findings.find(({ kind }) => kind === 'site-unavailable');

test('outages of 4.9, 5.0 and 5.1 per cent: the last two are the veto', async (t) => {
  const week = await openWeek(t, '四点九', '五点零', '五点一');
  const plan = { startsAt, days: 10, visitsPerDay: 100, seed: 'planted' };
  for (const [index, count] of [49, 50, 51].entries()) {
    const [server, site] = [week.servers[index], week.sites[index]] as [Planted, Site];
    server.down.push(...aroundVisits(visitsOf(site, plan, 3, 17, count)));
  }
  const out = join(folder, 'exact');
  const controls = week.controls.slice(0, 1).map(({ url }) => url);
  const request = { ...common, ...plan, sites: week.sites, out, controls };
  const outcome = await probeSites(request, week.clock);
  assert.ok(outcome.isFinished);
  const plot = readFileSync(join(out, 'availability.html'), 'utf8');
  for (const share of ['4.90%', '5.00%', '5.10%']) assert.ok(plot.includes(`占 ${share}`));

  const sites = await inspectBy(out, week);
  assert.deepEqual(sites.map(isVetoed), [false, true, true]);
  assert.deepEqual(
    sites.map(findingOf).map((one) => [one?.state, one?.measure.share, one?.evidence.length]),
    [
      ['confirmed', 0.049, 49],
      ['confirmed', 0.05, 50],
      ['confirmed', 0.051, 51],
    ],
  );
  const charge = sites[0]?.deductions.find(
    ({ indicator }) => indicator === 'homepage-availability',
  );
  assert.equal(charge?.points, 20, 'four whole per cents; what a started one costs nobody knows');
  const run = `${out}-run`;
  const [explained] = explainRun({ dir: run, site: '五点零', finding: null, isAll: false }).sites;
  const [proof] = explained?.findings.find(({ isVeto }) => isVeto)?.evidence ?? [];
  assert.ok(existsSync(join(run, proof?.file ?? 'nothing')));
});

test('our own network and maintenance reported beforehand count for nothing', async (t) => {
  const week = await openWeek(t, '本方断网', '报备维护', '迟报维护');
  const plan = { startsAt, days: 7, visitsPerDay: 40, seed: 'planted' };
  const [cut, kept, late] = week.servers as [Planted, Planted, Planted];
  const [cutSite, keptSite, lateSite] = week.sites as [Site, Site, Site];
  // Of 280 visits 13 are 4.6 per cent and 14 are 5. Our cable is out at 20 visits of the first
  // site; one control host of three is always out, and the other two are a majority.
  const ourOutage = aroundVisits(visitsOf(cutSite, plan, 5, 14, 20));
  cut.down.push(...aroundVisits(visitsOf(cutSite, plan, 0, 14, 13)), ...ourOutage);
  week.controls[0]?.down.push({ fromMs: 0, toMs: Number.POSITIVE_INFINITY });
  week.controls[1]?.down.push(...ourOutage);
  // Six hours of maintenance, reported the day before; 13 failures on other days.
  const [from, to] = ['2019-05-14T10:00:00.000Z', '2019-05-14T16:00:00.000Z'];
  kept.down.push({ fromMs: Date.parse(from), toMs: Date.parse(to) });
  kept.down.push(...aroundVisits(visitsOf(keptSite, plan, 120, 12, 13)));
  // An outage of 14 visits that was reported a minute after it had begun.
  const outage = visitsOf(lateSite, plan, 90, 1, 14);
  const [begun = '', ended = ''] = [outage[0], outage[13]];
  late.down.push(...aroundVisits(outage));
  const reported = new Date(Date.parse(begun) + 60_000).toISOString();
  const maintenance = join(folder, 'maintenance.csv');
  const rows = [
    ['报备维护', from, to, '2019-05-13T09:00:00.000Z'],
    [lateSite.homepage, begun, ended, reported],
  ].map(([site, ...times]) => [site, ...times.map((one = '') => chinaTime(one))].join(','));
  writeFileSync(maintenance, `网站,开始时间,结束时间,报备时间\n${rows.join('\n')}\n`);

  const out = join(folder, 'excused');
  const controls = week.controls.map(({ url }) => url);
  const request = { ...common, ...plan, sites: week.sites, out, controls, maintenance };
  const outcome = await probeSites(request, week.clock);
  const tallies = outcome.series.map(({ series }) => judgeSeries(series, 15_000).tally);
  assert.deepEqual(
    tallies.map(({ opened, failed }) => [opened + failed, failed]),
    [
      [280, 13],
      [280, 13],
      [280, 14],
    ],
    'what could not count was made up for the same day',
  );
  assert.equal(tallies[0]?.ours, 20);
  assert.ok((tallies[1]?.maintenance ?? 0) >= 9, 'a quarter of a day of forty visits');
  assert.equal(tallies[2]?.maintenance, 0);
  const sites = await inspectBy(out, week);
  assert.deepEqual(sites.map(isVetoed), [false, false, true]);
  assert.match(readFileSync(join(out, 'availability.html'), 'utf8'), /报备晚于开始时间/);
});

test('a probe that was stopped goes on, and what it slept through was missed by us', async (t) => {
  const clock = fakeClock(startsAt);
  const server = await servePlanted(clock);
  t.after(() => server.close());
  const out = join(folder, 'stopped');
  const sites = [plantedSite(server, '某局', 's0')];
  clock.stopAt('2019-05-14T13:30:00.000Z');
  const stopped = await probeSites({ ...common, days: 3, visitsPerDay: 24, sites, out }, clock);
  assert.equal(stopped.isFinished, false);
  const later = fakeClock('2019-05-14T19:00:00.000Z');
  const outcome = await resumeProbe(out, null, later);
  assert.ok(outcome.isFinished);
  const [{ series } = assert.fail()] = outcome.series;
  const { tally, results } = judgeSeries(series, 15_000);
  assert.equal(tally.ours, 5, 'the visits from 13:30 to 19:00, the last within its grace');
  assert.ok(tally.opened > 72 - 5 && tally.opened <= 72);
  const missed = series.probes.filter((_, index) => results[index] === 'ours');
  assert.ok(missed.every(({ tries }) => tries === 0));
  const ids = series.probes.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});
