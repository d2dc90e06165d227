import type { MatterWords } from './matter-words.ts';

/** Why a text may be spam or abuse. */
export type Suspicion = 'insult' | 'advert' | 'links' | 'repetition';

const MOST_LINKS = 3;
/** Of the characters of a longer text; less than that is somebody leaning on a key. */
const LEAST_VARIETY = 0.1;
const LONG = 40;

/** What in a text makes a clerk look at it before a unit does. Nothing is refused by it. */
export function suspicionsOf(text: string, words: MatterWords): Suspicion[] {
  const plain = text.replace(/\s+/g, '');
  const holds = (list: readonly string[]) => list.some((word) => plain.includes(word));
  const links = [...text.matchAll(/https?:\/\//gi)].length;
  const characters = [...plain];
  const isMonotonous =
    characters.length >= LONG && new Set(characters).size / characters.length < LEAST_VARIETY;
  return [
    ...(holds(words.insults) ? ['insult' as const] : []),
    ...(holds(words.adverts) ? ['advert' as const] : []),
    ...(links > MOST_LINKS ? ['links' as const] : []),
    ...(isMonotonous ? ['repetition' as const] : []),
  ];
}
