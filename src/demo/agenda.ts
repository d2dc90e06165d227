import type { Instant } from '#base/civil-date.ts';
import type { DemoClock } from './demo-clock.ts';
import { inOrder, playScenes, type Scene } from './matters/scene.ts';

/**
 * What goes on beside the chapters: citizens write on every day of the year, whatever the office is
 * about. A chapter that moves on in time lets happen what is due until then.
 */
export class Agenda {
  readonly #clock: DemoClock;
  readonly #signal: AbortSignal;
  #scenes: Scene[] = [];

  constructor(clock: DemoClock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
  }

  add(scenes: readonly Scene[]): void {
    this.#scenes = inOrder([...this.#scenes, ...scenes]);
  }

  /** Plays what is due, and moves the clock to an instant where it is not so late yet. */
  async passTo(instant: Instant): Promise<void> {
    const due = this.#scenes.filter(({ at }) => at <= instant);
    this.#scenes = this.#scenes.slice(due.length);
    await playScenes(due, (at) => {
      this.#signal.throwIfAborted();
      this.#clock.notBefore(at);
    });
    this.#clock.notBefore(instant);
  }
}
