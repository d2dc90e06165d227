import { Refusal } from '#base/refusal.ts';
import { parseYaml, type YamlText } from '#base/yaml.ts';
import type { ChannelKind } from '#domain/channel.ts';
import type { GuideElement } from '#domain/page.ts';
import { newPageMemory, type PageMemory } from './page-memory.ts';
import { compileSoughtWords } from './sought-words.ts';
import type { WordFinder } from './word-finder.ts';
import { compileMonthNames, MONTH_FILE, type MonthNames } from './month-names.ts';

/** A list of words as a lookup: the longest that stands in a text. */
export interface PhraseSet {
  words: string[];
  pattern: RegExp;
}

/** Kinds of channels by tag and name; see `lexicons/channel-kinds.yaml`. */
export interface ChannelKinds {
  tags: Map<string, { kind: ChannelKind; broad: boolean }>;
  exact: Map<string, ChannelKind>;
  /** Longest first, then as in the file. */
  contains: { part: string; kind: ChannelKind }[];
  inherited: Set<ChannelKind>;
}

/** All word knowledge of the reader, compiled from the files under `lexicons/`. */
export interface Lexicon {
  channels: ChannelKinds;
  guide: { elements: Map<GuideElement, PhraseSet>; downloads: PhraseSet; systems: PhraseSet };
  /** Other word lists as `file/key`: `blank-phrases/phrases`, `page-words/home`. */
  phrases: Map<string, PhraseSet>;
  /** The words that readers seek in the texts of a page, in one. */
  sought: WordFinder;
  /** What was seen on pages before: a memory of its own, as long as the lexicon is used. */
  memory: PageMemory;
  /** Months written out, in many languages. */
  monthNames: MonthNames;
}

const CHANNEL_KINDS: ReadonlySet<string> = new Set<ChannelKind>([
  'home',
  'news',
  'notices',
  'policy-documents',
  'interpretation',
  'personnel',
  'plans',
  'statistics',
  'overview',
  'functions',
  'leaders',
  'disclosure',
  'consultation',
  'complaint',
  'public-replies',
  'survey',
  'interview',
  'service',
  'service-statistics',
  'downloads',
  'special',
  'other',
]);
const GUIDE_ELEMENTS: ReadonlySet<string> = new Set<GuideElement>([
  'item-name',
  'legal-basis',
  'conditions',
  'materials',
  'place',
  'hours',
  'telephone',
  'procedure',
]);

/** The files a lexicon needs, and the lists each plain one must hold. */
const PLAIN_FILES: Record<string, string[]> = {
  'blank-phrases': ['phrases', 'exact'],
  'soft-404-phrases': ['phrases', 'unless'],
  'challenge-phrases': ['phrases', 'scripts'],
  'interaction-words': [
    'answered',
    'unanswered',
    'complaint',
    'consultation',
    'asked',
    'answeredAt',
    'results',
    'titleHeads',
    'statusHeads',
    'kindHeads',
    'forms',
  ],
  'page-words': [
    'siteMap',
    'breadcrumb',
    'home',
    'sideHeadings',
    'more',
    'published',
    'notPublished',
    'source',
    'sourceStops',
    'organiser',
    'telephone',
    'errorReport',
    'partyMark',
    'pager',
  ],
};

interface File {
  name: string;
  yaml: YamlText;
  root: Record<string, unknown>;
}

type Path = (string | number)[];

/**
 * Compiles the texts of the lexicon files, by file name (`channel-kinds.yaml` …). A mistake is a
 * Refusal `lexicon-mistake` with file and line, a missing file `lexicon-missing`.
 */
export function compileLexicon(texts: Record<string, string>): Lexicon {
  const phrases = new Map<string, PhraseSet>();
  for (const [name, keys] of Object.entries(PLAIN_FILES)) {
    const file = openFile(texts, `${name}.yaml`);
    for (const key of keys) phrases.set(`${name}/${key}`, phraseSet(wordsAt(file, [key], true)));
  }
  const guide = compileGuide(openFile(texts, 'guide-elements.yaml'));
  return {
    channels: compileChannels(openFile(texts, 'channel-kinds.yaml')),
    guide,
    phrases,
    sought: compileSoughtWords(phrases, guide.elements),
    memory: newPageMemory(),
    monthNames: compileMonthNames(textOf(texts, MONTH_FILE)),
  };
}

/** A word list by its name; a name that is not there is a programmer's mistake. */
export function phrasesOf(lexicon: Lexicon, name: string): PhraseSet {
  const set = lexicon.phrases.get(name);
  if (set === undefined) throw new TypeError(`no such word list: ${name}`);
  return set;
}

/** The first (of several at one place, the longest) word of a set in a text, and where. */
export function findPhrase(set: PhraseSet, text: string): { word: string; at: number } | null {
  const match = set.pattern.exec(text);
  return match ? { word: match[0], at: match.index } : null;
}

const wholes = new WeakMap<PhraseSet, Set<string>>();

/** Whether a text is one of the words, and nothing more. */
export function isPhrase(set: PhraseSet, text: string): boolean {
  let whole = wholes.get(set);
  if (whole === undefined) {
    whole = new Set(set.words.map((word) => word.toLowerCase()));
    wholes.set(set, whole);
  }
  return whole.has(text.toLowerCase());
}

function phraseSet(words: string[]): PhraseSet {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  const escaped = sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { words, pattern: new RegExp(escaped.length > 0 ? escaped.join('|') : '(?!)', 'i') };
}

function textOf(texts: Record<string, string>, name: string): string {
  const text = texts[name];
  if (text === undefined) throw new Refusal('lexicon-missing', { file: name });
  return text;
}

function openFile(texts: Record<string, string>, name: string): File {
  const text = textOf(texts, name);
  const yaml = parseYaml(text);
  const mistake = yaml.mistakes[0];
  if (mistake) refuse(name, mistake.line, mistake.message);
  const root = yaml.value;
  if (!isRecord(root)) return refuse(name, 1, 'the file must be a mapping');
  const file = { name, yaml, root };
  if (root['version'] !== 1) fail(file, ['version'], 'version must be 1');
  return file;
}

function refuse(file: string, line: number, message: string): never {
  throw new Refusal('lexicon-mistake', { file, line, message });
}

function fail(file: File, path: Path, message: string): never {
  refuse(file.name, file.yaml.lineOf(path), `${path.join('.')}: ${message}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(file: File, path: Path): unknown {
  let value: unknown = file.root;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else value = isRecord(value) ? value[String(step)] : undefined;
  }
  return value;
}

function wordsAt(file: File, path: Path, isRequired: boolean): string[] {
  const value = valueAt(file, path);
  if (value === undefined && !isRequired) return [];
  if (!Array.isArray(value)) return fail(file, path, 'must be a list of words');
  return value.map((word: unknown, index) => {
    if (typeof word !== 'string' || word.trim() === '') {
      return fail(file, [...path, index], 'must be a word (put numbers in quotes)');
    }
    return word;
  });
}

function recordsAt(file: File, path: Path): Record<string, unknown>[] {
  const value = valueAt(file, path);
  if (!Array.isArray(value)) return fail(file, path, 'must be a list');
  return value.map((item: unknown, index) =>
    isRecord(item) ? item : fail(file, [...path, index], 'must be a mapping'),
  );
}

function kindAt(file: File, path: Path): ChannelKind {
  const value = valueAt(file, path);
  if (typeof value === 'string' && CHANNEL_KINDS.has(value)) return value as ChannelKind;
  return fail(file, path, `no such kind of channel: ${String(value)}`);
}

function compileChannels(file: File): ChannelKinds {
  const kinds: ChannelKinds = {
    tags: new Map(),
    exact: new Map(),
    contains: [],
    inherited: new Set(),
  };
  for (const index of recordsAt(file, ['kinds']).keys()) {
    const kind = kindAt(file, ['kinds', index, 'kind']);
    const broad = new Set(wordsAt(file, ['kinds', index, 'broad'], false));
    for (const tag of wordsAt(file, ['kinds', index, 'tags'], false)) {
      kinds.tags.set(tag, { kind, broad: broad.has(tag) });
    }
    for (const name of wordsAt(file, ['kinds', index, 'exact'], false)) kinds.exact.set(name, kind);
    for (const part of wordsAt(file, ['kinds', index, 'contains'], false)) {
      kinds.contains.push({ part, kind });
    }
  }
  kinds.contains.sort((a, b) => b.part.length - a.part.length);
  for (const index of wordsAt(file, ['inherited'], true).keys()) {
    kinds.inherited.add(kindAt(file, ['inherited', index]));
  }
  return kinds;
}

function compileGuide(file: File): Lexicon['guide'] {
  const elements = new Map<GuideElement, PhraseSet>();
  for (const [index, record] of recordsAt(file, ['elements']).entries()) {
    const name = String(record['element']);
    if (!GUIDE_ELEMENTS.has(name)) {
      fail(file, ['elements', index, 'element'], `no such element: ${name}`);
    }
    const labels = wordsAt(file, ['elements', index, 'labels'], true);
    elements.set(name as GuideElement, phraseSet(labels));
  }
  return {
    elements,
    downloads: phraseSet(wordsAt(file, ['downloads'], true)),
    systems: phraseSet(wordsAt(file, ['systems'], true)),
  };
}
