import type { Entry, InteractionEvent } from '#domain/page.ts';
import { findPhrase, type Lexicon, phrasesOf } from './lexicon.ts';

/** The entries of a survey or interview list as events; a notice of results is marked as one. */
export function readEvents(
  entries: readonly Entry[],
  kind: InteractionEvent['kind'],
  lexicon: Lexicon,
): InteractionEvent[] {
  const results = phrasesOf(lexicon, 'interaction-words/results');
  return entries.map(({ title, url, date }) => ({
    kind,
    title,
    url,
    heldAt: date,
    isResult: kind === 'survey' && isResultTitle(title, findPhrase(results, title)),
  }));
}

/** `关于…调查结果的公示`; not `关于公开征求…公示办法意见`. */
function isResultTitle(title: string, found: { word: string; at: number } | null): boolean {
  if (!found) return false;
  const rest = title.length - found.at - found.word.length;
  return rest <= 12 && !/征求|征集.{0,6}意见$/.test(title.slice(found.at + found.word.length));
}
