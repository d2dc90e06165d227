import { nextSignal, type Seen } from '#domain/signal.ts';
import { insertSignal, standingSignals, touchSignal } from '#store/signals.ts';
import { type Act, move } from './desk.ts';

/** A signal that is new or another than before: what people are told of. */
export interface SignalChange {
  kind: string;
  from: string | null;
  to: string;
}

/**
 * Holds what a look saw against the signals of a site that stand: opens, keeps, moves and clears
 * them, each change with its ledger line. Gives the changes.
 */
export async function noteSignals(
  act: Act,
  siteId: number,
  seen: readonly Seen[],
): Promise<SignalChange[]> {
  const standing = await standingSignals(act.tx, siteId);
  const changes: SignalChange[] = [];
  for (const { kind, state, measure } of seen) {
    const signal = standing.find((one) => one.kind === kind);
    const step = nextSignal(signal?.state ?? null, state);
    if (step.do === 'open') {
      const made = { siteId, kind, state: step.state, measure, at: act.at };
      const id = await insertSignal(act.tx, made);
      if (id === null) continue;
      const note = { act: 'signal.open', thing: 'signal', thingId: id };
      await act.note({ ...note, after: { siteId, kind, state: step.state, measure } });
      changes.push({ kind, from: null, to: step.state });
    } else if (signal && step.do === 'keep') {
      await touchSignal(act.tx, signal.id, measure, act.at);
    } else if (signal && step.do === 'move') {
      await touchSignal(act.tx, signal.id, measure, act.at);
      const cleared = step.to === 'cleared' ? { cleared_at: act.at } : {};
      const way = { from: signal.state, to: step.to };
      await move(act, 'signal', signal.id, way, { changes: cleared });
      changes.push({ kind, from: signal.state, to: step.to });
    }
  }
  return changes;
}
