import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { assert } from '#base/assert.ts';
import { canonicalJson, canonicalPieces } from '#base/canonical-json.ts';
import type { Instant } from '#base/civil-date.ts';
import { sha256OfPieces } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import type { Result } from '#domain/result.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import { errnoOf, onDisk } from './disk-refusal.ts';
import { type FileData, TEMPORARY_SUFFIX, writeFileAtomic } from './write-file-atomic.ts';

/** Schema of `run.json`. A run with a greater number was made by a newer engine. */
export const RUN_SCHEMA = 'xunwang-run/1';

const SETTINGS_FILE = 'run.json';
const RESULT_FILE = 'result.json';
const FINISHED_FILE = 'finished.json';

/** Says that a run is complete, and which seal closes it. */
export interface Finished {
  finishedAt: Instant;
  /** Hash of `seal.json`; null for a run that was not sealed. */
  seal: string | null;
}

/**
 * The folder of one run. Names are relative, with `/`. Writing is atomic; what the disk refuses is
 * a `Refusal` (`disk-full` …) and leaves everything saved before as it was.
 */
export class RunFolder {
  readonly dir: string;
  readonly settings: RunSettings;

  constructor(dir: string, settings: RunSettings) {
    this.dir = dir;
    this.settings = settings;
  }

  /** Where a file of the run lies. */
  path(name: string): string {
    const parts = name.split('/');
    assert(
      parts.every((part) => part !== '' && part !== '.' && part !== '..'),
      `not a name within a run: ${name}`,
    );
    return join(this.dir, ...parts);
  }

  /** Writes a whole file, making its folder where needed. */
  write(name: string, data: FileData): void {
    const path = this.path(name);
    onDisk(path, () => mkdirSync(dirname(path), { recursive: true }));
    writeFileAtomic(path, data);
  }

  /** The bytes of a file; null when it is not there. */
  read(name: string): Buffer | null {
    return readIfThere(this.path(name));
  }

  /** Hash of a file, read piece by piece; null when it is not there. */
  hash(name: string): string | null {
    return hashIfThere(this.path(name));
  }

  /** The file as UTF-8 text; null when it is not there. */
  readText(name: string): string | null {
    return this.read(name)?.toString('utf8') ?? null;
  }

  has(name: string): boolean {
    return existsSync(this.path(name));
  }

  /** Deletes a file, if it is there. */
  remove(name: string): void {
    const path = this.path(name);
    onDisk(path, () => rmSync(path, { force: true }));
  }

  writeResult(result: Result): void {
    this.write(RESULT_FILE, canonicalPieces(result));
  }

  /** The saved result; null before it was written. Refuses when it is no JSON. */
  readResult(): Result | null {
    return this.readJson<Result>(RESULT_FILE);
  }

  /** A JSON file; null when it is not there. Refuses (`run-damaged`) what is no JSON object. */
  readJson<T>(name: string): T | null {
    const text = this.readText(name);
    return text === null ? null : parseObject<T>(text, this.path(name));
  }

  /** Marks the run as complete: the last thing written. */
  finish(finished: Finished): void {
    this.write(FINISHED_FILE, canonicalJson(finished));
  }

  /** When the run was completed; null for one that was interrupted. */
  finished(): Finished | null {
    return this.readJson<Finished>(FINISHED_FILE);
  }

  isFinished(): boolean {
    return this.has(FINISHED_FILE);
  }
}

/**
 * Makes the folder of a new run and writes its settings. Refuses `out-parent-missing`,
 * `out-not-folder`, `out-not-empty`, `out-not-writable` and what the disk refuses.
 */
export function createRunFolder(dir: string, settings: RunSettings): RunFolder {
  return new RunFolder(createFolder(dir, SETTINGS_FILE, canonicalJson(settings)), settings);
}

/**
 * The folder of a run that may have been begun before, by a worker that was killed: opened with
 * the settings it has, or made with these, its parents included.
 */
export function openOrCreateRunFolder(dir: string, settings: RunSettings): RunFolder {
  if (existsSync(join(dir, SETTINGS_FILE))) return openRunFolder(dir);
  // A folder without settings was being made when its maker was killed: it holds nothing yet.
  onDisk(dir, () => rmSync(dir, { recursive: true, force: true }));
  onDisk(dir, () => mkdirSync(dir, { recursive: true }));
  return createRunFolder(dir, settings);
}

/** Makes a folder with its settings file and room for its sites; the same refusals. */
export function createFolder(dir: string, settingsFile: string, settings: string): string {
  const path = resolve(dir);
  const existed = isEmptyFolder(path, dir);
  try {
    if (!existed) mkdirSync(path);
    mkdirSync(join(path, 'sites'));
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOSPC' || errno === 'EDQUOT') throw new Refusal('disk-full', { path: dir });
    if (errno === null) throw error;
    throw new Refusal('out-not-writable', { dir, errno });
  }
  try {
    writeFileAtomic(join(path, settingsFile), settings);
  } catch (error) {
    // Leave nothing behind that would refuse the next try.
    rmSync(join(path, 'sites'), { recursive: true, force: true });
    if (!existed) rmSync(path, { recursive: true, force: true });
    throw error;
  }
  return path;
}

/** True for an empty folder, false when nothing is there yet; refuses everything else. */
function isEmptyFolder(path: string, dir: string): boolean {
  if (!existsSync(dirname(path))) throw new Refusal('out-parent-missing', { dir });
  if (!statSync(dirname(path)).isDirectory()) throw new Refusal('out-parent-missing', { dir });
  if (!existsSync(path)) return false;
  if (!statSync(path).isDirectory()) throw new Refusal('out-not-folder', { dir });
  if (onDisk(dir, () => readdirSync(path)).length > 0) throw new Refusal('out-not-empty', { dir });
  return true;
}

/**
 * Opens the folder of a run made before. Refuses `run-missing`, `run-not-a-run`, `run-damaged`,
 * `run-newer`.
 */
export function openRunFolder(dir: string): RunFolder {
  const path = resolve(dir);
  if (!existsSync(path)) throw new Refusal('run-missing', { dir });
  if (!statSync(path).isDirectory()) throw new Refusal('run-not-a-run', { dir });
  const file = join(path, SETTINGS_FILE);
  const bytes = readIfThere(file);
  if (bytes === null) throw new Refusal('run-not-a-run', { dir });
  const settings = parseObject<RunSettings>(bytes.toString('utf8'), file);
  checkSchema(settings, dir, file);
  return new RunFolder(path, settings);
}

function checkSchema(settings: RunSettings, dir: string, file: string): void {
  const version = /^xunwang-run\/(\d+)$/.exec(String(settings.schema))?.[1];
  if (version === undefined) {
    throw new Refusal('run-damaged', { file, detail: `schema ${String(settings.schema)}` });
  }
  if (Number(version) > Number(RUN_SCHEMA.split('/')[1])) {
    throw new Refusal('run-newer', { dir, engine: settings.engine, schema: settings.schema });
  }
  if (!Array.isArray(settings.sites) || typeof settings.rubric?.text !== 'string') {
    throw new Refusal('run-damaged', { file, detail: 'sites or rubric missing' });
  }
}

function readIfThere(path: string): Buffer | null {
  return ifThere(path, () => readFileSync(path));
}

function hashIfThere(path: string): string | null {
  return ifThere(path, () => {
    const file = openSync(path, 'r');
    try {
      return sha256OfPieces(piecesOf(file));
    } finally {
      closeSync(file);
    }
  });
}

const PIECE_BYTES = 1 << 18;

/** What is read is overwritten by what is read next. */
function* piecesOf(file: number): Generator<Uint8Array> {
  const bytes = Buffer.allocUnsafe(PIECE_BYTES);
  for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
    yield bytes.subarray(0, read);
  }
}

function ifThere<T>(path: string, read: () => T): T | null {
  return onDisk(path, () => {
    try {
      return read();
    } catch (error) {
      if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
      throw error;
    }
  });
}

function parseObject<T>(text: string, file: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal('run-damaged', { file, detail: (error as Error).message });
  }
  if (typeof value !== 'object' || value === null) {
    throw new Refusal('run-damaged', { file, detail: 'no JSON object' });
  }
  return value as T;
}

/** Names of all files of a run, sorted, with `/`; what is half written is left out. */
export function listRunFiles(folder: RunFolder): string[] {
  const entries = onDisk(folder.dir, () =>
    readdirSync(folder.dir, { recursive: true, withFileTypes: true }),
  );
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(TEMPORARY_SUFFIX))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.dir.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}
