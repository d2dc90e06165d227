import { MultiBar, type SingleBar } from 'cli-progress';
import type { SiteProgress } from '#office/watch.ts';
import { padToWidth, cutToWidth } from './display-width.ts';
import type { Terminal } from './terminal.ts';

/** Shows a run while it is on: bars on a terminal, a line a site in a pipe. */
export interface ProgressView {
  report(progress: SiteProgress): void;
  stop(): void;
}

const SHOWN_SITES = 8;

const words = {
  zh: {
    state: { queued: '等待', crawling: '抓取', rechecking: '复核', judging: '评分', done: '完成' },
    verdict: { pass: '合格', fail: '不合格', incomplete: '未测全' },
    total: '全部',
    rate: (rate: number, left: string) => `${rate} 页/秒${left ? `，约剩 ${left}` : ''}`,
    pages: '页',
    links: '个其他链接目标',
  },
  en: {
    state: {
      queued: 'waiting',
      crawling: 'crawling',
      rechecking: 'rechecking',
      judging: 'scoring',
      done: 'done',
    },
    verdict: { pass: 'pass', fail: 'fail', incomplete: 'incomplete' },
    total: 'all',
    rate: (rate: number, left: string) => `${rate} pages/s${left ? `, about ${left} left` : ''}`,
    pages: 'pages',
    links: 'other link targets',
  },
} as const;

/** A view that fits the terminal. */
export function showProgress(terminal: Terminal): ProgressView {
  return terminal.isLive ? liveBars(terminal) : plainLines(terminal);
}

function plainLines(terminal: Terminal): ProgressView {
  const text = words[terminal.language];
  let done = 0;
  return {
    report: (progress) => {
      if (progress.state !== 'done') return;
      done++;
      const verdict = progress.verdict === null ? '' : text.verdict[progress.verdict];
      const score = progress.score === null ? '' : ` ${progress.score}`;
      terminal.complain(
        `[${done}/${progress.sites}] ${progress.unit} ${verdict}${score} (${progress.pages} ${text.pages}, ${progress.targets} ${text.links})\n`,
      );
    },
    stop: () => {},
  };
}

function liveBars(terminal: Terminal): ProgressView {
  const text = words[terminal.language];
  const bars = new MultiBar({
    format: '{label} {bar} {note}',
    barsize: 20,
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    fps: 8,
  });
  const total = bars.create(1, 0, { label: label(text.total), note: '' });
  const sites = new Map<string, { latest: SiteProgress; bar: SingleBar | null }>();
  const startedMs = performance.now();
  return {
    report: (progress) => {
      const known = sites.get(progress.site) ?? { latest: progress, bar: null };
      sites.set(progress.site, known);
      known.latest = progress;
      drawSite(bars, sites, known, text);
      drawTotal(
        total,
        [...sites.values()].map((site) => site.latest),
        progress.sites,
        startedMs,
        text,
      );
    },
    stop: () => bars.stop(),
  };
}

type Words = (typeof words)['zh'] | (typeof words)['en'];

function drawSite(
  bars: MultiBar,
  sites: ReadonlyMap<string, { bar: SingleBar | null }>,
  site: { latest: SiteProgress; bar: SingleBar | null },
  text: Words,
): void {
  const { latest } = site;
  if (latest.state === 'done') {
    if (site.bar) bars.remove(site.bar);
    site.bar = null;
    return;
  }
  const shown = [...sites.values()].filter(({ bar }) => bar !== null).length;
  if (site.bar === null && shown < SHOWN_SITES)
    site.bar = bars.create(1, 0, { label: '', note: '' });
  const fetched = latest.pages + latest.targets;
  site.bar?.setTotal(Math.max(1, fetched + latest.queued));
  const look = latest.state === 'rechecking' ? ` ${latest.look}/${latest.looks}` : '';
  const note = `${text.state[latest.state]}${look} ${latest.pages} ${text.pages} ${latest.targets} ${text.links}`;
  site.bar?.update(fetched, { label: label(latest.unit), note });
}

function drawTotal(
  bar: SingleBar,
  sites: readonly SiteProgress[],
  totalSites: number,
  startedMs: number,
  text: Words,
): void {
  const seconds = Math.max(0.1, (performance.now() - startedMs) / 1000);
  const fetched = sites.reduce((sum, site) => sum + site.pages + site.targets, 0);
  const queued = sites.reduce((sum, site) => sum + site.queued, 0);
  const rate = fetched / seconds;
  const left = queued > 0 && rate > 0 ? `${Math.ceil(queued / rate)} s` : '';
  const done = sites.filter((site) => site.state === 'done').length;
  bar.setTotal(totalSites);
  bar.update(done, {
    label: label(text.total),
    note: `${done}/${totalSites} ${text.rate(Math.round(rate), left)}`,
  });
}

function label(text: string): string {
  return padToWidth(cutToWidth(text, 24), 24, 'left');
}
