import { hostOf, targetKey, type Url } from '#base/url.ts';
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
const FULL_WAVE = 64;

interface Queued extends Candidate {
  key: string;
  /** Order of discovery. */
  order: number;
}

/**
 * What is fetched next. Candidates go in, in a fixed order; waves come out: breadth first, lists
 * before articles, each address once (by `targetKey`). What goes in decides what comes out, never
 * how fast anything was, so two runs over the same site visit the same addresses. Pure.
 */
export class Frontier {
  readonly #limits: FrontierLimits;
  readonly #pages = new Map<string, Queued>();
  readonly #targets = new Map<string, Queued>();
  readonly #taken = new Set<string>();
  readonly #cut = new Map<string, CutTarget>();
  readonly #shapes = new Map<string, number>();
  #pagesTaken = 0;
  #offered = 0;

  constructor(limits: FrontierLimits) {
    this.#limits = limits;
  }

  /** Addresses that wait. */
  get queued(): number {
    return this.#pages.size + this.#targets.size;
  }

  /** What will not be visited, and why, in order of discovery. Final after the last wave. */
  get cut(): CutTarget[] {
    return [...this.#cut.values()];
  }

  /** Counts an address as visited already (the homepage, the random path). */
  take(url: Url, isPage: boolean): void {
    this.#taken.add(targetKey(url));
    if (isPage) this.#pagesTaken += 1;
  }

  /** Takes up a candidate, unless it is known; a better way to a waiting one improves its place. */
  offer(candidate: Candidate): void {
    const key = targetKey(candidate.url);
    if (this.#taken.has(key)) return;
    const waiting = this.#pages.get(key) ?? this.#targets.get(key);
    if (waiting) return this.#improve(waiting, candidate);
    const known = this.#cut.get(key);
    if (known && known.reason !== 'depth') return;
    const reason = this.#refusal(candidate);
    if (reason) {
      if (!known) this.#cut.set(key, cutOf(candidate, reason));
      return;
    }
    this.#cut.delete(key);
    const queue = candidate.purpose === 'target' ? this.#targets : this.#pages;
    queue.set(key, { ...candidate, key, order: this.#offered++ });
  }

  #improve(waiting: Queued, candidate: Candidate): void {
    if (waiting.purpose !== 'target' || candidate.purpose === 'target') {
      waiting.rank = Math.min(waiting.rank, candidate.rank);
      waiting.depth = Math.min(waiting.depth, candidate.depth);
    } else if (this.#refusal(candidate) === null) {
      this.#targets.delete(waiting.key);
      this.#pages.set(waiting.key, { ...candidate, key: waiting.key, order: waiting.order });
    }
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

  /** The pages to be fetched next, in order; empty when there are no more, or no budget. */
  takeWave(): Candidate[] {
    const waiting = [...this.#pages.values()].sort(byPlace);
    const left = this.#limits.maxPages - this.#pagesTaken;
    const isAmple = left >= waiting.length;
    const wave: Candidate[] = [];
    for (const one of waiting) {
      const isNext = one.rank === (wave[0]?.rank ?? one.rank);
      const isFiller = isAmple && wave.length < FULL_WAVE;
      if (wave.length >= left || !(isNext || isFiller)) break;
      this.#pages.delete(one.key);
      this.#taken.add(one.key);
      if (this.#isOverShape(one)) this.#cut.set(one.key, cutOf(one, 'budget'));
      else wave.push(one);
    }
    this.#pagesTaken += wave.length;
    if (wave.length === 0) this.#cutRest(this.#pages);
    return wave;
  }

  /** Takes back budget for pages that were taken and will not be fetched after all. */
  giveBack(pages: number): void {
    this.#pagesTaken -= pages;
  }

  /** All targets, once the pages are done: hosts in turn, so that none is asked in a row. */
  takeTargets(): Candidate[] {
    const targets = inTurn([...this.#targets.values()]).slice(0, this.#limits.maxTargets);
    for (const one of targets) {
      this.#targets.delete(one.key);
      this.#taken.add(one.key);
    }
    this.#cutRest(this.#targets);
    return targets;
  }

  #isOverShape({ url }: Queued): boolean {
    const shape = shapeOf(url);
    const count = (this.#shapes.get(shape) ?? 0) + 1;
    this.#shapes.set(shape, count);
    return count > shapeBudget(shape, this.#limits.maxPages);
  }

  #cutRest(queue: Map<string, Queued>): void {
    for (const one of [...queue.values()].sort(byPlace)) {
      this.#cut.set(one.key, cutOf(one, 'budget'));
    }
    queue.clear();
  }
}

function byPlace(a: Queued, b: Queued): number {
  return a.rank - b.rank || a.depth - b.depth || a.order - b.order;
}

function cutOf({ url, foundOn }: Candidate, reason: CutTarget['reason']): CutTarget {
  return { url, foundOn, reason };
}

/** First of each host, then second of each host, and so on. */
function inTurn(targets: readonly Queued[]): Queued[] {
  const rounds = new Map<string, number>();
  const placed = targets.map((one) => {
    const host = hostOf(one.url);
    const round = rounds.get(host) ?? 0;
    rounds.set(host, round + 1);
    return { one, round };
  });
  placed.sort((a, b) => a.round - b.round || a.one.order - b.one.order);
  return placed.map(({ one }) => one);
}
