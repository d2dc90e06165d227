import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { folderPages, loadPages, SHARED_FOLDER } from '../../bench/page-set.ts';
import { decodeText } from '#base/charset.ts';
import { lexicon } from '#read/testing/read-fixture.ts';
import { compareLinks } from './link-oracle.ts';
import { mutateHtml, seededRandom } from './mutate-html.ts';
import { measureGrowth } from './scanner-growth.ts';

// Holds the scanner against parse5 over real pages and mutants of them, and shows how time and
// memory grow. npm run check:scanner -- [--mutants 10000] [--seed 1] [--show 5] [--no-growth]

const LEAST_SHARE = 0.995;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    mutants: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '0' },
    growth: { type: 'boolean', default: true },
  },
});

interface Round {
  name: string;
  pages: number;
  agree: number;
  causes: Map<string, number>;
  thrown: string[];
}

interface Specimen {
  name: string;
  url: string;
  html: string;
}

const set = await loadPages();
const others = set.source === 'real pages' ? folderPages(join(SHARED_FOLDER, '../dates')) : [];
const specimens = [...set.pages, ...others].map(({ name, url, bytes, contentType }): Specimen => {
  return { name, url, html: decodeText(bytes, contentType).text };
});
const rounds = [checkAll('pages', specimens), checkAll('mutants', mutants())];
const isLinear = values.growth ? await measureGrowth() : true;
for (const round of rounds) report(round);
const isGood = rounds.every(({ pages, agree, thrown }) => {
  return agree >= pages * LEAST_SHARE && thrown.length === 0;
});
const figures = rounds.map(({ name, pages, agree }) => ({ name, pages, agree }));
const passed = isGood && isLinear;
process.stdout.write(
  `${JSON.stringify({ check: 'scanner', source: set.source, rounds: figures, isLinear, passed })}\n`,
);
process.exitCode = passed ? 0 : 1;

function* mutants(): Generator<Specimen> {
  const random = seededRandom(Number(values.seed));
  const small = specimens.filter(({ html }) => html.length < 150_000);
  for (let index = 0; index < Number(values.mutants); index++) {
    const specimen = small[Math.floor(random() * small.length)];
    if (!specimen) return;
    const html = mutateHtml(specimen.html, random);
    yield { name: `${specimen.name} #${index}`, url: specimen.url, html };
  }
}

function checkAll(name: string, pages: Iterable<Specimen>): Round {
  const round: Round = { name, pages: 0, agree: 0, causes: new Map(), thrown: [] };
  for (const page of pages) {
    round.pages++;
    try {
      const { cause, missed, invented } = compareLinks(page.html, page.url, lexicon);
      if (cause === '') round.agree++;
      else note(round, page, cause, [...missed, ...invented]);
    } catch (error) {
      round.thrown.push(`${page.name}: ${String(error)}`);
    }
  }
  return round;
}

function note(round: Round, page: Specimen, cause: string, links: string[]): void {
  const count = (round.causes.get(cause) ?? 0) + 1;
  round.causes.set(cause, count);
  if (count > Number(values.show)) return;
  process.stdout.write(`  ${page.name}: ${cause}: ${links.slice(0, 3).join(' , ')}\n`);
}

function report({ name, pages, agree, causes, thrown }: Round): void {
  const share = ((agree / Math.max(1, pages)) * 100).toFixed(2);
  process.stdout.write(`${name}: ${agree} of ${pages} agree with parse5 (${share} %)\n`);
  for (const [cause, count] of causes) process.stdout.write(`  ${count} ${cause}\n`);
  for (const line of thrown) process.stdout.write(`  thrown: ${line}\n`);
}
