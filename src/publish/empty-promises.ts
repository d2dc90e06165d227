import type { MatterWords } from './matter-words.ts';

/** A sentence of an answer that promises without a day, a number to call or a person in charge. */
export interface EmptyPromise {
  word: string;
  sentence: string;
  /** Where the word stands, in UTF-16 units. */
  from: number;
  to: number;
}

const sentences = /[^。！？!?；;\n]+[。！？!?；;\n]?/g;
const dates =
  /\d{1,4}\s*年|\d{1,2}\s*月(?:\s*\d{1,2}\s*日|底|初|中旬|下旬|上旬)|\d{1,2}\s*日前|\d{1,3}\s*(?:个工作日|天|日|小时|周|个月)(?:内|之内|以内)/;
const telephone =
  /(?<!\d)(?:0\d{2,3}[- ]?)?[2-9]\d{6,7}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)12345(?!\d)/;

/**
 * Promises in an answer that bind nobody: pointed out to who reviews it, never refused. A day has
 * to stand in the same sentence; a number to call or a person in charge anywhere in the answer.
 */
export function findEmptyPromises(answer: string, words: MatterWords): EmptyPromise[] {
  const hasSomebody =
    telephone.test(answer) || words.people.some((person) => answer.includes(person));
  if (hasSomebody) return [];
  return [...answer.matchAll(sentences)].flatMap(({ 0: sentence, index }) => {
    const isDated = dates.test(sentence) || words.days.some((day) => sentence.includes(day));
    const word = words.vaguePromises.find((vague) => sentence.includes(vague));
    if (isDated || word === undefined) return [];
    const from = index + sentence.indexOf(word);
    return [{ word, sentence: sentence.trim(), from, to: from + word.length }];
  });
}
