import { readFileSync, writeFileSync } from 'node:fs';
import { SiteLedger } from '#inspect/site-ledger.ts';
import { viewSite } from '#inspect/site-view.ts';
import { whatToLookAtAgain } from '#inspect/what-to-look-at-again.ts';
import { giveBackMemory } from '#office/give-back-memory.ts';
import { judgedSite, judgeSite } from '#office/judge-site.ts';
import { loadRubric } from '#office/run-instruments.ts';
import { keepLittle, saveMemory } from '#office/save-memory.ts';
import { termsFor } from '#score/terms-for.ts';
import { MadeSite } from './judge-made.ts';
import type { BenchOptions } from './run.ts';

const RUBRIC = 'cn-indicators-2019';

/**
 * Judges one site of `crawl --work d` that is never crawled: what its ledger holds, and what comes
 * on top after the last page. Resident memory of one process without threads, and its most.
 */
export async function benchJudge({ pages, json }: BenchOptions): Promise<void> {
  const { rubric } = loadRubric(RUBRIC, []);
  const limits = { maxPages: 2 * pages, maxBodyBytes: 0, timeoutMs: 0 };
  saveMemory(limits);
  const rows: object[] = [];
  const measured = <T>(stage: string, work: () => T): T => {
    takePeak();
    const startedMs = performance.now();
    const value = keepLittle(limits, work);
    const seconds = Number(((performance.now() - startedMs) / 1000).toFixed(1));
    const peakMb = Math.round(takePeak() / 1e6);
    giveBackMemory();
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    const [heldMb, heapMb, columnsMb] = [rss, heapUsed, arrayBuffers].map((one) =>
      Math.round(one / 1e6),
    );
    const row = { stage, seconds, peakMb, heldMb, heapMb, columnsMb };
    rows.push(row);
    if (!json) process.stdout.write(`${JSON.stringify(row)}\n`);
    return value;
  };
  const made = measured('start', () => new MadeSite(pages));
  const ledger = measured('ledger', () => new SiteLedger(made).catchUp());
  const terms = termsFor(rubric, made.site.kind);
  measured('pages, targets, channels', () => void viewSite(ledger));
  const urls = measured('what to look at again', () => whatToLookAtAgain(ledger, terms));
  measured('look again', () => {
    made.lookAgain(urls);
    ledger.catchUp();
  });
  const judged = measured('judge', () => judgedSite(judgeSite(ledger, rubric)));
  const { findings, totals } = judged.result;
  const dead = findings.filter(({ kind, state }) => kind === 'link-dead' && state === 'confirmed');
  const summary = { pages: totals.pages, links: totals.links, dead: dead.length };
  process.stdout.write(`${JSON.stringify(json ? { rows, ...summary } : summary)}\n`);
}

/** The most resident memory since this was asked last. Bytes. */
function takePeak(): number {
  const text = readFileSync('/proc/self/status', 'utf8');
  writeFileSync('/proc/self/clear_refs', '5');
  return Number(/VmHWM:\s*(\d+)/.exec(text)?.[1] ?? 0) * 1024;
}
