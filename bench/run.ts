import { parseArgs } from 'node:util';
import { benchAlone } from './crawl-alone.ts';
import { benchCrawl } from './crawl.ts';
import { benchInquiries } from './inquiries.ts';
import { benchJudge } from './judge.ts';
import { benchOffice } from './office.ts';
import { workNames } from './crawl-work.ts';
import { benchRead } from './read.ts';
import { benchRegister } from './register.ts';
import { benchWorkers } from './workers.ts';

// npm run bench -- NAME [--rounds N] [--json] : measures one thing and says how fast it is.
// npm run bench -- crawl [--work a|b|c|d] [--only NAME,…] [--pages N] …
// npm run bench -- inquiries [--rounds N] [--only NAME,…] [--data DIR]
// npm run bench -- office [--only NAME,…] [--data DIR]

type Bench = (options: BenchOptions) => Promise<void>;

const benches: Record<string, Bench> = {
  read: benchRead,
  crawl: benchCrawl,
  alone: benchAlone,
  judge: benchJudge,
  register: benchRegister,
  workers: benchWorkers,
  office: benchOffice,
  inquiries: benchInquiries,
};
const defaultRounds: Record<string, string> = {
  read: '11',
  crawl: '3',
  alone: '1',
  judge: '1',
  register: '15',
  workers: '3',
  office: '15',
  inquiries: '10',
};

/** What every benchmark takes. */
export interface BenchOptions {
  /** How often everything is measured; the median counts. */
  rounds: number;
  /** One line of JSON instead of a table. */
  json: boolean;
  /** What is crawled. */
  work: string;
  /** Names of those to be measured; all when empty. */
  only: string[];
  /** Works of more pages than this are left out. */
  pages: number;
  /** A data folder that is kept, and used again when it is filled; empty: a fresh one. */
  data: string;
}

const asked = readArguments();
if (asked !== null) {
  await asked.bench(asked.options);
} else {
  const names = Object.keys(benches).join(', ');
  process.stderr.write(
    'usage: npm run bench -- NAME [--rounds N] [--json]\n' +
      `names: ${names}\nof crawl: [--work ${workNames.join('|')}] [--only NAME,…] [--pages N]\n` +
      'of office, inquiries: [--only NAME,…] [--data DIR]\n',
  );
  process.exitCode = 2;
}

/** Which benchmark is asked for, and how; null when that makes no sense. */
function readArguments(): { bench: Bench; options: BenchOptions } | null {
  let given: ReturnType<typeof parseGiven>;
  try {
    given = parseGiven();
  } catch {
    return null;
  }
  const { values, positionals } = given;
  const name = positionals[0] ?? '';
  const bench = benches[name];
  const rounds = Number(values.rounds ?? defaultRounds[name]);
  const pages = Number(values.pages);
  const isSound = Number.isInteger(rounds) && rounds > 0 && pages > 0;
  if (!bench || !isSound || !workNames.includes(values.work)) return null;
  const only = values.only.split(',').filter((one) => one !== '');
  return { bench, options: { ...values, rounds, only, pages } };
}

function parseGiven() {
  return parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      json: { type: 'boolean', default: false },
      work: { type: 'string', default: 'a' },
      only: { type: 'string', default: '' },
      pages: { type: 'string', default: '1000000' },
      data: { type: 'string', default: '' },
    },
  });
}
