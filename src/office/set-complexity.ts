import type { Complexity } from '#domain/inquiry.ts';
import { weigh } from './assign-matter.ts';
import { type Desk, perform } from './desk.ts';
import { inquiryAtHand } from './matter-at.ts';

/** The office finds an inquiry to be complex, or not to be: its clock is counted anew. */
export async function setComplexity(desk: Desk, id: number, complexity: Complexity): Promise<void> {
  await perform(desk, async (act) => {
    const { kind } = await inquiryAtHand(desk, act, id, 'matter.triage');
    await weigh(act, id, { kind, complexity });
  });
}
