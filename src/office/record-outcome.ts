import { type Desk, move, perform } from './desk.ts';
import { escalationAt } from './escalation-at.ts';

/** Writes down what a step that was carried out has come to. */
export async function recordOutcome(desk: Desk, id: number, outcome: string): Promise<void> {
  await perform(desk, async (act) => {
    const step = await escalationAt(desk, act.tx, id, 'escalation.record');
    const to = { from: 'carried-out', to: 'recorded' } as const;
    await move(act, 'escalation', step.id, to, { changes: { outcome } });
  });
}
