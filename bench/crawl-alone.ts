import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE } from '#base/engine.ts';
import { sha256 } from '#base/hash.ts';
import { parseUrl, partsOfUrl, type Url } from '#base/url.ts';
import type { Brought, Courier, Order } from '#crawl/courier.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { Outcome } from '#domain/visit.ts';
import { inspectSite } from '#office/inspect-site.ts';
import { openRun } from '#office/run.ts';
import { loadRubric } from '#office/run-instruments.ts';
import { saveMemory } from '#office/save-memory.ts';
import type { SiteProgress } from '#office/watch.ts';
import { createRunFolder, RUN_SCHEMA } from '#store/run-folder.ts';
import type { BenchOptions } from './run.ts';
import { AS_OF } from './serve-outline.ts';
import { siteAnswers } from './serve-site.ts';

// One site of `crawl --work d` without sockets and without threads: what a site's own thread does,
// with the most resident memory of each of its stages. A tenth of the machine's noise.

const HOMEPAGE = 'http://127.16.0.1:8000/';
const ELSEWHERE = { outside: 'http://127.8.0.1:8000', refused: 'http://127.8.0.2:9' };
const RUBRIC = 'cn-indicators-2019';
const HEAD_END = '\r\n\r\n';
/** While crawling, a stage ends after so many pages. */
const STAGE = 100_000;

interface Stage {
  name: string;
  seconds: number;
  peakBytes: number;
}

/** Inspects a made-up site of so many pages, and prints what each stage took. */
export async function benchAlone({ pages, json }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xunwang-alone-'));
  try {
    const stages = await inspectAlone(pages, join(folder, 'run'));
    if (json) process.stdout.write(`${JSON.stringify({ pages, stages })}\n`);
    else for (const stage of stages) process.stdout.write(wordsOf(stage));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wordsOf({ name, seconds, peakBytes }: Stage): string {
  const megabytes = (peakBytes / 1e6).toFixed(0).padStart(6);
  return `${name.padEnd(24)}${seconds.toFixed(1).padStart(8)} s${megabytes} MB\n`;
}

async function inspectAlone(pages: number, dir: string): Promise<Stage[]> {
  const settings = settingsOf(pages);
  const folder = createRunFolder(dir, settings);
  saveMemory(settings.limits);
  const stages: Stage[] = [];
  let current = 'start';
  let startedMs = performance.now();
  const turn = (name: string) => {
    if (name === current) return;
    const seconds = (performance.now() - startedMs) / 1000;
    stages.push({ name: current, seconds, peakBytes: takePeak() });
    process.stderr.write(wordsOf(stages.at(-1) as Stage));
    current = name;
    startedMs = performance.now();
  };
  takePeak();
  const watch = {
    now: () => new Date().toISOString(),
    wait: async () => {},
    signal: new AbortController().signal,
    report: (progress: SiteProgress) => turn(stageOf(progress)),
  };
  const [site] = settings.sites;
  if (!site) throw new Error('a run has a site');
  await inspectSite(site, openRun(folder, watch, madeUpCourier(pages)));
  turn('end');
  return stages;
}

function stageOf({ state, pages, targets, look }: SiteProgress): string {
  if (state !== 'crawling') return `${state} ${look}`;
  return targets > 0 ? `targets` : `pages ${Math.ceil(pages / STAGE) * STAGE}`;
}

function settingsOf(pages: number): RunSettings {
  const { rubric, text, overlays } = loadRubric(RUBRIC, []);
  const site = { key: 'alone', unit: '样本单位', homepage: HOMEPAGE, siteIdCode: null };
  return {
    schema: RUN_SCHEMA,
    engine: ENGINE,
    asOf: AS_OF,
    rubric: { id: rubric.ref.id, text, overlays },
    sites: [{ ...site, kind: 'portal' }],
    recheck: { times: 1, spacingMs: 0 },
    limits: { maxPages: Math.max(10_000, 2 * pages), maxBodyBytes: 8 << 20, timeoutMs: 15_000 },
    robots: 'note',
    browser: 'off',
    allowNet: ['127.0.0.0/8'],
    startedAt: new Date().toISOString(),
    language: 'zh',
  };
}

/** Brings what the server of the benchmark would answer. */
function madeUpCourier(pages: number): Courier {
  const answers = siteAnswers(pages, ELSEWHERE);
  return {
    userAgent: 'xunwang-bench',
    mayOpen: false,
    space: () => {},
    open: async () => null,
    bring: async ({ url }: Order): Promise<Brought> => {
      return { at: new Date().toISOString(), exchange: exchangeOf(url, answers), waitedMs: 0 };
    },
  };
}

function exchangeOf(url: Url, answers: ReturnType<typeof siteAnswers>): Brought['exchange'] {
  const common = { finalUrl: url, via: [], firstByteMs: 1, requestHead: 'GET / HTTP/1.1\r\n\r\n' };
  const failed = (why: 'refused' | 'redirect-loop') => {
    const outcome: Outcome = { kind: 'failed', why, detail: why, ms: 1 };
    return { ...common, outcome, headers: {}, bytes: new Uint8Array(), responseHead: '' };
  };
  if (url.startsWith(ELSEWHERE.refused)) return failed('refused');
  const { pathname, search } = partsOfUrl(parseUrl(url) ?? url);
  const asked = { isHead: false, target: pathname + search, host: '', cookie: '' };
  const answered = answers({ ...asked, takesGzip: false });
  if (typeof answered === 'string') return failed('refused');
  const end = answered.indexOf(HEAD_END) + HEAD_END.length;
  const responseHead = answered.toString('latin1', 0, end);
  const status = Number(responseHead.slice(9, 12));
  if (status === 302) return failed('redirect-loop');
  const contentType = /content-type: ([^\r]*)/.exec(responseHead)?.[1] ?? '';
  const bytes = answered.subarray(end);
  return {
    ...common,
    outcome: outcomeOf(status, contentType, bytes),
    headers: {},
    bytes,
    responseHead,
  };
}

function outcomeOf(status: number, contentType: string, bytes: Uint8Array): Outcome {
  return {
    kind: 'answered',
    status,
    contentType,
    bodyHash: sha256(bytes),
    bodyBytes: bytes.length,
    truncated: false,
    insecure: false,
    ms: 1,
  } as Outcome;
}

/** The most resident memory since this was asked last. Bytes. */
function takePeak(): number {
  const text = readFileSync('/proc/self/status', 'utf8');
  writeFileSync('/proc/self/clear_refs', '5');
  return Number(/VmHWM:\s*(\d+)/.exec(text)?.[1] ?? 0) * 1024;
}
