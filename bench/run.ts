import { parseArgs } from 'node:util';
import { benchRead } from './read.ts';

// npm run bench -- NAME [--rounds N] [--json] : measures one thing and says how fast it is.

const benches: Record<string, (options: BenchOptions) => Promise<void>> = { read: benchRead };

/** What every benchmark takes. */
export interface BenchOptions {
  /** How often everything is measured; the median counts. */
  rounds: number;
  /** One line of JSON instead of a table. */
  json: boolean;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '11' },
    json: { type: 'boolean', default: false },
  },
});
const bench = benches[positionals[0] ?? ''];
const rounds = Number(values.rounds);
if (bench && Number.isInteger(rounds) && rounds > 0) await bench({ rounds, json: values.json });
else {
  const names = Object.keys(benches).join(', ');
  process.stderr.write(`usage: npm run bench -- NAME [--rounds N] [--json]\nnames: ${names}\n`);
  process.exitCode = 2;
}
