import type { Item } from '../../api/use-ask.ts';
import { rateWords } from '../../words/figures.ts';

export type Round = Item<'GET /rounds'>;

const unfinished = ['running', 'reviewing', 'hearing', 'drafted', 'signed'];

/** Rounds whose result the office stands for. */
export function publishedRounds(rounds: readonly Round[]): Round[] {
  return rounds.filter(({ state }) => state === 'published' || state === 'closed');
}

/** Rounds that are still under way, newest first. */
export function openRounds(rounds: readonly Round[]): Round[] {
  return rounds.filter(({ state }) => unfinished.includes(state));
}

/** Passed of judged; incomplete ones are neither. */
export function passRate({ pass, fail }: Round): { rate: number | null; words: string } {
  const judged = pass + fail;
  if (judged === 0) return { rate: null, words: '—' };
  return { rate: (pass / judged) * 100, words: `${pass}/${judged} = ${rateWords(pass, judged)}` };
}
