import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLexicon } from '#read/lexicon.ts';
import { newPageMemory } from '#read/page-memory.ts';
import { readPage } from '#read/read-page.ts';
import { CITY, cityPages, loadPages, type NamedPage } from './page-set.ts';
import { loadPeers, type Peer } from './peers.ts';
import type { BenchOptions } from './run.ts';

/** Median speed of one reader over all pages. */
interface Speed {
  name: string;
  ms: number;
  pagesPerSecond: number;
  megabytesPerSecond: number;
  microsecondsPerPage: number;
}

const WARM_ROUNDS = 8;

/**
 * Full facts of every page beside other parsers that give links and text only: one core, one
 * process, pages in memory, all readers in turn in every round. In its turn a reader reads all
 * pages twice, the first time untimed, and forgets them between.
 */
export async function benchRead({ rounds, json }: BenchOptions): Promise<void> {
  const loaded = await loadPages();
  const sets = [loaded];
  if (loaded.source !== CITY) sets.push({ source: CITY, pages: await cityPages() });
  const { peers, missing } = await loadPeers();
  for (const { source, pages } of sets) {
    const speeds = measure([ownReader(), ...peers], pages, rounds);
    const bytes = pages.reduce((sum, page) => sum + page.bytes.length, 0);
    const figures = { source, pages: pages.length, bytes, rounds, speeds, missing };
    const words = `${pages.length} ${source}, ${(bytes / 1e6).toFixed(1)} MB, median of ${rounds}`;
    const table = `${words}\n${speeds.map((speed) => line(speed, speeds)).join('')}`;
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : table);
  }
  if (json) return;
  for (const name of missing) {
    process.stdout.write(`${name} is missing: run bench/peers/setup to measure beside it\n`);
  }
}

/** Full facts; what the lexicon remembers of pages is forgotten before each round. */
function ownReader(): Peer {
  let lexicon = compileLexicon(lexiconTexts());
  return {
    name: 'xunwang',
    version: '',
    read: (page) => readPage(page, lexicon),
    renew() {
      lexicon = { ...lexicon, memory: newPageMemory() };
    },
  };
}

function lexiconTexts(): Record<string, string> {
  const folder = join(import.meta.dirname, '..', 'lexicons');
  const names = readdirSync(folder);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function measure(readers: readonly Peer[], pages: readonly NamedPage[], rounds: number): Speed[] {
  const times = readers.map((): number[] => []);
  for (let round = -WARM_ROUNDS; round < rounds; round++) {
    for (const [index, reader] of readers.entries()) {
      // What the reader before left is not this one's: garbage, and code the engine dropped meanwhile.
      for (const page of pages) reader.read(page);
      reader.renew?.();
      const startedMs = performance.now();
      for (const page of pages) reader.read(page);
      if (round >= 0) times[index]?.push(performance.now() - startedMs);
    }
  }
  const megabytes = pages.reduce((sum, page) => sum + page.bytes.length, 0) / 1e6;
  return readers.map(({ name, version }, index) => {
    const ms = median(times[index] ?? []);
    const perSecond = 1000 / ms;
    return {
      name: version === '' ? name : `${name} ${version}`,
      ms,
      pagesPerSecond: Math.round(pages.length * perSecond),
      microsecondsPerPage: Math.round((ms * 1000) / pages.length),
      megabytesPerSecond: Math.round(megabytes * perSecond * 10) / 10,
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function line(speed: Speed, speeds: readonly Speed[]): string {
  const own = speeds[0];
  const ratio =
    own && own !== speed ? `  xunwang is ${(speed.ms / own.ms).toFixed(2)} times as fast` : '';
  const pages = `${speed.pagesPerSecond} pages/s`.padStart(14);
  const megabytes = `${speed.megabytesPerSecond.toFixed(1)} MB/s`.padStart(12);
  const each = `${speed.microsecondsPerPage} µs a page`.padStart(16);
  return `${speed.name.padEnd(22)}${pages}${megabytes}${each}${ratio}\n`;
}
