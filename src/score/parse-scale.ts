import type { Scale, SiteClass } from '#domain/rubric.ts';
import {
  checkKeys,
  readChoice,
  readKnownPoints,
  readList,
  readMark,
  readMarked,
  readOptionalText,
  readShare,
} from './rubric-fields.ts';
import { hasMember, member, type Place } from './rubric-sheet.ts';

const SCALE = [
  'full',
  'floor',
  'passLine',
  'vetoScore',
  'bonus',
  'maxUnmeasuredShare',
  'unknownPoints',
];

/** Reads `scale`: from what to what a score runs, and its lines. */
export function parseScale(place: Place): Scale {
  checkKeys(place, SCALE);
  const at = (key: string) => member(place, key);
  const points = (key: string) => readMarked(at(key), readKnownPoints);
  return {
    full: points('full'),
    floor: points('floor'),
    passLine: points('passLine'),
    vetoScore: isNone(at('vetoScore')) ? null : points('vetoScore'),
    bonus: parseBonus(at('bonus')),
    maxUnmeasuredShare: readMarked(at('maxUnmeasuredShare'), readShare),
    unknownPoints: readChoice(at('unknownPoints'), ['unpriced', 'incomplete']),
  };
}

function isNone(place: Place): boolean {
  return place.value === 'none' || place.value === undefined;
}

function parseBonus(place: Place): Scale['bonus'] {
  if (isNone(place)) return null;
  checkKeys(place, ['maximum', 'opensAbove']);
  return {
    maximum: readMarked(member(place, 'maximum'), readKnownPoints),
    opensAbove: readMarked(member(place, 'opensAbove'), readKnownPoints),
  };
}

/** Reads how one kind of site is judged. */
export function parseClass(place: Place, groups: readonly string[]): SiteClass {
  checkKeys(place, ['scoring', 'mark'], ['skipGroups', 'rescale', 'note']);
  const at = (key: string) => member(place, key);
  return {
    scoring: readChoice(at('scoring'), ['points', 'veto-only']),
    skipGroups: readList(at('skipGroups'), (item) => readChoice(item, groups)),
    rescale: hasMember(place, 'rescale') ? parseRescale(at('rescale')) : null,
    mark: readMark(at('mark')),
    note: readOptionalText(at('note')),
  };
}

/** `{ from, to }`, or `none`. */
export function parseRescale(place: Place): SiteClass['rescale'] {
  if (isNone(place)) return null;
  checkKeys(place, ['from', 'to']);
  return {
    from: readKnownPoints(member(place, 'from')),
    to: readKnownPoints(member(place, 'to')),
  };
}
