/** A programmer's mistake: crashes the job, is never caught to carry on. */
export class AssertionFailure extends Error {
  override name = 'AssertionFailure';
}

/** Crashes with `message` unless `condition` holds. For our own mistakes only, never for the world's or a user's. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}

/** The value, which must be there; crashes with `message` when it is not. */
export function present<T>(value: T | null | undefined, message: string): T {
  assert(value !== null && value !== undefined, message);
  return value;
}
