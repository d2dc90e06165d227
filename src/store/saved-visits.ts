import { closeSync, openSync, readSync } from 'node:fs';
import { Refusal } from '#base/refusal.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Visit } from '#domain/visit.ts';
import { archivePath } from './archive-index.ts';
import { onDisk } from './disk-refusal.ts';
import { type FactsLine, readFactsLine } from './facts-line.ts';
import type { RunFolder } from './run-folder.ts';
import type { LinePlace, VisitPlaces } from './visit-places.ts';

/** Bytes of lines whose facts are kept at hand; as objects they take some four times as much. */
const MAX_CACHED_BYTES = 6 << 20;
const MAX_CACHED_VISITS = 512;

/**
 * Visits and facts of a site as they lie on disk, each read when it is asked for, so that a site
 * of any size can be judged in little memory. By number, see `VisitPlaces`.
 */
export class SavedVisits {
  readonly #folder: RunFolder;
  readonly #siteKey: string;
  readonly #places: VisitPlaces;
  readonly #files = new Map<'visits' | 'facts', number>();
  readonly #facts = new Map<number, PageFacts>();
  readonly #visits = new Map<number, Visit>();
  #cachedBytes = 0;

  constructor(folder: RunFolder, siteKey: string, places: VisitPlaces) {
    this.#folder = folder;
    this.#siteKey = siteKey;
    this.#places = places;
  }

  get count(): number {
    return this.#places.count;
  }

  visit(number: number): Visit {
    const known = this.#visits.get(number);
    if (known !== undefined) return known;
    const visit = this.#read('visits', this.#places.visit(number), number) as Visit;
    if (this.#visits.size >= MAX_CACHED_VISITS) this.#visits.clear();
    this.#visits.set(number, visit);
    return visit;
  }

  facts(number: number): PageFacts | null {
    const known = this.#facts.get(number);
    if (known !== undefined) return known;
    const place = this.#places.facts(number);
    const line = this.factsLine(number);
    if (place === null || line === null) return null;
    const facts = readFactsLine(line, (visit) => this.facts(this.#places.numberOf(visit)));
    if (facts === null) throw this.#damaged('facts', number);
    if (this.#cachedBytes + place.length > MAX_CACHED_BYTES) this.#forget();
    this.#facts.set(number, facts);
    this.#cachedBytes += place.length;
    return facts;
  }

  /** The facts as they were written down; null for what is no page. */
  factsLine(number: number): FactsLine | null {
    const place = this.#places.facts(number);
    return place === null ? null : (this.#read('facts', place, number) as FactsLine);
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
  }

  #forget(): void {
    this.#facts.clear();
    this.#cachedBytes = 0;
  }

  #read(name: 'visits' | 'facts', place: LinePlace, number: number): object {
    const path = archivePath(this.#folder, this.#siteKey, name);
    const file = this.#files.get(name) ?? onDisk(path, () => openSync(path, 'r'));
    this.#files.set(name, file);
    const bytes = Buffer.allocUnsafe(place.length);
    onDisk(path, () => readSync(file, bytes, 0, place.length, place.offset));
    try {
      return JSON.parse(bytes.toString('utf8')) as object;
    } catch {
      throw this.#damaged(name, number);
    }
  }

  #damaged(name: 'visits' | 'facts', number: number): Refusal {
    const file = archivePath(this.#folder, this.#siteKey, name);
    return new Refusal('archive-damaged', { file, line: number + 1 });
  }
}
