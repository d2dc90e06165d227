import { findingKinds } from '#domain/finding.ts';
import type { MeasureTest, Selector } from '#domain/rubric.ts';
import { channelKinds } from './known-names.ts';
import {
  checkKeys,
  readBoolean,
  readChoice,
  readCount,
  readList,
  readMembers,
} from './rubric-fields.ts';
import { hasMember, member, note, type Place, shown } from './rubric-sheet.ts';

const FILTERS = ['position', 'channelKinds', 'maxLevel', 'historical', 'measure'];

/** Reads one selector of an indicator's `takes`. */
export function parseSelector(place: Place): Selector {
  checkKeys(place, ['kinds'], FILTERS);
  const at = (key: string) => member(place, key);
  const ifThere = <T>(key: string, read: (place: Place) => T): T | null =>
    hasMember(place, key) ? read(at(key)) : null;
  return {
    kinds: readList(at('kinds'), (item) => readChoice(item, findingKinds, 'unknown-finding-kind')),
    position: ifThere('position', (item) => readChoice(item, ['homepage', 'other'])),
    channelKinds: ifThere('channelKinds', (list) =>
      readList(list, (item) => readChoice(item, channelKinds)),
    ),
    maxLevel: ifThere('maxLevel', readCount),
    historical: ifThere('historical', readBoolean),
    measure: readMembers(at('measure'), null, 'unknown-key', parseMeasureTest).map(
      ([, test]) => test,
    ),
  };
}

function parseMeasureTest(place: Place, name: string): MeasureTest {
  const { value } = place;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { member: name, is: 'equal', value };
  }
  checkKeys(place, ['atLeast']);
  const least = member(place, 'atLeast');
  if (typeof least.value === 'number') {
    return { member: name, is: 'at-least', value: least.value };
  }
  if (least.value !== undefined) note(least, 'bad-points', { found: shown(least.value) });
  return { member: name, is: 'at-least', value: 0 };
}
