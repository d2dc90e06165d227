import type { Row } from '../page-model.ts';
import type { Block, Ink, Skin } from './skin.ts';

/** Blocks of a homepage or landing page with their rows already written. */
export function blocksOf(
  skin: Skin,
  blocks: { heading: string; moreHref: string; rows: Row[] }[],
  ink: Ink,
): Block[] {
  return blocks.map(({ heading, moreHref, rows }) => {
    const list = rows.map((row) => skin.row(row, ink, 'block')).join('\n');
    return { heading, moreHref, list: skin.rows(list, 'block') };
  });
}
