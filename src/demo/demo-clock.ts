import { setTimeout as sleep } from 'node:timers/promises';
import { assert } from '#base/assert.ts';
import { addDays, chinaDate, type Instant } from '#base/civil-date.ts';

/**
 * The clock of the demo. While the history is played it stands and is moved from one act to the
 * next; while sites are looked at it runs, faster than the world's; afterwards it runs as the
 * world's does, from where it stood. It never goes back.
 */
export class DemoClock {
  #atMs: number;
  #sinceMs = performance.now();
  #speed = 0;

  constructor(at: Instant) {
    this.#atMs = Date.parse(at);
  }

  readonly now = (): Instant => new Date(Math.floor(this.#nowMs())).toISOString();

  /** Moves it forward to an instant, and lets it stand there. */
  to(instant: Instant): void {
    const nowMs = this.#nowMs();
    const toMs = Date.parse(instant);
    assert(toMs >= nowMs, `the demo's clock goes back from ${this.now()} to ${instant}`);
    this.#set(toMs, 0);
  }

  /**
   * The same where it is not so late yet: on a slow machine, looking at sites may take longer by
   * this clock than planned.
   */
  notBefore(instant: Instant): void {
    if (instant > this.now()) this.to(instant);
  }

  /** Moves it to the next time it is nine in the morning in China. */
  toNextMorning(): void {
    const today = chinaInstant(chinaDate(this.now()), '09:00');
    this.to(today > this.now() ? today : chinaInstant(addDays(chinaDate(this.now()), 1), '09:00'));
  }

  /** Lets some time pass at once. */
  pass(minutes: number): void {
    this.#set(this.#nowMs() + minutes * 60_000, this.#speed);
  }

  /** From now on it runs so many times as fast as the world's; 0: it stands. */
  run(speed: number): void {
    this.#set(this.#nowMs(), speed);
  }

  /** Waits for a time of this clock. */
  async wait(waitMs: number, signal: AbortSignal): Promise<void> {
    assert(this.#speed > 0, 'nobody waits by a clock that stands');
    await sleep(waitMs / this.#speed, undefined, { signal }).catch(() => undefined);
  }

  #nowMs(): number {
    return this.#atMs + (performance.now() - this.#sinceMs) * this.#speed;
  }

  #set(atMs: number, speed: number): void {
    this.#atMs = atMs;
    this.#sinceMs = performance.now();
    this.#speed = speed;
  }
}

/** An instant of a day in China: `chinaInstant('2019-05-27', '09:30')`. */
export function chinaInstant(day: string, time: string): Instant {
  return new Date(`${day}T${time}:00+08:00`).toISOString();
}
