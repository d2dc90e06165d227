import { join } from 'node:path';
import type { Instant } from '#base/civil-date.ts';
import { judgeOrder, type RecheckOutcome } from '#domain/order.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import { meetDeadline } from '#store/deadlines.ts';
import { moveState } from '#store/database/move-state.ts';
import {
  findOrder,
  type OrderItem,
  type OrderRow,
  recordRecheck,
  type Sight,
} from '#store/orders.ts';
import { noteFinished } from '#store/evidence-folders.ts';
import { openOrCreateRunFolder } from '#store/run-folder.ts';
import { type Act, type Desk, move, perform } from './desk.ts';
import { runSites } from './inspect-city.ts';
import { outcomeOf, recheckSettings } from './recheck-run.ts';
import { tellOffice, tellUnit } from './tell-of-order.ts';
import type { Watch } from './watch.ts';

/**
 * Looks again at every site of a replied order, by the campaign's own rubric and recheck policy,
 * as of today, and moves the order on by what is seen. A finding that is still there fails; one
 * that cannot be measured neither fails nor passes. Done by a job; killed in the middle it goes
 * on where it was. False when the order is not waiting for a recheck, or the watch was stopped.
 */
export async function recheckOrder(desk: Desk, orderId: number, watch: Watch): Promise<boolean> {
  const order = await findOrder(desk.db, orderId);
  if (!order || !(await claim(desk, order))) return false;
  const results = await lookAgain(desk, order, watch);
  if (results === null) return false;
  const sights = order.items.map((item) => sightOf(item, results, desk.now()));
  await perform(desk, async (act) => {
    for (const { item, outcome, after } of sights) {
      await recordRecheck(act.tx, item.id, outcome, after);
    }
    const { to, hasFailed } = judgeOrder(
      sights.map(({ item, outcome }) => ({ answer: item.answer, recheck: outcome })),
    );
    const changes = hasFailed ? { times_failed: order.timesFailed + 1 } : {};
    const seen = sights.map(({ item, outcome }) => ({ finding: item.findingId, outcome }));
    await act.note({ act: 'order.recheck', thing: 'order', thingId: order.id, after: seen });
    await move(act, 'order', order.id, { from: 'rechecking', to }, { changes });
    await tellOutcome(act, order, sights, { isPassed: to === 'passed', hasFailed });
    const met = to === 'passed' ? ['recheck', 'rectification'] : ['recheck'];
    for (const clock of met) {
      await meetDeadline(act.tx, { thing: 'order', thingId: order.id, clock }, act.at);
    }
  });
  return true;
}

async function tellOutcome(
  act: Act,
  order: OrderRow,
  sights: readonly ItemSight[],
  { isPassed, hasFailed }: { isPassed: boolean; hasFailed: boolean },
): Promise<void> {
  if (!isPassed && !hasFailed) return;
  const open = sights.filter(({ outcome }) => outcome !== 'passed').length;
  const args = { open, times: order.timesFailed + (hasFailed ? 1 : 0) };
  const kind = isPassed ? 'recheck-passed' : 'recheck-failed';
  await tellUnit(act, order, kind, args);
  await tellOffice(act, order, kind, args);
}

/** Takes the order for this recheck; one that a killed worker had taken is taken over. */
async function claim(desk: Desk, order: OrderRow): Promise<boolean> {
  if (order.state === 'rechecking') return true;
  if (order.state !== 'replied') return false;
  return await moveState(desk.db, 'order', order.id, { from: 'replied', to: 'rechecking' });
}

/** Inspects the order's sites in a folder of its own for each recheck; null when stopped. */
async function lookAgain(
  desk: Desk,
  order: OrderRow,
  watch: Watch,
): Promise<Map<string, SiteResult> | null> {
  // The version a replied order gets by being claimed: another for each recheck.
  const look = order.state === 'replied' ? order.version + 1 : order.version;
  const name = `orders/${order.id}/look-${look}`;
  const dir = join(desk.evidenceDir, name);
  const folder = openOrCreateRunFolder(
    dir,
    await recheckSettings(desk, order.campaignId, sitesOf(order)),
  );
  const { result } = await runSites(folder, watch);
  if (result === null) return null;
  const finished = { kind: 'recheck' as const, inspectionId: null, finishedAt: desk.now() };
  await noteFinished(desk.db, { folder: name, ...finished });
  return new Map(result.sites.map((site) => [site.key, site]));
}

function sitesOf({ items }: OrderRow): Site[] {
  return [...new Map(items.map(({ site }) => [site.key, site])).values()];
}

interface ItemSight {
  item: OrderItem;
  outcome: RecheckOutcome;
  after: Sight;
}

function sightOf(
  item: OrderItem,
  results: ReadonlyMap<string, SiteResult>,
  now: Instant,
): ItemSight {
  const site = results.get(item.site.key);
  const found = site?.findings.find(({ id }) => id === item.key);
  const after = { at: found?.evidence.at(-1)?.at ?? now, evidence: found?.evidence ?? [] };
  return { item, outcome: outcomeOf(site, found), after };
}
