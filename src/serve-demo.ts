import { setInterval } from 'node:timers';
import { hostname } from 'node:os';
import { Refusal } from '#base/refusal.ts';
import type { DemoOrder } from '#cli/processes.ts';
import { DemoClock } from '#demo/demo-clock.ts';
import { playHistory } from '#demo/play-history.ts';
import { KNOWN_PASSWORD } from '#demo/sign-ins.ts';
import { StageCity } from '#demo/stage.ts';
import { watchCampaign } from '#demo/watch-campaign.ts';
import {
  askDemo,
  askLastAct,
  beginDemo,
  endDemoHistory,
  forgetDemoFolder,
  keepDemoClock,
  markDemoFolder,
} from '#office/demo-data.ts';
import { migrateOffice, type Office, openOffice } from '#office/open-office.ts';
import { Workshop } from '#office/workshop.ts';
import { SiteLocks } from '#store/site-locks.ts';
import { serveOffice } from './serve.ts';

// Wiring only: the service on data that the demo room makes, by the demo's clock.

/** Before everything that the history tells. */
const BEGINNING = '2018-06-01T00:00:00.000Z';
/** What happened since the clock was last kept is lost with a process that is killed. */
const KEEP_CLOCK_MS = 5000;

/** `xunwang demo`: the service with the simulated city and a year of history, until Ctrl-C. */
export async function serveDemo(order: DemoOrder): Promise<void> {
  const { settings, tell } = order;
  refuseOpenDoor(order);
  markDemoFolder(settings.data);
  const clock = new DemoClock(BEGINNING);
  const { office, demo } = await openDemoOffice(order, clock);
  const city = new StageCity(demo?.cityPort ?? 0);
  try {
    if (demo === null) await playYear(order, { office, clock, city });
    else await resumeClock(office, clock, demo.clockAt);
    await city.turnToPlan();
    clock.run(1);
    const keeping = setInterval(
      () => void keep(office, clock).catch(() => undefined),
      KEEP_CLOCK_MS,
    );
    try {
      await serveOffice(order, office, () => showCampaign(order, office));
    } finally {
      clearInterval(keeping);
      await keep(office, clock).catch(() => undefined);
    }
  } catch (error) {
    // Ctrl-C while the history is played: what there is of it is made anew the next time.
    if (!order.signal.aborted) throw error;
  } finally {
    await city.close();
    await office.close();
  }
  tell({ kind: 'stopped' });
}

/** The password of the demo is known to everybody, so nobody else may come in with it. */
function refuseOpenDoor({ settings: { databaseUrl, host, demoPassword } }: DemoOrder): void {
  if (databaseUrl !== null) throw new Refusal('demo-on-server');
  const isLocal = /^(?:127\.\d+\.\d+\.\d+|localhost|::1)$/.test(host);
  if (!isLocal && demoPassword === null) throw new Refusal('demo-open-door', { host });
}

/** Opens the data; those whose history was broken off are deleted and opened anew, as empty. */
async function openDemoOffice(order: DemoOrder, clock: DemoClock) {
  const { settings, tell } = order;
  const open = async () => {
    const office = await openOffice(settings, tell, clock.now);
    try {
      tell({ kind: 'migrated', names: await migrateOffice(office) });
      return { office, demo: await askDemo(office) };
    } catch (error) {
      await office.close();
      throw error;
    }
  };
  const opened = await open();
  if (opened.demo === null || opened.demo.historyAt !== null) return opened;
  tell({ kind: 'demo-broken-off' });
  await opened.office.close();
  forgetDemoFolder(settings.data);
  markDemoFolder(settings.data);
  return await open();
}

interface Setting {
  office: Office;
  clock: DemoClock;
  city: StageCity;
}

async function playYear(order: DemoOrder, { office, clock, city }: Setting): Promise<void> {
  const { settings, signal, tell } = order;
  const password = settings.demoPassword ?? KNOWN_PASSWORD;
  const workshop = new Workshop(settings.threads);
  const locks = new SiteLocks(office.db);
  const worker = `history-${hostname()}-${process.pid}`.slice(-100);
  const bench = { worker, locks, signal, heartbeatMs: settings.heartbeatMs, workshop };
  try {
    await playHistory({
      office,
      clock,
      city,
      password,
      signal,
      bench,
      begin: (cityPort) => beginDemo(office, { ...timesOf(clock), cityPort }),
      tell: ({ title }, count) => tell({ kind: 'demo-chapter', title, ...count }),
    });
    await endDemoHistory(office, timesOf(clock));
  } finally {
    await workshop.close();
    await locks.close();
  }
}

/** The clock stood still while the demo was stopped; it never goes back behind what happened. */
async function resumeClock(office: Office, clock: DemoClock, clockAt: string): Promise<void> {
  const last = await askLastAct(office);
  clock.to(last !== null && last > clockAt ? last : clockAt);
}

function timesOf(clock: DemoClock) {
  return { clockAt: clock.now(), keptAt: new Date().toISOString() };
}

async function keep(office: Office, clock: DemoClock): Promise<void> {
  await keepDemoClock(office, timesOf(clock));
}

async function showCampaign({ signal, tell }: DemoOrder, office: Office): Promise<void> {
  tell({ kind: 'demo-open', now: office.now() });
  const job = office.desk('demo');
  const seen = await watchCampaign(job, signal, (campaign) => {
    tell({ kind: 'demo-campaign', campaign });
  });
  if (seen !== null) tell({ kind: 'demo-ready', campaign: seen });
}
