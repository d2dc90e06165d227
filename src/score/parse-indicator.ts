import type { Indicator, Rule, RuleKind, Selector } from '#domain/rubric.ts';
import { parseRule, ruleKeys, ruleKindAt } from './parse-rule.ts';
import { parseSelector } from './parse-selector.ts';
import {
  checkKeys,
  readBilingual,
  readChoice,
  readId,
  readList,
  readMark,
  readOptionalText,
  readText,
} from './rubric-fields.ts';
import { hasMember, member, note, type Place } from './rubric-sheet.ts';

const REQUIRED = ['id', 'title', 'group', 'clause', 'source', 'mark', 'rule'];
const OPTIONAL = ['note', 'per', 'after'];

/** Names that indicators may refer to. */
export interface RubricNames {
  readonly groups: readonly string[];
  readonly documents: readonly string[];
}

/** Which rules each part of a rubric may use. */
export const rulesOf = {
  vetoes: ['joint'],
  deductions: ['each', 'flat', 'ladder', 'share', 'manual'],
  bonus: ['manual'],
} as const satisfies Record<string, readonly RuleKind[]>;
export type RubricPart = keyof typeof rulesOf;

/** Reads one line of the law. */
export function parseIndicator(place: Place, part: RubricPart, names: RubricNames): Indicator {
  const kind = ruleKindAt(place, rulesOf[part]);
  const every = [...new Set(Object.values(ruleKeys).flat())];
  if (kind === null) checkKeys(place, REQUIRED, [...OPTIONAL, ...every]);
  else checkKeys(place, [...REQUIRED, ...ruleKeys[kind]], OPTIONAL);
  const at = (key: string) => member(place, key);
  const rule: Rule = kind === null ? { kind: 'flat', points: 'unknown' } : parseRule(place, kind);
  return {
    id: readId(at('id')),
    title: readBilingual(at('title')),
    group: readChoice(at('group'), names.groups),
    clause: readText(at('clause')),
    source: readList(at('source'), (item) => readChoice(item, names.documents)),
    mark: readMark(at('mark')),
    note: readOptionalText(at('note')),
    per: hasMember(place, 'per') ? readBilingual(at('per')) : null,
    rule,
    takes: takesOf(rule, place),
    after: readList(at('after'), readText),
  };
}

function takesOf(rule: Rule, place: Place): Selector[] {
  if (rule.kind === 'joint') return rule.counts.flatMap((count) => count.takes);
  if (rule.kind === 'ladder') return rule.rungs.flatMap((rung) => rung.takes);
  return readList(member(place, 'takes'), parseSelector);
}

/** Notes ids that stand twice in the lists at these places. */
export function checkIds(lists: readonly Place[]): void {
  const seen = new Set<string>();
  const items = lists.flatMap((list) => readList(list, (item) => member(item, 'id')));
  for (const place of items) {
    const id = place.value;
    if (typeof id !== 'string') continue;
    if (seen.has(id)) note(place, 'duplicate-id', { found: id });
    seen.add(id);
  }
}
