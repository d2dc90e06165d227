import { buildApp } from '#api/app.ts';
import { listen } from '#api/listen.ts';
import { observe, type RequestNote } from '#api/observe.ts';
import { RequestMetrics } from '#api/request-metrics.ts';
import { parseSettings } from '#domain/parse-settings.ts';
import { publicDesk } from '#office/testing/matter-desks.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import { joinDoors } from '../../src/join-doors.ts';
import { openPortal } from '../../src/open-portal.ts';

/** Both web doors on a sample office, on a real socket, wired as the service wires them. */
export interface ServedPortal {
  office: SampleOffice;
  /** `http://127.0.0.1:port/public`. */
  origin: string;
  port: number;
  /** What was written into the log. */
  log: RequestNote[];
  refused: string[];
  broken: unknown[];
  /** The time for whoever asks from now on, in milliseconds after the real one. */
  setAhead(ms: number): void;
  close(): Promise<void>;
}

/** Serves it; the clock is the real one, moved as a test wants. */
export async function servePortal(environment: Record<string, string> = {}): Promise<ServedPortal> {
  const office = await openSampleOffice();
  let aheadMs = 0;
  const now = () => new Date(Date.now() + aheadMs).toISOString();
  const { values: settings } = parseSettings({ XUNWANG_PROXIES: '1', ...environment });
  const log: RequestNote[] = [];
  const refused: string[] = [];
  const broken: unknown[] = [];
  const metrics = new RequestMetrics();
  const note = (request: RequestNote) => void log.push(request);
  const tell = (error: unknown) => void broken.push(error);
  const { db, evidenceDir } = office;
  const api = buildApp({
    db,
    now,
    desk: (actor) => ({ db, actor, now, evidenceDir }),
    isReady: async () => true,
    tell,
    isSecure: false,
    requestsAMinute: 10_000,
    metrics,
    note,
  });
  const portal = openPortal(settings, {
    desk: { ...publicDesk(office), now },
    observe: observe(metrics, note),
    refused: ({ code }) => void refused.push(code),
    tell,
  });
  const web = await listen(joinDoors(api, portal), { host: '127.0.0.1', port: 0 });
  return {
    office,
    origin: `${web.address}public`,
    port: Number(new URL(web.address).port),
    log,
    refused,
    broken,
    setAhead: (ms) => {
      aheadMs = ms;
    },
    async close() {
      await web.close(1000);
      await office.close();
    },
  };
}

/** The word that a form of a page carries. */
export function tokenOf(page: string): string {
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** The receipt that a page shows; empty when it shows none. */
export function receiptOf(page: string): string {
  return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/.exec(page)?.[0] ?? '';
}
