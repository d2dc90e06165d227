import { assert } from '#base/assert.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** 1 January 1980, 0:00, the first moment a zip file can name (MS-DOS date and time). */
const FIRST_MOMENT = 0x0021_0000;

/**
 * A copy of a zip file (without comment, as docx writes it) with all its times set to the first
 * moment of the format, so that the same content gives the same bytes.
 */
export function fixZipTimes(zip: Uint8Array): Uint8Array {
  const fixed = zip.slice();
  const view = new DataView(fixed.buffer);
  const end = fixed.length - 22;
  assert(view.getUint32(end, true) === END_OF_DIRECTORY, 'no zip file, or one with a comment');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    assert(view.getUint32(at, true) === DIRECTORY_ENTRY, 'the directory of the zip is broken');
    view.setUint32(at + 12, FIRST_MOMENT, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_MOMENT, true);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += lengths.reduce((sum, length) => sum + length, 46);
  }
  return fixed;
}
