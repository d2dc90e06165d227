import type { Period } from '#base/period.ts';
import type { Centipoints } from '#base/points.ts';
import type { Bilingual, Mark, Points, SiteClass } from '#domain/rubric.ts';
import type { SiteKind } from '#domain/site.ts';
import { siteKinds, termTypes } from './known-names.ts';
import { parseRescale } from './parse-scale.ts';
import { readTerm, termScopes } from './parse-terms.ts';
import {
  checkKeys,
  readBilingual,
  readId,
  readKnownPoints,
  readList,
  readMark,
  readMembers,
  readOptionalText,
  readPoints,
  readShare,
  readText,
} from './rubric-fields.ts';
import { hasMember, member, type Place } from './rubric-sheet.ts';

/** What a local overlay changes; what it does not name stays. */
export interface Overlay {
  readonly id: string;
  readonly title: Bilingual;
  /** Ids of the rubrics it may lie on. */
  readonly on: readonly string[];
  readonly source: string;
  readonly mark: Mark;
  readonly note: string | null;
  readonly scale: {
    readonly passLine?: Centipoints;
    readonly vetoScore?: Centipoints | 'none';
    readonly maxUnmeasuredShare?: number;
    readonly bonusMaximum?: Centipoints;
    readonly bonusOpensAbove?: Centipoints;
  };
  readonly rescale: readonly [SiteKind, SiteClass['rescale']][];
  readonly terms: readonly { scope: SiteKind | 'all'; key: string; value: number | Period }[];
  readonly points: readonly [string, Points][];
}

export const OVERLAY_FORMAT = 'xunwang-overlay/1';

/** Reads an overlay file. Its one mark and source hold for all that it changes. */
export function parseOverlay(place: Place): Overlay {
  checkKeys(
    place,
    ['format', 'id', 'title', 'on', 'source', 'mark'],
    ['note', 'scale', 'classes', 'terms', 'points'],
  );
  const at = (key: string) => member(place, key);
  return {
    id: readId(at('id')),
    title: readBilingual(at('title')),
    on: readList(at('on'), readText),
    source: readText(at('source')),
    mark: readMark(at('mark')),
    note: readOptionalText(at('note')),
    scale: hasMember(place, 'scale') ? parseScaleChanges(at('scale')) : {},
    rescale: readMembers(at('classes'), siteKinds, 'unknown-name', (kind) => {
      checkKeys(kind, ['rescale']);
      return parseRescale(member(kind, 'rescale'));
    }).map(([kind, rescale]) => [kind as SiteKind, rescale]),
    terms: parseTermChanges(at('terms')),
    points: readMembers(at('points'), null, 'unknown-name', readPoints),
  };
}

function parseScaleChanges(place: Place): Overlay['scale'] {
  checkKeys(place, [], ['passLine', 'vetoScore', 'maxUnmeasuredShare', 'bonus']);
  const bonus = member(place, 'bonus');
  if (bonus.value !== undefined) checkKeys(bonus, [], ['maximum', 'opensAbove']);
  const ifThere = <T>(holder: Place, key: string, read: (place: Place) => T): T | undefined =>
    hasMember(holder, key) ? read(member(holder, key)) : undefined;
  const readVetoScore = (score: Place) =>
    score.value === 'none' ? ('none' as const) : readKnownPoints(score);
  return withoutMissing({
    passLine: ifThere(place, 'passLine', readKnownPoints),
    vetoScore: ifThere(place, 'vetoScore', readVetoScore),
    maxUnmeasuredShare: ifThere(place, 'maxUnmeasuredShare', readShare),
    bonusMaximum: ifThere(bonus, 'maximum', readKnownPoints),
    bonusOpensAbove: ifThere(bonus, 'opensAbove', readKnownPoints),
  });
}

function withoutMissing<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

function parseTermChanges(place: Place): Overlay['terms'] {
  return readMembers(place, termScopes, 'unknown-name', (scope, name) =>
    readMembers(scope, Object.keys(termTypes), 'unknown-name', readTerm).map(([key, value]) => ({
      scope: name as SiteKind | 'all',
      key,
      value,
    })),
  ).flatMap(([, changes]) => changes);
}
