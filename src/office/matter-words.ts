import { type MatterWords, parseMatterWords } from '#publish/matter-words.ts';
import { loadLexiconTexts } from '#store/load-data.ts';

let words: MatterWords | null = null;

/** The packaged word knowledge of matters, read once. */
export function matterWords(): MatterWords {
  words ??= parseMatterWords(loadLexiconTexts()['public-matters.yaml'] ?? '');
  return words;
}
