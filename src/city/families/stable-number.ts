/** A number of nine digits that stands for a text, as a CMS numbers its channels. */
export function stableNumber(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193) >>> 0;
    low = Math.imul(low ^ (unit + index), 0x5bd1e995) >>> 0;
  }
  return 100_000_000 + ((high * 2_048 + (low >>> 21)) % 900_000_000);
}
