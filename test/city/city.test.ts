import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import type { Result, SiteResult } from '#domain/result.ts';
import type { CityTruth } from '#city/truth-model.ts';
import { compareWithTruth } from './compare-with-truth.ts';
import { inspectSimulatedCity } from './inspect-simulated-city.ts';

// One fixed seed and one that changes with every commit; many seeds run in `npm run check:city`.
const FIXED_SEED = 2019;

test('a city of a fixed seed is inspected without a fault missed or invented', async () => {
  const { truth, result } = await inspectSimulatedCity({ seed: FIXED_SEED, sites: 8 });
  assert.deepEqual(differences(truth, result), []);
});

test('a city of a seed taken from the commit is inspected without a difference', async (context) => {
  const seed = seedOfCommit();
  context.diagnostic(`seed ${seed}`);
  const { truth, result } = await inspectSimulatedCity({ seed, sites: 8 });
  assert.deepEqual(differences(truth, result), [], `seed ${seed}`);
});

test('the comparison notices a fault missed, one invented, and a wrong measure', async () => {
  const { truth, result } = await inspectSimulatedCity({ seed: FIXED_SEED, sites: 4 });
  const [site] = result.sites.filter(({ findings }) => findings.length > 1);
  assert.ok(site, 'some site has faults');
  const [first, ...rest] = site.findings;
  assert.ok(first);
  const changes: SiteResult[] = [
    { ...site, findings: rest },
    { ...site, findings: [...site.findings, { ...first, url: 'http://127.0.0.1/invented' }] },
    { ...site, findings: [{ ...first, state: 'unmeasured', reason: 'blocked' }, ...rest] },
    { ...site, score: (site.score ?? 0) + 1 },
  ];
  for (const changed of changes) {
    const sites = result.sites.map((one) => (one.key === site.key ? changed : one));
    assert.notDeepEqual(differences(truth, { ...result, sites }), []);
  }
});

function differences(truth: CityTruth, result: Result): string[] {
  return truth.sites.flatMap((site, index) => {
    const inspected = result.sites[index];
    assert.ok(inspected, `${site.unit} was inspected`);
    return compareWithTruth(site, inspected).differences;
  });
}

function seedOfCommit(): number {
  try {
    const hash = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' });
    return Number.parseInt(hash.slice(0, 6), 16);
  } catch {
    return 1;
  }
}
