import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { parseUrl } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';
import { readPage } from '#read/read-page.ts';
import { loadLexicon } from './run-instruments.ts';

/** Reads the bytes of one page. `url` must be an absolute address. */
export function readSavedPage(bytes: Uint8Array, address: string, asOf: CivilDate): PageFacts {
  const url = parseUrl(address);
  if (url === null) throw new Refusal('url-malformed', { url: address });
  const isHomepage = new URL(url).pathname === '/';
  return readPage({ url, bytes, contentType: '', asOf, isHomepage }, loadLexicon());
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
): Generator<PageFacts> {
  const lines = Buffer.from(readPageBytes(manifest)).toString('utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const { file, url } = manifestLine(line, manifest, index + 1);
    yield readSavedPage(readPageBytes(isAbsolute(file) ? file : join(folder, file)), url, asOf);
  }
}

function manifestLine(
  line: string,
  manifest: string,
  number: number,
): { file: string; url: string } {
  try {
    const value = JSON.parse(line) as { file?: unknown; url?: unknown };
    if (typeof value.file === 'string') {
      return {
        file: value.file,
        url: typeof value.url === 'string' ? value.url : 'http://unknown.invalid/',
      };
    }
  } catch {
    // Falls through to the refusal, which names the line.
  }
  throw new Refusal('manifest-line', { file: manifest, line: number });
}
