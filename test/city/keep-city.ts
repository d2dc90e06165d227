import { inspectSimulatedCity } from './inspect-simulated-city.ts';
import { compareWithTruth } from './compare-with-truth.ts';
const seed = process.argv[2] ?? 'plan';
const out = process.argv[3]!;
const { truth, result } = await inspectSimulatedCity(
  seed === 'plan' ? { plan: 'xianning-2019q2' } : { seed: Number(seed), sites: 10 },
  out,
);
for (const [i, s] of truth.sites.entries())
  for (const d of compareWithTruth(s, result.sites[i]!).differences) console.log(d);
