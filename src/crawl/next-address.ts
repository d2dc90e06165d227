import { resolveUrl, type Url } from '#base/url.ts';

/**
 * Where a Location header leads, seen on `base`; null for what is no web address. The header
 * comes one character a byte: raw UTF-8 is read as such, other raw bytes are escaped as they are,
 * as browsers do.
 */
export function nextAddress(location: string, base: Url): Url | null {
  return resolveUrl(escapeRaw(location.trim()), base);
}

function escapeRaw(text: string): string {
  return text.replace(/[\x80-\xff]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
