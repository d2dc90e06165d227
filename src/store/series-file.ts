import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { canonicalLine } from '#base/canonical-json.ts';
import type { Instant } from '#base/civil-date.ts';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import type { AvailabilitySeries, MaintenanceWindow, Probe } from '#domain/availability.ts';
import { onDisk } from './disk-refusal.ts';
import { readLines } from './read-lines.ts';

/** Schema of a series file; stands in its first line. */
export const SERIES_SCHEMA = 'xunwang-series/1';

type Head = Omit<AvailabilitySeries, 'probes' | 'maintenance'>;

/** What a line of a series says, besides the hash of the line before. */
export type SeriesEvent =
  | ({ kind: 'begin'; schema: string } & Head)
  | ({ kind: 'visit' } & Probe)
  | ({ kind: 'maintenance'; notedAt: Instant } & MaintenanceWindow);

/** Where a series ends: what the next line is appended to. */
interface End {
  /** Hash of the last whole line. */
  last: string;
  /** Length of all whole lines. */
  bytes: number;
}

/**
 * A series on disk: a JSON line an event, each with the hash of the line before, only ever
 * appended to. A line that a crash left unfinished is cut off when the file is opened again.
 */
export class SeriesFile {
  readonly series: AvailabilitySeries;
  readonly #path: string;
  #end: End;

  constructor(path: string, series: AvailabilitySeries, end: End) {
    this.#path = path;
    this.series = series;
    this.#end = end;
  }

  /** Keeps a visit: on disk when this returns. */
  keepProbe(probe: Probe): void {
    this.#append({ kind: 'visit', ...probe });
    this.series.probes.push(probe);
  }

  /** Keeps a window of maintenance, with the instant it came to our notice. */
  keepMaintenance(window: MaintenanceWindow, notedAt: Instant): void {
    this.#append({ kind: 'maintenance', notedAt, ...window });
    this.series.maintenance.push(window);
  }

  #append(event: SeriesEvent): void {
    this.#end = appendLine(this.#path, event, this.#end);
  }
}

/** Begins a series in a new file. */
export function createSeriesFile(path: string, head: Head): SeriesFile {
  onDisk(path, () => mkdirSync(dirname(path), { recursive: true }));
  const start = { last: chainStart(head.site.key), bytes: 0 };
  const end = appendLine(path, { kind: 'begin', schema: SERIES_SCHEMA, ...head }, start);
  return new SeriesFile(path, { ...head, probes: [], maintenance: [] }, end);
}

/** Opens a series to go on with it; null when it was not begun. Refuses `series-damaged`. */
export function openSeriesFile(path: string): SeriesFile | null {
  const read = readSeries(path);
  if (read === null) return null;
  if (read.isTorn) onDisk(path, () => truncateSync(path, read.bytes));
  return new SeriesFile(path, read.series, read);
}

/** A saved series; null when there is none. Refuses `series-damaged`, with the line. */
export function loadSeries(path: string): AvailabilitySeries | null {
  return readSeries(path)?.series ?? null;
}

interface SeriesRead extends End {
  series: AvailabilitySeries;
  /** The last line was left unfinished. */
  isTorn: boolean;
}

function readSeries(path: string): SeriesRead | null {
  let read: SeriesRead | null = null;
  for (const line of readLines(path)) {
    if (!line.isWhole) {
      if (read !== null) read.isTorn = true;
      break;
    }
    const event = parseEvent(line.bytes);
    const damaged = () => new Refusal('series-damaged', { file: path, line: line.number });
    if (event === null) throw damaged();
    if (read === null) {
      if (event.kind !== 'begin' || !event.site || !event.plan) throw damaged();
      const { kind: _, schema: _schema, previous: _previous, ...head } = event;
      const series = { ...head, probes: [], maintenance: [] };
      read = { series, last: chainStart(head.site.key), bytes: 0, isTorn: false };
    }
    if (event.previous !== read.last) throw damaged();
    read.last = sha256(line.bytes);
    read.bytes += line.bytes.length;
    take(read.series, event);
  }
  return read;
}

type Chained = SeriesEvent & { previous: string };

function take(series: AvailabilitySeries, event: Chained): void {
  if (event.kind === 'visit') {
    const { kind: _, previous: _previous, ...probe } = event;
    series.probes.push(probe);
  } else if (event.kind === 'maintenance') {
    const { from, to, reportedAt } = event;
    series.maintenance.push({ from, to, reportedAt });
  }
}

const KINDS: ReadonlySet<unknown> = new Set(['begin', 'visit', 'maintenance']);

function parseEvent(bytes: Buffer): Chained | null {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  return KINDS.has(value.kind) ? (value as Chained) : null;
}

/** Appends a line, unless somebody else did meanwhile: refuses `series-busy`. */
function appendLine(path: string, event: SeriesEvent, end: End): End {
  const bytes = Buffer.from(canonicalLine({ ...event, previous: end.last }));
  onDisk(path, () => {
    const file = openSync(path, 'a');
    try {
      if (fstatSync(file).size !== end.bytes) throw new Refusal('series-busy', { file: path });
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
  return { last: sha256(bytes), bytes: end.bytes + bytes.length };
}

/** What the first line names as the one before: no other site's series fits. */
function chainStart(siteKey: string): string {
  return sha256(`${SERIES_SCHEMA}\n${siteKey}\n`);
}
