import { createHmac, randomBytes } from 'node:crypto';
import { Refusal } from '#base/refusal.ts';
import { sha256 } from '#base/hash.ts';

/** Letters and figures that are not taken for each other; 32 of them, so 5 bits each. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const GROUP = 4;

/** A receipt as its holder gets it, and what is kept of it. */
export interface Receipt {
  text: string;
  hash: string;
}

/**
 * A receipt of 100 bits of chance. One that belongs to a form (`once`) is made from the form's own
 * word and the key, so that the same form sent twice has the same receipt, which nobody else can
 * work out.
 */
export function newReceipt(of?: { secret: Uint8Array; once: string }): Receipt {
  const bytes = of
    ? createHmac('sha256', of.secret).update(`receipt:${of.once}`).digest()
    : randomBytes(LENGTH);
  const letters = [...bytes.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]);
  const groups = Array.from({ length: LENGTH / GROUP }, (_, index) =>
    letters.slice(index * GROUP, (index + 1) * GROUP).join(''),
  );
  return { text: groups.join('-'), hash: sha256(letters.join('')) };
}

/**
 * What is kept of a receipt that somebody typed, in small letters, without dashes, `O` for `0`. One
 * that cannot be one is refused as one that is unknown.
 */
export function receiptHash(typed: string): string {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const isOne = plain.length === LENGTH && [...plain].every((letter) => LETTERS.includes(letter));
  if (!isOne) throw new Refusal('receipt-unknown');
  return sha256(plain);
}
