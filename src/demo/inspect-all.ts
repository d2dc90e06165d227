import { assert } from '#base/assert.ts';
import { mapAtMost } from '#office/map-at-most.ts';
import { measureSite } from '#office/measure-site.ts';
import { sweepInspections } from '#office/sweep-inspections.ts';
import type { Stage } from './stage.ts';

/** So many times as fast as the world's the demo's clock runs while sites are looked at. */
const LAPSE = 3000;
const SITES_AT_ONCE = 12;
const MOST_SITES = 200;

/**
 * Inspects the sites of a campaign that was started, as a worker does, by the demo's clock: looks
 * that are ten minutes apart come a fifth of a second after each other.
 */
export async function inspectAll(stage: Stage): Promise<void> {
  const { clock, office, signal } = stage;
  const job = { ...office.desk('inspect-site'), now: clock.now };
  const { due } = await sweepInspections(job, { limit: MOST_SITES, retryMs: 0 });
  const bench = { ...stage.bench, wait: (waitMs: number) => clock.wait(waitMs, signal) };
  clock.run(LAPSE);
  try {
    await mapAtMost(SITES_AT_ONCE, due, async ({ inspectionId }) => {
      const came = await measureSite(job, inspectionId, bench);
      assert(came === 'measured' || signal.aborted, `an inspection of the history was ${came}`);
    });
  } finally {
    clock.run(0);
  }
  signal.throwIfAborted();
}
