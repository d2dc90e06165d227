import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One built file of the console, as it is sent. */
export interface ConsoleFile {
  mediaType: string;
  bytes: Uint8Array;
  /** The same bytes packed by brotli, where the build made that. */
  packed: Uint8Array | null;
}

/** The built console: its page, and every other file by its path without a leading slash. */
export interface ConsoleFiles {
  page: string;
  files: ReadonlyMap<string, ConsoleFile>;
}

/** The package's own folder: this file lies two levels below it, as source and compiled alike. */
const packageRoot = new URL('../../', import.meta.url);

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Reads the built console; null when it has not been built. */
export function readConsoleFiles(
  folder = fileURLToPath(new URL('console/dist', packageRoot)),
): ConsoleFiles | null {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return null;
  const files = new Map<string, ConsoleFile>();
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mediaType = mediaTypes[extname(item.name)];
    if (!item.isFile() || mediaType === undefined || item.name.startsWith('.')) continue;
    const path = join(item.parentPath, item.name);
    const packed = existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : null;
    const name = relative(folder, path).split(sep).join('/');
    files.set(name, { mediaType, bytes: readFileSync(path), packed });
  }
  files.delete('index.html');
  return { page: readFileSync(index, 'utf8'), files };
}
