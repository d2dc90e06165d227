import { closeSync, openSync, readSync } from 'node:fs';
import { LastFew } from '#base/last-few.ts';
import { Refusal } from '#base/refusal.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Visit } from '#domain/visit.ts';
import { archivePath } from './archive-index.ts';
import { onDisk } from './disk-refusal.ts';
import { type FactsLine, readFactsLine } from './facts-line.ts';
import type { RunFolder } from './run-folder.ts';
import type { LinePlace, VisitPlaces } from './visit-places.ts';

/**
 * Bytes of lines that are kept at hand in full, of a site that has no more; as objects they take
 * some four times as much. A larger site is walked from end to end: there only the last few
 * help, so few that the engine has not yet moved them to where it seldom clears up.
 */
const MAX_KEPT_BYTES = 6 << 20;
const LAST_FEW = 8;
const FIRST_LINE_BYTES = 1 << 16;

type Kept<Value> = Map<number, Value> | LastFew<number, Value>;

/**
 * Visits and facts of a site as they lie on disk, each read when it is asked for, so that a site
 * of any size can be judged in little memory. By number, see `VisitPlaces`.
 */
export class SavedVisits {
  readonly #folder: RunFolder;
  readonly #siteKey: string;
  readonly #places: VisitPlaces;
  readonly #files = new Map<'visits' | 'facts', number>();
  #facts: Kept<PageFacts> = new Map();
  #visits: Kept<Visit> = new Map();
  #keptBytes = 0;
  /** The line read last: one place for all, since millions are read. */
  #line = Buffer.allocUnsafe(FIRST_LINE_BYTES);

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
    const place = this.#places.visit(number);
    const visit = this.#read('visits', place, number) as Visit;
    this.#makeRoom(place.length);
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
    this.#makeRoom(place.length);
    this.#facts.set(number, facts);
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

  /** From the line on that is one too many, only the last few are kept. */
  #makeRoom(bytes: number): void {
    if (this.#keptBytes > MAX_KEPT_BYTES) return;
    this.#keptBytes += bytes;
    if (this.#keptBytes <= MAX_KEPT_BYTES) return;
    this.#facts = new LastFew(LAST_FEW);
    this.#visits = new LastFew(LAST_FEW);
  }

  #read(name: 'visits' | 'facts', place: LinePlace, number: number): object {
    const path = archivePath(this.#folder, this.#siteKey, name);
    const file = this.#files.get(name) ?? onDisk(path, () => openSync(path, 'r'));
    this.#files.set(name, file);
    if (place.length > this.#line.length) this.#line = Buffer.allocUnsafe(2 * place.length);
    const length = onDisk(path, () => readSync(file, this.#line, 0, place.length, place.offset));
    try {
      return JSON.parse(this.#line.toString('utf8', 0, length)) as object;
    } catch {
      throw this.#damaged(name, number);
    }
  }

  #damaged(name: 'visits' | 'facts', number: number): Refusal {
    const file = archivePath(this.#folder, this.#siteKey, name);
    return new Refusal('archive-damaged', { file, line: number + 1 });
  }
}
