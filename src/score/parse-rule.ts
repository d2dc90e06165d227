import type { Cap, JointCount, Rule, RuleKind, Rung } from '#domain/rubric.ts';
import { parseSelector } from './parse-selector.ts';
import {
  checkKeys,
  readChoice,
  readCount,
  readKnownPoints,
  readList,
  readMark,
  readOptionalText,
  readPoints,
  readShare,
  readText,
} from './rubric-fields.ts';
import { hasMember, member, type Place } from './rubric-sheet.ts';

/** The keys that each rule adds to an indicator. */
export const ruleKeys: Readonly<Record<RuleKind, readonly string[]>> = {
  each: ['points', 'cap', 'takes'],
  flat: ['points', 'takes'],
  ladder: ['rungs'],
  share: ['member', 'step', 'parts', 'points', 'cap', 'takes'],
  manual: ['points', 'takes'],
  joint: ['counts'],
};

/** Which rule an indicator has, of those its part of the rubric may use; null when none of them. */
export function ruleKindAt(place: Place, allowed: readonly RuleKind[]): RuleKind | null {
  const found = member(place, 'rule');
  const isKnown = allowed.some((kind) => kind === found.value);
  const kind = readChoice(found, allowed, 'unknown-rule');
  return isKnown ? kind : null;
}

/** Reads the rule of an indicator from the indicator's own keys. */
export function parseRule(place: Place, kind: RuleKind): Rule {
  const at = (key: string) => member(place, key);
  switch (kind) {
    case 'each':
      return { kind, points: readPoints(at('points')), cap: parseCap(at('cap')) };
    case 'flat':
    case 'manual':
      return { kind, points: readPoints(at('points')) };
    case 'ladder':
      return { kind, rungs: readList(at('rungs'), parseRung) };
    case 'share':
      return {
        kind,
        member: readText(at('member')),
        per: readShare(at('step')),
        parts: readChoice(at('parts'), ['whole', 'proportional', 'unknown']),
        points: readPoints(at('points')),
        cap: parseCap(at('cap')),
      };
    case 'joint':
      return { kind, counts: readList(at('counts'), parseCount) };
  }
}

function parseCap(place: Place): Cap {
  if (place.value === 'none' || place.value === 'unknown') return place.value;
  return readKnownPoints(place);
}

function parseRung(place: Place): Rung {
  checkKeys(place, ['points', 'takes'], ['atLeast']);
  return {
    atLeast: hasMember(place, 'atLeast') ? readCount(member(place, 'atLeast')) : 1,
    points: readPoints(member(place, 'points')),
    takes: readList(member(place, 'takes'), parseSelector),
  };
}

function parseCount(place: Place): JointCount {
  checkKeys(place, ['atLeast', 'mark', 'takes'], ['note']);
  return {
    atLeast: readCount(member(place, 'atLeast')),
    mark: readMark(member(place, 'mark')),
    takes: readList(member(place, 'takes'), parseSelector),
    note: readOptionalText(member(place, 'note')),
  };
}
