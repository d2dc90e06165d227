import { isAllSettled } from '#store/inspections.ts';
import { type Act, move } from './desk.ts';

/**
 * Moves a running campaign on to review when its last inspection came to its end. The caller has
 * locked the campaign, so that of two last ones the second sees the first.
 */
export async function settleCampaign(act: Act, id: number, state: string): Promise<boolean> {
  if (state !== 'running' || !(await isAllSettled(act.tx, id))) return false;
  await move(act, 'campaign', id, { from: 'running', to: 'reviewing' });
  return true;
}
