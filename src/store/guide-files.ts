import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The guides that come with the package: their texts, and their pictures. */
export interface GuideFiles {
  /** By name and language: `office.zh`. */
  texts: ReadonlyMap<string, string>;
  /** By language and name: `zh/overview.webp`. */
  picture(path: string): Uint8Array | null;
}

const packageRoot = new URL('../../', import.meta.url);

/** Reads the guides; pictures are read when they are asked for, and only those that are there. */
export function readGuideFiles(
  folder = fileURLToPath(new URL('docs/guide', packageRoot)),
): GuideFiles {
  const texts = new Map<string, string>();
  const pictures = new Set<string>();
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!name.endsWith('.md')) continue;
    texts.set(name.slice(0, -'.md'.length), readFileSync(join(folder, name), 'utf8'));
  }
  for (const tongue of ['zh', 'en']) {
    const own = join(folder, 'pictures', tongue);
    for (const name of existsSync(own) ? readdirSync(own) : []) pictures.add(`${tongue}/${name}`);
  }
  return {
    texts,
    picture: (path) => (pictures.has(path) ? readFileSync(join(folder, 'pictures', path)) : null),
  };
}
