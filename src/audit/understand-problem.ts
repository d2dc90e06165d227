import type { ChannelKind } from '#domain/channel.ts';
import type { Charge } from './annex-row.ts';
import type { Phrase, PhraseBook } from './phrases.ts';

/** What a channel of this path of names is for, by the lexicon of the reader. */
export type KindOfChannel = (path: readonly string[]) => ChannelKind;

/** A phrase with the pattern that knows it. */
export interface UnderstoodPhrase {
  charge: Charge;
  also: Charge | null;
  ambiguous: Phrase['ambiguous'];
}

const WINDOW = /^(?:监测)?(?:时间点前)?\d+(?:周|个月|年)(?:内)?，?/u;

/**
 * The phrases of one problem text. A text may join several by commas or 、: the longest known
 * phrase from the left is taken first. What no pattern knows is handed back in `rest`.
 */
export function understandProblem(
  text: string,
  book: PhraseBook,
  kindOf: KindOfChannel,
): { phrases: UnderstoodPhrase[]; rest: string[] } {
  const whole = understandPhrase(text, book, kindOf);
  if (whole) return { phrases: [whole], rest: [] };
  for (const separator of ['，', '、']) {
    const pieces = text.split(separator);
    if (pieces.length > 1) {
      const found = takeFromLeft(pieces, separator, book, kindOf);
      if (found.phrases.length > 0) return found;
    }
  }
  return { phrases: [], rest: [text] };
}

function takeFromLeft(
  pieces: readonly string[],
  separator: string,
  book: PhraseBook,
  kindOf: KindOfChannel,
): { phrases: UnderstoodPhrase[]; rest: string[] } {
  const phrases: UnderstoodPhrase[] = [];
  const rest: string[] = [];
  for (let start = 0; start < pieces.length; ) {
    let end = pieces.length;
    let found: UnderstoodPhrase | null = null;
    while (end > start && !found) {
      found = understandPhrase(pieces.slice(start, end).join(separator), book, kindOf);
      if (!found) end--;
    }
    if (found) phrases.push(found);
    else rest.push(pieces[start] ?? '');
    start = Math.max(end, start + 1);
  }
  return { phrases, rest };
}

function understandPhrase(
  text: string,
  book: PhraseBook,
  kindOf: KindOfChannel,
): UnderstoodPhrase | null {
  const bare = text.replace(WINDOW, '');
  for (const phrase of book.phrases) {
    const match = phrase.pattern.exec(text) ?? phrase.pattern.exec(bare);
    if (match) return fromMatch(text, phrase, match.groups ?? {}, kindOf);
  }
  return null;
}

function fromMatch(
  text: string,
  phrase: Phrase,
  groups: Record<string, string | undefined>,
  kindOf: KindOfChannel,
): UnderstoodPhrase {
  const isChannel = phrase.finding === 'channel-stale' || phrase.finding === 'channel-blank';
  const names = isChannel && groups.names ? groups.names.split('、') : [];
  const channels = names.map((name) => ({ name, kind: kindOrClock(name, groups.clock, kindOf) }));
  const counted = groups.count ?? groups.count2;
  const charge: Charge = {
    kind: phrase.finding,
    count: counted === undefined ? Math.max(1, channels.length) : Number(counted),
    position: phrase.position,
    channels,
    phrase: text,
  };
  const also = phrase.also ? { ...charge, kind: phrase.also } : null;
  return { charge, also, ambiguous: phrase.ambiguous };
}

/**
 * The class prices, not the stated age (as in row 21 of the circular of 2019 Q2, see
 * docs/rubrics.md); the age helps only the nameless.
 */
function kindOrClock(name: string, clock: string | undefined, kindOf: KindOfChannel): ChannelKind {
  const kind = kindOf(name.split('>'));
  if (isClocked(kind) || clock === undefined) return kind;
  if (clock.endsWith('周')) return 'news';
  return clock.endsWith('个月') ? 'policy-documents' : 'plans';
}

function isClocked(kind: ChannelKind): boolean {
  const clocked: ChannelKind[] = [
    'news',
    'notices',
    'policy-documents',
    'interpretation',
    'personnel',
    'plans',
    'statistics',
  ];
  return clocked.includes(kind);
}
