import { Problem } from './problem.ts';

/** Asks the person for a code; true once one was right, false when they gave up. */
export type CodeAsker = () => Promise<boolean>;

let asker: CodeAsker | null = null;

/** Who asks for codes from now on; null: nobody. */
export function askCodesBy(next: CodeAsker | null): void {
  asker = next;
}

/** Does an act; where it is refused for want of a fresh code, asks for one and does it again. */
export async function withSecondFactor<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const isWanting = error instanceof Problem && error.code === 'second-factor-needed';
    if (!isWanting || asker === null || !(await asker())) throw error;
    return await act();
  }
}
