const NOT_PAGES =
  /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|ceb|rtf|csv|zip|rar|7z|gz|tar|jpe?g|png|gif|bmp|tiff?|webp|svg|ico|mp[34]|m4[av]|wm[av]|avi|flv|swf|mov|mkv|apk|exe|css|js|json|rss)$/i;
const SNIFF_BYTES = 1024;

/**
 * Whether an answer is HTML worth reading: by its media type where that says so, by the first
 * bytes where it is missing, generic or a lie (HTML sent as text/plain or octet-stream).
 */
export function isPage(contentType: string, firstBytes: Uint8Array, url = ''): boolean {
  const media = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (media === 'text/html' || media === 'application/xhtml+xml') return !looksBinary(firstBytes);
  if (!looksLikeMarkup(firstBytes)) return false;
  const isGeneric = media === '' || media === 'text/plain' || media === 'application/octet-stream';
  if (isGeneric || media === 'text/xml' || media === 'application/xml') return true;
  return !media.startsWith('image/') && !NOT_PAGES.test(pathOf(url));
}

function pathOf(url: string): string {
  return (url.split(/[?#]/)[0] ?? '').trim();
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SNIFF_BYTES);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1');
  const text = head.replaceAll('\u0000', '');
  return (
    /^[^<]{0,200}<(?:!doctype\s+html|html|head|body|meta|title|script|div|table|a\s|p|!--|frameset)/i.test(
      text,
    ) || /<html[\s>]/i.test(text)
  );
}

/** The first bytes of common binary files that servers send as HTML. */
const BINARY = ['%PDF', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '\u0089PNG', 'GIF8', 'Rar!'];

function looksBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return BINARY.some((mark) => head.startsWith(mark)) || head.startsWith('\u00ff\u00d8\u00ff');
}
