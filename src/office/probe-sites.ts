import { ENGINE } from '#base/engine.ts';
import type { Url } from '#base/url.ts';
import { createControlHosts } from '#crawl/control-hosts.ts';
import { createNet } from '#crawl/net.ts';
import type { ProbePlan, ProbeResult } from '#domain/availability.ts';
import type { Site } from '#domain/site.ts';
import { judgeSeries } from '#inspect/judge-series.ts';
import { readMaintenanceFile } from '#store/maintenance-file.ts';
import {
  createProbeFolder,
  openProbeFolder,
  PROBE_SCHEMA,
  type ProbeFolder,
} from '#store/probe-folder.ts';
import { createSeriesFile, openSeriesFile, type SeriesFile } from '#store/series-file.ts';
import { noteMaintenance } from './note-maintenance.ts';
import { keepProbing, type Probing } from './keep-probing.ts';
import { plotSeries } from './plot-series.ts';
import type { ProbeNews, ProbeWatch } from './probe-watch.ts';
import { refusePrivateHomepages } from './refuse-private-homepages.ts';
import { loadLexicon } from './run-instruments.ts';
import { userAgentOf } from './user-agent.ts';

/** What a probe is asked to do. */
export interface ProbeRequest {
  sites: Site[];
  /** Folder for the series: empty, or not there yet. */
  out: string;
  days: number;
  visitsPerDay: number;
  /** Of the jitter; null: made from the instant of the beginning. */
  seed: string | null;
  controls: Url[];
  /** File of reported maintenance; read again before every visit. */
  maintenance: string | null;
  timeoutMs: number;
  contact: string | null;
  allowNet: string[];
}

/** What a probe came to; `resumeProbe` goes on with one that is not finished. */
export interface ProbeOutcome {
  folder: ProbeFolder;
  series: SeriesFile[];
  isFinished: boolean;
}

/** Begins a series of visits of every site and makes them, until the last or an interruption. */
export async function probeSites(request: ProbeRequest, watch: ProbeWatch): Promise<ProbeOutcome> {
  const { sites, allowNet, contact, controls, timeoutMs, maintenance } = request;
  refusePrivateHomepages(sites, allowNet);
  if (maintenance !== null) readMaintenanceFile(maintenance, sites);
  const startsAt = watch.now();
  const { days, visitsPerDay } = request;
  const plan: ProbePlan = { startsAt, days, visitsPerDay, seed: request.seed ?? startsAt };
  const folder = createProbeFolder(request.out, {
    schema: PROBE_SCHEMA,
    engine: ENGINE,
    sites,
    plan,
    timeoutMs,
    controls,
    contact,
    userAgent: userAgentOf(contact),
    allowNet,
  });
  return await probe(folder, maintenance, watch);
}

/** Goes on with the probe in a folder; visits that fell into the pause were missed by us. */
export async function resumeProbe(
  dir: string,
  maintenance: string | null,
  watch: ProbeWatch,
): Promise<ProbeOutcome> {
  const folder = openProbeFolder(dir);
  if (maintenance !== null) readMaintenanceFile(maintenance, folder.settings.sites);
  return await probe(folder, maintenance, watch);
}

async function probe(
  folder: ProbeFolder,
  maintenance: string | null,
  watch: ProbeWatch,
): Promise<ProbeOutcome> {
  const { sites, allowNet, userAgent, controls, timeoutMs } = folder.settings;
  const series = sites.map((site) => openSeries(folder, site));
  const net = createNet({ allowNet, userAgent });
  const { now, wait, signal } = watch;
  const probing: Probing = {
    series,
    watch,
    context: {
      net,
      lexicon: loadLexicon(),
      controls: createControlHosts(net, controls, now),
      timeoutMs,
      now,
      wait,
      signal,
    },
    beforeVisits: () => noteMaintenance(series, maintenance, watch),
    afterDay: (day) => {
      plotSeries(folder, series, now());
      watch.report(dayNews(folder, series, day));
    },
  };
  try {
    probing.beforeVisits();
    const isFinished = await keepProbing(probing);
    return { folder, series, isFinished };
  } finally {
    await net.close();
    plotSeries(folder, series, now());
  }
}

function dayNews(folder: ProbeFolder, series: readonly SeriesFile[], day: number): ProbeNews {
  const { plan, timeoutMs } = folder.settings;
  const tallies = series.map((one) => judgeSeries(one.series, timeoutMs).tally);
  const sum = (result: ProbeResult) => tallies.reduce((all, tally) => all + tally[result], 0);
  const visits = sum('opened') + sum('failed') + sum('blocked');
  return { kind: 'day', day, days: plan.days, visits, failed: sum('failed') };
}

function openSeries(folder: ProbeFolder, site: Site): SeriesFile {
  const path = folder.seriesPath(site.key);
  const { plan, timeoutMs, controls } = folder.settings;
  return openSeriesFile(path) ?? createSeriesFile(path, { site, plan, timeoutMs, controls });
}
