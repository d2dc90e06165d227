import { sha256 } from '#base/hash.ts';
import { pictureType } from '#base/plain-picture.ts';
import { Refusal } from '#base/refusal.ts';
import type { Call } from './portal-context.ts';

interface FileToSend {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** What a browser shows in its place; everything else is saved. */
const shown = /^(?:image\/svg\+xml|application\/(?:json|atom\+xml)|text\/(?:plain|css|javascript))/;

/** A public file. Who has it already is told so; other sites may read it, since it is open data. */
export function download({ http }: Call, { name, mediaType, bytes }: FileToSend): Response {
  const tag = `"${sha256(bytes).slice(-32)}"`;
  http.header('etag', tag);
  http.header('cache-control', 'public, max-age=60');
  http.header('access-control-allow-origin', '*');
  http.header('cross-origin-resource-policy', 'cross-origin');
  if (http.req.header('if-none-match') === tag) return http.body(null, 304);
  http.header('content-type', mediaType);
  // A page of ours would bring its own styles; a document brings the ones inside it.
  http.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  const way = shown.test(mediaType) ? 'inline' : 'attachment';
  http.header('content-disposition', `${way}; filename="${name.replace(/[^\w.-]/g, '_')}"`);
  return http.body(new Uint8Array(bytes));
}

/** A text of ours under an address that changes with it: kept for good. */
export function lasting({ http }: Call, text: string, mediaType: string): Response {
  http.header('content-type', mediaType);
  http.header('cache-control', 'public, max-age=31536000, immutable');
  return http.body(text);
}

/** A picture for one person: nobody on the way keeps it, and it is nothing but a picture. */
export function oneTime({ http }: Call, bytes: Uint8Array | null): Response {
  const mediaType = bytes === null ? null : pictureType(bytes);
  if (bytes === null || mediaType === null) {
    throw new Refusal('not-found', { thing: 'picture', id: '' });
  }
  http.header('content-type', mediaType);
  http.header('cache-control', 'private, max-age=3600');
  http.header('content-security-policy', "default-src 'none'; sandbox");
  return http.body(new Uint8Array(bytes));
}
