import { availableParallelism } from 'node:os';
import { buildApp } from '#api/app.ts';
import { listen, type WebServer } from '#api/listen.ts';
import { observe, type RequestNote } from '#api/observe.ts';
import { RequestMetrics } from '#api/request-metrics.ts';
import { takeTurns } from '#api/take-turns.ts';
import { Refusal } from '#base/refusal.ts';
import type { ProcessOrder } from '#cli/processes.ts';
import { PUBLIC } from '#domain/person.ts';
import { ensureFirstAdmin } from '#office/edit-people.ts';
import { refuseDemoData } from '#office/demo-data.ts';
import { keepFilesFresh } from '#office/keep-files-fresh.ts';
import { openConsole } from '#office/open-console.ts';
import { migrateOffice, type Office, openOffice, refuseHalfRestored } from '#office/open-office.ts';
import { providerOf } from '#office/identity-provider.ts';
import { answers } from '#store/database/answers.ts';
import { throughLoss } from '#store/postgres/through-loss.ts';
import { joinDoors } from './join-doors.ts';
import { openPortal } from './open-portal.ts';
import { aborted, listed, openWorker } from './work.ts';

/**
 * Questions answered at a time: one a core, and two at least, so that one is written while another
 * waits for the database (decision 150).
 */
const QUESTIONS_AT_ONCE = Math.max(2, availableParallelism());
/** A question that takes longer holds up nobody behind it. */
const QUESTION_COUNTS_MS = 150;

// Wiring only: settings and database are handed to the web and to the jobs.

/** `xunwang serve`: database, web and worker in one process, until it is told to stop. */
export async function serve(order: ProcessOrder): Promise<void> {
  const { settings, tell } = order;
  const office = await openOffice(settings, tell);
  try {
    refuseHalfRestored(office);
    tell({ kind: 'migrated', names: await throughLoss(() => migrateOffice(office)) });
    await throughLoss(() => refuseDemoData(office));
    await throughLoss(() => letFirstIn(order, office));
    await serveOffice(order, office);
  } finally {
    await office.close();
  }
  tell({ kind: 'stopped' });
}

/** Web and worker on an open office, until told to stop; then both drain. */
export async function serveOffice(
  order: ProcessOrder,
  office: Office,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { settings, signal, tell } = order;
  const web = await openWeb(order, office);
  try {
    tell({ kind: 'web', address: web.address });
    const worker = await openWorker(order, office);
    const fresh = keepFilesFresh(office.db, signal);
    try {
      tell({ kind: 'ready' });
      await meanwhile();
      await aborted(signal);
      tell({ kind: 'draining' });
      await fresh;
    } finally {
      await Promise.all([worker.stop(settings.drainMs), web.close(settings.drainMs)]);
    }
  } finally {
    await web.close(0);
  }
}

async function openWeb(
  { settings, tell, isPortLoose = false }: ProcessOrder,
  office: Office,
): Promise<WebServer> {
  const { db, evidenceDir, publicSide, now, isDemo } = office;
  const world = isDemo ? { worldNow: () => new Date().toISOString() } : {};
  const { host, port, isSecure, requestsAMinute, proxies, metricsToken, origin } = settings;
  const metrics = new RequestMetrics();
  const note = (request: RequestNote) => tell({ kind: 'request', ...request });
  const networks = listed(settings.allowNet);
  const app = buildApp({
    db,
    now,
    desk: (actor) => ({
      db,
      actor,
      now,
      evidenceDir,
      publicSide,
      settings,
      allowNet: networks,
      tell: (error) => tell({ kind: 'trouble', where: 'api', error }),
      ...world,
    }),
    isReady: () => answers(db),
    tell: (error) => tell({ kind: 'trouble', where: 'api', error }),
    isSecure: isSecure === 1,
    requestsAMinute,
    turns: takeTurns(QUESTIONS_AT_ONCE, QUESTION_COUNTS_MS),
    proxies,
    metricsToken,
    origin,
    provider: providerOf(settings),
    console: openConsole(),
    metrics,
    note,
  });
  const portal = openPortal(settings, {
    desk: { db, actor: PUBLIC, now, evidenceDir, publicSide, allowNet: networks, ...world },
    observe: observe(metrics, note),
    refused: ({ code }) => tell({ kind: 'refused', where: 'portal', code }),
    tell: (error) => tell({ kind: 'trouble', where: 'portal', error }),
  });
  try {
    return await listen(joinDoors(app, portal), { host, port });
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (errno !== 'EADDRINUSE' && errno !== 'EACCES') throw error;
    if (isPortLoose) return await listen(app, { host, port: 0 });
    throw new Refusal('port-taken', { port, errno });
  }
}

/** On a database without an administrator one is made, so that somebody can come in. */
async function letFirstIn({ settings, tell }: ProcessOrder, { desk }: Office): Promise<void> {
  const { adminLogin: login, adminPassword: password, region } = settings;
  const made = await ensureFirstAdmin(desk('first-start'), { login, password, region });
  if (made !== null) tell({ kind: 'first-admin', ...made });
}
