import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ServeOptions } from '#city/serve-city.ts';
import { compareWithTruth, type Tally } from './compare-with-truth.ts';
import { inspectSimulatedCity } from './inspect-simulated-city.ts';

// Inspects simulated cities over HTTP and holds the result against their truth sheets.
// npm run check:city -- [--seeds 20] [--first 1] [--sites 10] [--no-seed-plan] [--keep DIR] [--browser]

const { values } = parseArgs({
  allowNegative: true,
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    sites: { type: 'string', default: '10' },
    'seed-plan': { type: 'boolean', default: true },
    keep: { type: 'string' },
    browser: { type: 'boolean', default: false },
    limit: { type: 'string', default: '40' },
  },
});

const tallies = new Map<string, Tally>();
const differences: string[] = [];

const cities: ServeOptions[] = values['seed-plan'] ? [{ plan: 'xianning-2019q2' }] : [];
for (let index = 0; index < Number(values.seeds); index++) {
  cities.push({ seed: Number(values.first) + index, sites: Number(values.sites) });
}
for (const city of cities) await check(values.browser ? { ...city, reader: 'browser' } : city);
report();

async function check(city: ServeOptions): Promise<void> {
  const name = city.plan ?? `seed ${city.seed}`;
  const startedMs = performance.now();
  const { truth, result } = await inspectSimulatedCity(city, folderFor(name));
  let found = 0;
  for (const [index, site] of truth.sites.entries()) {
    const inspected = result.sites[index];
    if (!inspected) throw new Error(`${name}: ${site.unit} was not inspected`);
    const compared = compareWithTruth(site, inspected);
    found += compared.differences.length;
    differences.push(...compared.differences.map((text) => `${name}: ${text}`));
    for (const [kind, tally] of compared.tallies) add(kind, tally);
  }
  const pages = result.sites.reduce((sum, { totals }) => sum + totals.pages, 0);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(
    `${name}: ${result.sites.length} sites, ${pages} pages, ${seconds} s, ${found} differences\n`,
  );
}

/** Where `--keep` leaves the run, to be looked into; null: nowhere. */
function folderFor(name: string): string | null {
  if (values.keep === undefined) return null;
  mkdirSync(values.keep, { recursive: true });
  return join(values.keep, name.replace(' ', '-'));
}

function add(kind: string, tally: Tally): void {
  const sum = tallies.get(kind) ?? { right: 0, invented: 0, missed: 0 };
  sum.right += tally.right;
  sum.invented += tally.invented;
  sum.missed += tally.missed;
  tallies.set(kind, sum);
}

function report(): void {
  const share = (part: number, rest: number) =>
    part + rest === 0 ? '    –' : ((part / (part + rest)) * 100).toFixed(1).padStart(5);
  process.stdout.write('\nkind                       right  invented  missed  precision  recall\n');
  for (const [kind, { right, invented, missed }] of [...tallies].toSorted()) {
    const counts = [right, invented, missed].map((count, index) =>
      String(count).padStart([6, 9, 7][index] ?? 6),
    );
    process.stdout.write(
      `${kind.padEnd(26)}${counts.join(' ')}  ${share(right, invented).padStart(8)}% ${share(right, missed)}%\n`,
    );
  }
  for (const difference of differences.slice(0, Number(values.limit))) {
    process.stdout.write(`${difference}\n`);
  }
  if (differences.length > Number(values.limit)) {
    process.stdout.write(`… and ${differences.length - Number(values.limit)} more\n`);
  }
  process.stdout.write(`\ncities ${cities.length}, differences ${differences.length}\n`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}
