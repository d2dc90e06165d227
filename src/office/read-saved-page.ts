import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { decodeText } from '#base/charset.ts';
import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { isHomepageUrl, parseUrl } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';
import { readPage } from '#read/read-page.ts';
import { loadLexicon } from './run-instruments.ts';

/** Reads saved pages with lexicons that were compiled once. */
export interface Reader {
  /**
   * The facts of one page. `address` is absolute (else `url-malformed`), or null when nobody knows
   * it: links are then resolved against a place that does not exist.
   */
  read(bytes: Uint8Array, address: string | null, asOf: CivilDate): PageFacts;
}

/** The text of a page as it was decoded: what the places in `PageFacts.why` count in. */
export function sourceOfPage(bytes: Uint8Array): string {
  return decodeText(bytes, '').text;
}

/** One page of a manifest. */
export interface ManifestPage {
  /** As the manifest names it. */
  file: string;
  facts: PageFacts;
  bytes: Uint8Array;
}

const UNKNOWN_PLACE = 'http://unknown.invalid/unknown.html';

/** Opens the packaged lexicons and gives what reads with them. */
export function openReader(): Reader {
  const lexicon = loadLexicon();
  return {
    read(bytes, address, asOf) {
      const url = parseUrl(address ?? UNKNOWN_PLACE);
      if (url === null) throw new Refusal('url-malformed', { url: address ?? '' });
      // The root of a host is a homepage, unless a query names a page of it (`/?p=3`); other pages,
      // entrances in folders too, tell themselves.
      const isHomepage = isHomepageUrl(url) && !url.includes('?') ? true : null;
      return readPage({ url, bytes, contentType: '', asOf, isHomepage }, lexicon);
    },
  };
}

/** The bytes of a file the user named. */
export function readPageBytes(file: string): Uint8Array {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new Refusal('file-missing', { file });
  }
  return readFileSync(file);
}

/** The pages a manifest names, `{file, url}` a line; files are relative to `folder`. */
export function* readManifest(
  manifest: string,
  folder: string,
  asOf: CivilDate,
): Generator<ManifestPage> {
  const lines = Buffer.from(readPageBytes(manifest)).toString('utf8').split('\n');
  const reader = openReader();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const { file, url } = manifestLine(line, manifest, index + 1);
    const bytes = readPageBytes(isAbsolute(file) ? file : join(folder, file));
    yield { file, facts: reader.read(bytes, url, asOf), bytes };
  }
}

function manifestLine(
  line: string,
  manifest: string,
  number: number,
): { file: string; url: string | null } {
  try {
    const value = JSON.parse(line) as { file?: unknown; url?: unknown };
    if (typeof value.file === 'string') {
      return { file: value.file, url: typeof value.url === 'string' ? value.url : null };
    }
  } catch {
    // Falls through to the refusal, which names the line.
  }
  throw new Refusal('manifest-line', { file: manifest, line: number });
}
