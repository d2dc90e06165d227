import { type Satisfaction, satisfactions } from '#domain/public-matter.ts';
import { type Desk, perform } from './desk.ts';
import { matterByReceiptAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeStep } from './matter-ref.ts';

/** The writer says how satisfying the answer was: once for each answer. */
export async function rateMatter(
  desk: Desk,
  receipt: string,
  { satisfaction, comment }: { satisfaction: Satisfaction; comment?: string | undefined },
): Promise<void> {
  const said = comment?.trim() ? plainText('评价', comment, 1000) : null;
  await perform(desk, async (act) => {
    const row = await matterByReceiptAtHand(act, receipt);
    const text = [satisfactions[satisfaction].zh, said].filter(Boolean).join('：');
    const changes = { satisfaction, rating_comment: said };
    await takeStep(act, row, { do: 'rate' }, { what: 'rated', text, isOpen: true, changes });
  });
}
