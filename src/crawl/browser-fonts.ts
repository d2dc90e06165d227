import { assert } from '#base/assert.ts';

/** CJK and Kangxi radicals: U+2E80 to U+2FDF. */
const FIRST_RADICAL = 0x2e80;
const LAST_RADICAL = 0x2fdf;
const GROUP_BYTES = 12;

/**
 * A copy of a TrueType font that no longer maps the radicals of Unicode. They share their glyphs
 * with common characters (⼈ U+2F08 with 人), and a browser that writes a PDF names such a glyph by
 * the lowest character it stands for: copied or searched, 人民 would not be 人民.
 */
export function withoutRadicals(font: Uint8Array): Uint8Array {
  const changed = font.slice();
  const view = new DataView(changed.buffer);
  for (const table of subtables(view)) {
    if (view.getUint16(table) === 12) dropGroups(view, table);
  }
  return changed;
}

/** Offsets of the distinct subtables of the font's `cmap`. */
function subtables(view: DataView): number[] {
  const cmap = tableOffset(view, 0x636d6170);
  const count = view.getUint16(cmap + 2);
  const offsets = Array.from({ length: count }, (_, index) => view.getUint32(cmap + 8 + index * 8));
  return [...new Set(offsets)].map((offset) => cmap + offset);
}

function tableOffset(view: DataView, tag: number): number {
  const count = view.getUint16(4);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    if (view.getUint32(at) === tag) return view.getUint32(at + 8);
  }
  assert(false, 'the font has no cmap');
}

/** Every group of radicals becomes its first character without a glyph; the order stays. */
function dropGroups(view: DataView, table: number): void {
  const count = view.getUint32(table + 12);
  for (let index = 0; index < count; index++) {
    const at = table + 16 + index * GROUP_BYTES;
    const [start, end] = [view.getUint32(at), view.getUint32(at + 4)];
    if (start < FIRST_RADICAL || end > LAST_RADICAL) continue;
    view.setUint32(at + 4, start);
    view.setUint32(at + 8, 0);
  }
}
