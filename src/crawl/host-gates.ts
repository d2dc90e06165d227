import { FetchError } from './failure-reason.ts';
import type { Net } from './net.ts';
import { onAbort } from './on-abort.ts';
import { initialPace, type Pace, type PaceSample, paceAfter } from './politeness.ts';

interface Waiter {
  ceiling: number;
  admit: () => void;
}

interface Gate {
  pace: Pace;
  running: number;
  waiting: Waiter[];
  nextAtMs: number;
  delayMs: number;
  timer: NodeJS.Timeout | null;
}

/** Requests of one net at once, whatever the number of sites. */
const MAX_RUNNING = 512;

const gatesByNet = new WeakMap<Net, HostGates>();

/** The gates of a net: two sites that link to one host share its pace. */
export function gatesOf(net: Net): HostGates {
  const gates = gatesByNet.get(net) ?? new HostGates();
  gatesByNet.set(net, gates);
  return gates;
}

/** Lets requests through to each host as its pace allows; shared by all who use one net. */
export class HostGates {
  readonly #gates = new Map<string, Gate>();
  /** Gates that wait for the whole net, not for their own host. */
  readonly #held = new Set<Gate>();
  readonly #maxRunning: number;
  #running = 0;

  constructor(maxRunning = MAX_RUNNING) {
    this.#maxRunning = maxRunning;
  }

  /**
   * Waits for a turn at `host`, of which at most `ceiling` are given at once; rejects when
   * `signal` is aborted.
   */
  enter(host: string, ceiling: number, signal: AbortSignal): Promise<void> {
    const gate = this.#gateOf(host);
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(stopped());
      const forget = onAbort(signal, () => {
        gate.waiting = gate.waiting.filter((one) => one !== waiter);
        reject(stopped());
      });
      const admit = () => {
        forget();
        resolve();
      };
      const waiter: Waiter = { ceiling, admit };
      gate.waiting.push(waiter);
      this.#pump(gate);
    });
  }

  /** Gives the turn back, with what the host showed (null: nothing that tells of its load). */
  leave(host: string, ceiling: number, sample: PaceSample | null): void {
    const gate = this.#gateOf(host);
    gate.running -= 1;
    this.#running -= 1;
    if (sample) gate.pace = paceAfter(gate.pace, sample, ceiling);
    this.#pump(gate);
    for (const held of this.#held) {
      if (this.#running >= this.#maxRunning) return;
      this.#held.delete(held);
      this.#pump(held);
    }
  }

  /** No request to the host for so long, from now; gives by how much its wait grew. */
  pause(host: string, waitMs: number): number {
    const gate = this.#gateOf(host);
    const now = performance.now();
    const waited = Math.max(0, gate.nextAtMs - now);
    gate.nextAtMs = Math.max(gate.nextAtMs, now + waitMs);
    return Math.max(0, waitMs - waited);
  }

  /** From now on at least so long between the starts of two requests. */
  space(host: string, delayMs: number): void {
    this.#gateOf(host).delayMs = delayMs;
  }

  #gateOf(host: string): Gate {
    const known = this.#gates.get(host);
    if (known) return known;
    const gate: Gate = {
      pace: initialPace(),
      running: 0,
      waiting: [],
      nextAtMs: 0,
      delayMs: 0,
      timer: null,
    };
    this.#gates.set(host, gate);
    return gate;
  }

  /** Admits as many as may go now. */
  #pump(gate: Gate): void {
    for (let first = gate.waiting[0]; first; first = gate.waiting[0]) {
      if (gate.running >= Math.min(gate.pace.limit, first.ceiling)) return;
      if (this.#running >= this.#maxRunning) {
        this.#held.add(gate);
        return;
      }
      const waitMs = gate.nextAtMs - performance.now();
      if (waitMs > 0) return this.#pumpLater(gate, waitMs);
      gate.waiting.shift();
      gate.running += 1;
      this.#running += 1;
      if (gate.delayMs > 0) gate.nextAtMs = performance.now() + gate.delayMs;
      first.admit();
    }
  }

  #pumpLater(gate: Gate, waitMs: number): void {
    gate.timer ??= setTimeout(() => {
      gate.timer = null;
      this.#pump(gate);
    }, waitMs);
  }
}

function stopped(): FetchError {
  return new FetchError('ours', 'stopped');
}
