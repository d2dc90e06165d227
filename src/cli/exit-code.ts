import type { RefusalCode } from '#base/refusal.ts';

/** 0 fine, 1 findings or an act refused, 2 a call that cannot be carried out as written. */
export type ExitCode = 0 | 1 | 2;

/** Refusals of an act that was called rightly; all others are the caller's input. */
const actsRefused: ReadonlySet<string> = new Set([
  'circular-contradicts',
  'circular-unmeasured',
  'database-unmigrated',
  'database-newer',
]);

/** The exit code that a refusal ends a command with. */
export function exitCodeOf(code: RefusalCode): ExitCode {
  return actsRefused.has(code) ? 1 : 2;
}
