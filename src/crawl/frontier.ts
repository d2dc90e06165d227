import { bytes, shorts, type Words, words } from '#base/column.ts';
import { sortNumbers } from '#base/sort-numbers.ts';
import { hostOf, targetKey, type Url } from '#base/url.ts';
import { UrlBook } from '#base/url-book.ts';
import type { CutTarget } from '#domain/visit.ts';
import type { Candidate } from './candidate.ts';
import { isRunaway, shapeBudget, shapeOf } from './traps.ts';

export interface FrontierLimits {
  /** Pages, frames and endpoints together. */
  maxPages: number;
  /** Clicks from the homepage. */
  maxDepth: number;
  maxTargets: number;
  /** Whether robots.txt (under the policy chosen) lets us visit an address. */
  mayVisit: (url: Url) => boolean;
}

const MAX_PAGER_STEPS = 500;
const MAX_FRAME_DEPTH = 3;
/** A wave of lists this small is filled up with articles, while the budget is not in question. */
const FULL_WAVE = 256;
/** Pages handed out together at most: what is out is held in full. */
const MAX_WAVE = 16_384;

/** What became of an address. */
const UNKNOWN = 0;
const WAITING = 1;
const TAKEN = 2;
/** From here on the reasons for which an address was cut. */
const CUT = 3;
const REASONS = ['budget', 'robots', 'forbidden-address', 'depth'] as const;
const PURPOSES = ['page', 'frame', 'endpoint', 'target'] as const;
const TARGET = PURPOSES.indexOf('target');
/** Depths are told apart up to here; deeper is too deep for any limit. */
const DEEPEST = 0xffff;

/**
 * What is fetched next. Candidates go in, in a fixed order; waves come out: breadth first, lists
 * before articles, each address once (by `targetKey`). What goes in decides what comes out, never
 * how fast anything was, so two runs over the same site visit the same addresses. Pure.
 *
 * Everything known of an address stands in columns by its number in the book: a million addresses
 * cost some 50 MB, whatever becomes of them.
 */
export class Frontier {
  readonly #limits: FrontierLimits;
  readonly #book: UrlBook;
  readonly #state = bytes();
  readonly #purpose = bytes();
  readonly #rank = bytes();
  readonly #depth = shorts();
  readonly #pagerSteps = shorts();
  readonly #frameDepth = bytes();
  /** As written: 0 where that is the key, else one more than its number. */
  readonly #written = words();
  readonly #foundOn = words();
  /** Order of discovery; of what was cut, the place in the log of cuts. */
  readonly #order = words();
  /** Pages that wait, by rank and depth. Some have moved on to a better place, or were taken. */
  readonly #places = new Map<number, Words>();
  readonly #targets = words();
  readonly #cuts = words();
  /** Targets that will be fetched and are not handed out yet. */
  #chosen = new Uint32Array();
  readonly #shapes = new Map<string, number>();
  #pagesWaiting = 0;
  #targetsWaiting = 0;
  #pagesTaken = 0;
  #offered = 0;

  constructor(limits: FrontierLimits, book = new UrlBook()) {
    this.#limits = limits;
    this.#book = book;
  }

  /** Addresses that wait. */
  get queued(): number {
    return this.#pagesWaiting + this.#targetsWaiting;
  }

  /** What will not be visited, and why, in order of discovery. Final after the last wave. */
  get cut(): CutTarget[] {
    return [...this.cuts()];
  }

  /** The same one by one. */
  *cuts(): Generator<CutTarget> {
    for (let at = 0; at < this.#cuts.length; at++) {
      const id = this.#cuts.get(at);
      const reason = REASONS[this.#state.get(id) - CUT];
      if (reason === undefined || this.#order.get(id) !== at) continue;
      yield { url: this.#urlOf(id), foundOn: this.#book.urlOf(this.#foundOn.get(id)), reason };
    }
  }

  /** Counts an address as visited already (the homepage, the random path). */
  take(url: Url, isPage: boolean): void {
    this.#state.set(this.#book.add(targetKey(url)), TAKEN);
    if (isPage) this.#pagesTaken += 1;
  }

  /** Takes up a candidate, unless it is known; a better way to a waiting one improves its place. */
  offer(candidate: Candidate): void {
    const id = this.#book.add(targetKey(candidate.url));
    const state = this.#state.get(id);
    if (state === TAKEN) return;
    if (state === WAITING) return this.#improve(id, candidate);
    if (state >= CUT && REASONS[state - CUT] !== 'depth') return;
    const reason = this.#refusal(candidate);
    if (reason) {
      if (state !== UNKNOWN) return;
      this.#note(id, candidate);
      this.#cut(id, reason);
      return;
    }
    this.#note(id, candidate);
    this.#order.set(id, this.#offered++);
    this.#queue(id);
  }

  #improve(id: number, candidate: Candidate): void {
    if (this.#purpose.get(id) !== TARGET || candidate.purpose === 'target') {
      const [rank, depth] = [this.#rank.get(id), this.#depth.get(id)];
      if (candidate.rank >= rank && candidate.depth >= depth) return;
      this.#rank.set(id, Math.min(rank, candidate.rank));
      this.#depth.set(id, Math.min(depth, candidate.depth));
      if (this.#purpose.get(id) !== TARGET) this.#place(id);
    } else if (this.#refusal(candidate) === null) {
      this.#targetsWaiting -= 1;
      this.#note(id, candidate);
      this.#queue(id);
    }
  }

  /** Writes down all there is to know of a candidate but its order. */
  #note(id: number, candidate: Candidate): void {
    const { url, foundOn, purpose, rank, depth, pagerSteps, frameDepth } = candidate;
    this.#purpose.set(id, PURPOSES.indexOf(purpose));
    this.#rank.set(id, rank);
    this.#depth.set(id, Math.min(depth, DEEPEST));
    this.#pagerSteps.set(id, Math.min(pagerSteps, DEEPEST));
    this.#frameDepth.set(id, Math.min(frameDepth, 0xff));
    const written = this.#book.add(url);
    this.#written.set(id, written === id ? 0 : written + 1);
    this.#foundOn.set(id, this.#book.add(foundOn));
  }

  #queue(id: number): void {
    this.#state.set(id, WAITING);
    if (this.#purpose.get(id) === TARGET) {
      this.#targets.push(id);
      this.#targetsWaiting += 1;
      return;
    }
    this.#pagesWaiting += 1;
    this.#place(id);
  }

  #place(id: number): void {
    const place = this.#placeOf(id);
    let known = this.#places.get(place);
    if (!known) this.#places.set(place, (known = words()));
    known.push(id);
  }

  #placeOf(id: number): number {
    return this.#rank.get(id) * (DEEPEST + 1) + this.#depth.get(id);
  }

  #isAt(id: number, place: number): boolean {
    const isPage = this.#state.get(id) === WAITING && this.#purpose.get(id) !== TARGET;
    return isPage && this.#placeOf(id) === place;
  }

  #urlOf(id: number): Url {
    const written = this.#written.get(id);
    return this.#book.urlOf(written === 0 ? id : written - 1);
  }

  #candidate(id: number): Candidate {
    return {
      url: this.#urlOf(id),
      foundOn: this.#book.urlOf(this.#foundOn.get(id)),
      purpose: PURPOSES[this.#purpose.get(id)] ?? 'page',
      rank: this.#rank.get(id),
      depth: this.#depth.get(id),
      pagerSteps: this.#pagerSteps.get(id),
      frameDepth: this.#frameDepth.get(id),
    };
  }

  #refusal(candidate: Candidate): CutTarget['reason'] | null {
    if (!this.#limits.mayVisit(candidate.url)) return 'robots';
    if (candidate.purpose === 'target') return null;
    const isDeep =
      candidate.depth > this.#limits.maxDepth ||
      candidate.pagerSteps > MAX_PAGER_STEPS ||
      candidate.frameDepth > MAX_FRAME_DEPTH ||
      isRunaway(candidate.url);
    return isDeep ? 'depth' : null;
  }

  #cut(id: number, reason: CutTarget['reason']): void {
    this.#state.set(id, CUT + REASONS.indexOf(reason));
    this.#order.set(id, this.#cuts.length);
    this.#cuts.push(id);
  }

  /** The pages to be fetched next, in order; empty when there are no more, or no budget. */
  takeWave(): Candidate[] {
    const left = Math.min(this.#limits.maxPages - this.#pagesTaken, MAX_WAVE);
    const isAmple = this.#limits.maxPages - this.#pagesTaken >= this.#pagesWaiting;
    const wave: Candidate[] = [];
    for (const place of [...this.#places.keys()].sort((a, b) => a - b)) {
      const waiting = this.#waitingAt(place);
      let next = 0;
      for (; next < waiting.length; next++) {
        const id = waiting[next] as number;
        const isNext = this.#rank.get(id) === (wave[0]?.rank ?? this.#rank.get(id));
        const isFiller = isAmple && wave.length < FULL_WAVE;
        if (wave.length >= left || !(isNext || isFiller)) break;
        this.#takeUp(id, wave);
      }
      if (next < waiting.length) {
        const left = words();
        for (; next < waiting.length; next++) left.push(waiting[next] ?? 0);
        this.#places.set(place, left);
        break;
      }
      this.#places.delete(place);
    }
    this.#pagesTaken += wave.length;
    if (wave.length === 0) this.#cutPages();
    return wave;
  }

  #takeUp(id: number, wave: Candidate[]): void {
    const one = this.#candidate(id);
    this.#pagesWaiting -= 1;
    if (this.#isOverShape(one)) this.#cut(id, 'budget');
    else {
      this.#state.set(id, TAKEN);
      wave.push(one);
    }
  }

  /** Those of a rank and depth that still wait there, in order of discovery. */
  #waitingAt(place: number): Uint32Array {
    const all = this.#places.get(place) ?? words();
    const waiting = new Uint32Array(all.length);
    let count = 0;
    for (let at = 0; at < all.length; at++) {
      const id = all.get(at);
      if (this.#isAt(id, place)) waiting[count++] = id;
    }
    return sortNumbers(
      waiting.subarray(0, count),
      (a, b) => this.#order.get(a) - this.#order.get(b),
    );
  }

  /** Cuts a page that was taken and will not be fetched after all; its budget is free again. */
  giveBack(url: Url): void {
    const id = this.#book.add(targetKey(url));
    if (this.#state.get(id) !== TAKEN) return;
    this.#pagesTaken -= 1;
    this.#cut(id, 'budget');
  }

  /** Cuts all that waits: there is no time for more. */
  cutAll(): void {
    this.#cutPages();
    for (const id of this.#chosen) this.#cut(id, 'budget');
    this.#chosen = new Uint32Array();
    for (const id of this.#waitingTargets()) this.#cut(id, 'budget');
    this.#targetsWaiting = 0;
  }

  /**
   * All targets, once the pages are done: hosts in turn, so that none is asked in a row. What the
   * budget leaves out is cut at once; each of the others is made when it is asked for.
   */
  takeTargets(): Iterable<Candidate> {
    const waiting = this.#waitingTargets();
    this.#chosen = this.#inTurn(waiting).slice(0, this.#limits.maxTargets);
    for (const id of this.#chosen) this.#state.set(id, TAKEN);
    this.#targetsWaiting = 0;
    for (const id of sortNumbers(waiting, (a, b) => this.#byPlace(a, b))) {
      if (this.#state.get(id) === WAITING) this.#cut(id, 'budget');
    }
    return this.#handOut();
  }

  *#handOut(): Generator<Candidate> {
    while (this.#chosen.length > 0) {
      const [id = 0] = this.#chosen;
      this.#chosen = this.#chosen.subarray(1);
      yield this.#candidate(id);
    }
  }

  /** In order of discovery, which is theirs in the list. */
  #waitingTargets(): Uint32Array {
    const waiting = new Uint32Array(this.#targetsWaiting);
    let count = 0;
    for (let at = 0; at < this.#targets.length; at++) {
      const id = this.#targets.get(at);
      if (this.#state.get(id) === WAITING && this.#purpose.get(id) === TARGET) {
        waiting[count++] = id;
      }
    }
    return waiting;
  }

  /** First of each host, then second of each host, and so on. */
  #inTurn(targets: Uint32Array): Uint32Array {
    const rounds = new Map<string, number>();
    const round = new Uint32Array(targets.length);
    for (const [index, id] of targets.entries()) {
      const host = hostOf(this.#urlOf(id));
      round[index] = rounds.get(host) ?? 0;
      rounds.set(host, (round[index] ?? 0) + 1);
    }
    const order = round.map((_, index) => index);
    sortNumbers(order, (a, b) => (round[a] ?? 0) - (round[b] ?? 0));
    return order.map((index) => targets[index] ?? 0);
  }

  #byPlace(a: number, b: number): number {
    return this.#placeOf(a) - this.#placeOf(b) || this.#order.get(a) - this.#order.get(b);
  }

  #isOverShape({ url }: Candidate): boolean {
    const shape = shapeOf(url);
    // An address without figures or parameters shares its shape with no other.
    if (!/[#?]/.test(shape)) return false;
    const count = (this.#shapes.get(shape) ?? 0) + 1;
    this.#shapes.set(shape, count);
    return count > shapeBudget(shape, this.#limits.maxPages);
  }

  #cutPages(): void {
    for (const place of [...this.#places.keys()].sort((a, b) => a - b)) {
      for (const id of this.#waitingAt(place)) this.#cut(id, 'budget');
    }
    this.#places.clear();
    this.#pagesWaiting = 0;
  }
}
