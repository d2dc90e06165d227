import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { openKillRange } from './kill-and-resume.ts';

// Kills an inspection with -9 at random instants, resumes it each time, and holds result, visits
// and evidence against an undisturbed run.
// npm run check:kills -- [--times 50] [--seed N] [--sites 3]

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(randomInt(1 << 30)) },
    sites: { type: 'string', default: '3' },
  },
});

const times = Number(values.times);
const thousandths = fc.noBias(fc.integer({ min: 0, max: 999 }));
const sample = { seed: Number(values.seed), numRuns: 3 * times };
const shares = fc.sample(thousandths, sample).map((share) => share / 1000);
const range = await openKillRange({ seed: 4, sites: Number(values.sites) });
process.stdout.write(`seed ${values.seed}, a whole run takes ${range.wholeMs.toFixed(0)} ms\n`);
let inTime = 0;
let late = 0;
let wrong = 0;
for (const share of shares) {
  if (inTime === times) break;
  const killed = await range.kill(share * range.wholeMs);
  if (killed.isLate) late += 1;
  else inTime += 1;
  if (killed.differences.length > 0) wrong += 1;
  const when = `${killed.afterMs.toFixed(0).padStart(6)} ms ${String(killed.visits).padStart(5)} visits`;
  const said = killed.differences.join('; ') || 'the same';
  process.stdout.write(
    `${String(inTime).padStart(3)} ${when}  ${killed.isLate ? 'late, ' : ''}${said}\n`,
  );
}
await range.close();
process.stdout.write(`\nkilled in time ${inTime}, late ${late}, different ${wrong}\n`);
process.exitCode = wrong === 0 && inTime === times ? 0 : 1;
