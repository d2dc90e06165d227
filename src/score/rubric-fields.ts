import { isPeriod, type Period } from '#base/period.ts';
import { type Centipoints, toCentipoints } from '#base/points.ts';
import type { Bilingual, Mark, Marked, Points } from '#domain/rubric.ts';
import { marks } from './known-names.ts';
import type { RubricMistakeCode } from './rubric-mistakes.ts';
import { hasMember, member, note, noteUnknown, type Place, shown } from './rubric-sheet.ts';

const wantedZh = {
  'a map': '键值对',
  'a list': '列表',
  'a text': '文字',
  'true or false': 'true 或 false',
  'a whole number': '整数',
  'a number from 0 to 1': '0 至 1 之间的数',
} as const;

function noteType(place: Place, wanted: keyof typeof wantedZh): void {
  const key = String(place.path.at(-1) ?? place.sheet.file);
  note(place, 'wrong-type', {
    key,
    wanted,
    wantedZh: wantedZh[wanted],
    found: shown(place.value),
  });
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Checks that a place is a map with all the required keys and no others than these. */
export function checkKeys(
  place: Place,
  required: readonly string[],
  optional: readonly string[] = [],
): boolean {
  if (!isMap(place.value)) {
    noteType(place, 'a map');
    return false;
  }
  const known = [...required, ...optional];
  for (const key of Object.keys(place.value)) {
    if (!known.includes(key)) noteUnknown(member(place, key), 'unknown-key', key, known);
  }
  for (const key of required) {
    if (hasMember(place, key)) continue;
    if (key === 'mark') note(place, 'mark-missing');
    else note(place, 'key-missing', { key });
  }
  return true;
}

/** The members of a map, whose keys must be among `known` (any, when null). */
export function readMembers<T>(
  place: Place,
  known: readonly string[] | null,
  code: RubricMistakeCode,
  read: (place: Place, key: string) => T,
): [string, T][] {
  if (place.value === undefined) return [];
  if (!isMap(place.value)) {
    noteType(place, 'a map');
    return [];
  }
  return Object.keys(place.value).flatMap((key): [string, T][] => {
    const inner = member(place, key);
    if (known === null || known.includes(key)) return [[key, read(inner, key)]];
    noteUnknown(inner, code, key, known);
    return [];
  });
}

/** The items of a list; nothing when it is missing (its map says so) or no list. */
export function readList<T>(place: Place, read: (place: Place) => T): T[] {
  if (place.value === undefined) return [];
  if (!Array.isArray(place.value)) {
    noteType(place, 'a list');
    return [];
  }
  return place.value.map((_, index) => read(member(place, index)));
}

/** A text that is not empty. Missing required members are noted by `checkKeys`. */
export function readText(place: Place): string {
  if (typeof place.value === 'string' && place.value.trim() !== '') return place.value.trim();
  if (place.value !== undefined) noteType(place, 'a text');
  return '';
}

/** A text, or null when the member is not there. */
export function readOptionalText(place: Place): string | null {
  return place.value === undefined ? null : readText(place);
}

/** A stable name: small letters, digits, hyphens. */
export function readId(place: Place): string {
  const id = readText(place);
  if (id !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) note(place, 'bad-id', { found: id });
  return id;
}

/** The same in Chinese and English. */
export function readBilingual(place: Place): Bilingual {
  if (place.value === undefined || !checkKeys(place, ['zh', 'en'])) return { zh: '', en: '' };
  return { zh: readText(member(place, 'zh')), en: readText(member(place, 'en')) };
}

/** One of a closed set of names; the first of them when it is none. */
export function readChoice<T extends string>(
  place: Place,
  choices: readonly T[],
  code: RubricMistakeCode = 'unknown-name',
): T {
  const found = choices.find((choice) => choice === place.value);
  if (found === undefined && place.value !== undefined) {
    noteUnknown(place, code, shown(place.value), choices);
  }
  return found ?? (choices[0] as T);
}

/** H, M, I or R. A missing mark is noted by `checkKeys`; a wrong one here. */
export function readMark(place: Place): Mark {
  return readChoice(place, marks);
}

/** true or false. */
export function readBoolean(place: Place): boolean {
  if (typeof place.value !== 'boolean' && place.value !== undefined) {
    noteType(place, 'true or false');
  }
  return place.value === true;
}

/** A whole number from 0. */
export function readCount(place: Place): number {
  if (Number.isSafeInteger(place.value) && Number(place.value) >= 0) return Number(place.value);
  if (place.value !== undefined) noteType(place, 'a whole number');
  return 0;
}

/** A share from 0 to 1. */
export function readShare(place: Place): number {
  const { value } = place;
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  if (value !== undefined) noteType(place, 'a number from 0 to 1');
  return 0;
}

/** A clock: P14D, P6M, P1Y. */
export function readPeriod(place: Place): Period {
  const { value } = place;
  if (typeof value === 'string' && isPeriod(value)) return value;
  if (value !== undefined) note(place, 'bad-period', { found: shown(value) });
  return 'P1Y';
}

/** Points that must be known, 0 to 1000 with at most two decimals. */
export function readKnownPoints(place: Place): Centipoints {
  return centipointsAt(place, { zh: '', en: '' }) ?? 0;
}

/** Points, or the word `unknown`. */
export function readPoints(place: Place): Points {
  if (place.value === 'unknown') return 'unknown';
  return centipointsAt(place, { zh: '，或 unknown', en: ', or unknown' }) ?? 'unknown';
}

function centipointsAt(place: Place, other: Bilingual): Centipoints | null {
  const { value } = place;
  if (value === undefined) return null;
  if (typeof value === 'number' && value >= 0 && value <= 1000) {
    const scaled = value * 100;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-7) return toCentipoints(value);
  }
  note(place, 'bad-points', { found: shown(value), unknown: other.en, unknownZh: other.zh });
  return null;
}

/** `{ value, mark, note }`. */
export function readMarked<T>(place: Place, read: (place: Place) => T): Marked<T> {
  if (place.value !== undefined) checkKeys(place, ['value', 'mark'], ['note']);
  return {
    value: read(member(place, 'value')),
    mark: readMark(member(place, 'mark')),
    note: readOptionalText(member(place, 'note')),
  };
}
