import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { seededRng } from '#city/rng.ts';
import { killWorkers } from './kill-workers.ts';
import { openOfficeRange } from './office-range.ts';

// Kills workers over campaigns at random instants and holds what came of it to the city's truth.
// npm run check:office-kills -- [--times 200] [--seed N] [--sites 4]

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(randomInt(1 << 30)) },
    sites: { type: 'string', default: '4' },
  },
});

const say = (line: string) => void process.stdout.write(`${line}\n`);
say(`seed ${values.seed}`);
const range = await openOfficeRange({ seed: 4, sites: Number(values.sites), pages: 400 });
const killed = await killWorkers(range, Number(values.times), seededRng(values.seed).next, say);
await range.close();
say(`killed ${killed.kills} in ${killed.campaigns} campaigns, untrue ${killed.untruths.length}`);
process.exitCode = killed.untruths.length === 0 ? 0 : 1;
