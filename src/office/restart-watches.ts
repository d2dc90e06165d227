import { insertMissingWatches, spreadWatches } from '#store/monitoring.ts';
import { type Desk, perform } from './desk.ts';
import type { MonitoringTerms } from './monitoring-terms.ts';

/**
 * Has standing monitoring begin anew after a pause that was meant: every look counts as made just
 * now, and the next ones are spread over their pace instead of all being due at once.
 */
export async function restartWatches(
  desk: Desk,
  { plan }: Pick<MonitoringTerms, 'plan'>,
): Promise<void> {
  await perform(desk, async (act) => {
    await insertMissingWatches(act.tx, plan.every, act.at);
    const count = await spreadWatches(act.tx, act.at);
    await act.note({ act: 'monitoring.restart', thing: 'watch', after: { watches: count } });
  });
}
