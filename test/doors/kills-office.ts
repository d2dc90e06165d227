import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { seededRng } from '#city/rng.ts';
import { killService } from './faults/kill-service.ts';
import { openSmallCity, openWholeService } from './faults/whole-service.ts';
import { killWorkers } from './kill-workers.ts';
import { openOfficeRange } from './office-range.ts';

// Kills `serve`, workers and PostgreSQL over campaigns at random instants, while somebody acts
// through the API; what was acknowledged must be there once, and every campaign as the city's
// truth says. With `--victims workers` only workers are killed, on a server of its own.
// npm run check:office-kills -- [--times 200] [--seed N] [--sites 4] [--victims all|workers]

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(randomInt(1 << 30)) },
    sites: { type: 'string', default: '4' },
    victims: { type: 'string', default: 'all' },
  },
});

const say = (line: string) => void process.stdout.write(`${line}\n`);
const [times, sites, chance] = [
  Number(values.times),
  Number(values.sites),
  seededRng(values.seed).next,
];
const startedMs = performance.now();
say(`seed ${values.seed}`);
const killed = values.victims === 'workers' ? await ofWorkers() : await ofAll();
const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1);
say(`killed ${killed.kills} in ${killed.campaigns} campaigns and ${minutes} minutes`);
say(`untrue ${killed.untruths.length} ${killed.untruths.join('; ')}`);
process.exitCode = killed.untruths.length === 0 ? 0 : 1;

async function ofWorkers() {
  const range = await openOfficeRange({ seed: 4, sites, pages: 400 });
  const done = await killWorkers(range, times, chance, say);
  await range.close();
  return done;
}

async function ofAll() {
  const city = await openSmallCity(sites, 300);
  const service = await openWholeService({ workers: 1 });
  const done = await killService(service, city, times, chance, say);
  await service.close();
  await city.close();
  const { serve, worker, postgres, restart } = done.victims;
  say(`serve ${serve}, worker ${worker}, PostgreSQL ${postgres}, restarted ${restart}`);
  say(`${done.acts} acts acknowledged; sent again: ${JSON.stringify(done.again)}`);
  return done;
}
