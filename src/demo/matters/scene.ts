import { chinaDate, type CivilDate, type Instant } from '#base/civil-date.ts';
import type { Desk } from '#office/desk.ts';
import { mapAtMost } from '#office/map-at-most.ts';

/** Who does something in a scene: somebody of the public, the office, whoever works for a unit. */
export type Seat = 'citizen' | 'inspector' | { unit: string };

/** A look at the page of a report, when it came in or after the answer. */
export interface CaptureLook {
  reportId: number;
  when: 'submitted' | 'answered';
  pageUrl: string;
  at: Instant;
}

/** What a history of matters is played on. */
export interface MatterStage {
  /** The desk of somebody at an instant of the history. */
  desk(seat: Seat, at: Instant): Desk;
  /** Number of a unit by the name that the plan gives it. */
  unitId(name: string): number;
  /** Looks at the page of a report, where the stage has pages that can be looked at. */
  capture?(look: CaptureLook): Promise<void>;
}

/** Something that happens at a moment. */
export interface Scene {
  at: Instant;
  /** Scenes of one matter follow each other; those of two may meet. Null: it is played alone. */
  matter: string | null;
  play(): Promise<void>;
}

/** Two cores write more than one, and the ledger takes one line at a time anyway. */
const MATTERS_AT_ONCE = 4;

/**
 * Plays scenes in the order in which they happen: days after each other, and of one day the matters
 * beside each other, as in an office. Each act bears the time of its scene.
 */
export async function playScenes(
  scenes: readonly Scene[],
  startOf: (at: Instant) => void,
): Promise<void> {
  for (const stretch of stretchesOf(inOrder(scenes))) {
    startOf(stretch[0]?.at ?? '');
    const matters = [...Map.groupBy(stretch, ({ matter }) => matter).values()];
    await mapAtMost(MATTERS_AT_ONCE, matters, async (own) => {
      for (const { play } of own) await play();
    });
  }
}

/** Of two at once, that which was planned first. */
export function inOrder(scenes: readonly Scene[]): Scene[] {
  return scenes.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Scenes of one day; one that is played alone is a stretch of its own. */
function stretchesOf(scenes: readonly Scene[]): Scene[][] {
  const stretches: Scene[][] = [];
  let before: Scene | null = null;
  for (const scene of scenes) {
    const isSame =
      before !== null &&
      before.matter !== null &&
      scene.matter !== null &&
      chinaDate(before.at) === chinaDate(scene.at);
    if (isSame) stretches.at(-1)?.push(scene);
    else stretches.push([scene]);
    before = scene;
  }
  return stretches;
}

/** A moment of a day in China, so many minutes after midnight. */
export function moment(day: CivilDate, minutes: number): Instant {
  const ms = Date.parse(`${day}T00:00:00.000+08:00`) + minutes * 60_000;
  return new Date(ms).toISOString();
}

/** Which of several is the next of a series, each in proportion to its share. */
export function spread<T>(shares: readonly (readonly [T, number])[]): T[] {
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  const owed = shares.map(([one, share]) => ({ one, share, debt: 0 }));
  return Array.from({ length: total }, () => {
    for (const each of owed) each.debt += each.share;
    const next = owed.reduce((best, each) => (each.debt > best.debt ? each : best));
    next.debt -= total;
    return next.one;
  });
}
