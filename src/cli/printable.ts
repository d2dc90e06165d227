// Control characters (escape sequences) and marks that turn the direction of writing.
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text that came from a site, safe for a terminal: what could move the cursor, change colours or
 * turn the line around becomes a visible `·`.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '·');
}
