import type { Finding } from '#domain/finding.ts';
import type { MeasureTest, Selector } from '#domain/rubric.ts';

/** Whether one of the selectors takes a finding. */
export function isTaken(selectors: readonly Selector[], finding: Finding): boolean {
  return selectors.some((selector) => answer(selector, finding) === 'yes');
}

/**
 * Whether one of the selectors might take a finding that could not be measured: what the finding
 * does not say is given the benefit of the doubt.
 */
export function mayBeTaken(selectors: readonly Selector[], finding: Finding): boolean {
  return selectors.some((selector) => answer(selector, finding) !== 'no');
}

type Answer = 'yes' | 'no' | 'unsaid';

function answer(selector: Selector, finding: Finding): Answer {
  if (!selector.kinds.includes(finding.kind)) return 'no';
  const { channel, measure } = finding;
  const answers: Answer[] = [
    when(selector.position, measure['position'], (wanted, found) => wanted === found),
    when(selector.channelKinds, channel?.kind, (wanted, found) => wanted.includes(found)),
    when(selector.maxLevel, channel?.level, (wanted, found) => found <= wanted),
    when(selector.historical, channel?.historical, (wanted, found) => wanted === found),
    ...selector.measure.map((test) =>
      when(test, measure[test.member], (wanted, found) => holds(wanted, found)),
    ),
  ];
  if (answers.includes('no')) return 'no';
  return answers.includes('unsaid') ? 'unsaid' : 'yes';
}

function when<Wanted, Found>(
  wanted: Wanted | null,
  found: Found | null | undefined,
  holds: (wanted: Wanted, found: Found) => boolean,
): Answer {
  if (wanted === null) return 'yes';
  if (found === null || found === undefined) return 'unsaid';
  return holds(wanted, found) ? 'yes' : 'no';
}

function holds(test: MeasureTest, found: unknown): boolean {
  if (test.is === 'equal') return found === test.value;
  // A share such as 7/140 must reach 0.05 whatever the last bit of the division says.
  return typeof found === 'number' && found + 1e-9 >= Number(test.value);
}

/** A finding kind that both selectors could take with one and the same finding; null: none. */
export function commonKind(a: Selector, b: Selector): string | null {
  const kind = a.kinds.find((one) => b.kinds.includes(one));
  if (kind === undefined || !mayMeet(a.position, b.position)) return null;
  if (!mayMeet(a.historical, b.historical)) return null;
  const [ours, theirs] = [a.channelKinds, b.channelKinds];
  if (ours && theirs && !ours.some((one) => theirs.includes(one))) return null;
  const isSplit = a.measure.some((test) => b.measure.some((other) => excludes(test, other)));
  return isSplit ? null : kind;
}

function mayMeet<T>(a: T | null, b: T | null): boolean {
  return a === null || b === null || a === b;
}

function excludes(a: MeasureTest, b: MeasureTest): boolean {
  if (a.member !== b.member) return false;
  if (a.is === 'equal' && b.is === 'equal') return a.value !== b.value;
  if (a.is === 'equal') return !holds(b, a.value);
  return b.is === 'equal' && !holds(a, b.value);
}
