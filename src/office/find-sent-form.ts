import { Refusal } from '#base/refusal.ts';
import { askByReceipt } from './ask-by-receipt.ts';
import { type Desk, requirePublicSide } from './desk.ts';
import { newReceipt } from './receipt.ts';

/** The receipt of the matter that a form has made before; null: it has made none. */
export async function findSentForm(desk: Desk, once: string): Promise<string | null> {
  const { text } = newReceipt({ secret: requirePublicSide(desk).secret, once });
  try {
    await askByReceipt(desk, text);
    return text;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'receipt-unknown') return null;
    throw error;
  }
}
