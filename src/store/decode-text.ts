/**
 * A text file as people save it: UTF-8 with or without byte order mark, UTF-16 with one, GB18030
 * (GBK, GB2312). Null when it is none of these, or no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes, PRIVATE_USE);
}

// oxlint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/;
/** Where bytes of another charset often land when they are taken for GB18030. */
const PRIVATE_USE = /[\ue000-\uf8ff]/;

function decodeAs(charset: string, bytes: Uint8Array, implausible?: RegExp): string | null {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    return NO_TEXT.test(text) || implausible?.test(text) ? null : text;
  } catch {
    return null;
  }
}
