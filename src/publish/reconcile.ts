import { canonicalLine } from '#base/canonical-json.ts';
import { Refusal } from '#base/refusal.ts';
import type { Circular, Contradiction, Field } from '#domain/circular.ts';
import type { Result } from '#domain/result.ts';
import { expectedFields } from './expected-fields.ts';
import { isField } from './fields.ts';
import { briefContradictions } from './reconcile-brief.ts';
import { divide } from './recomputed-quotient.ts';
import { runsOf } from './runs-of.ts';

/**
 * Every place where a circular says something else than its result and brief: a figure, rate,
 * name, list, tie or annex row whose recomputation differs, a figure that is missing, one that is
 * bound to nothing, a sum of the brief that does not come out. Recomputed here from the
 * scorecards, not by what wrote the circular. Empty: the circular may be signed.
 */
export function reconcile(circular: Circular, result: Result): Contradiction[] {
  return [
    ...sameRun(circular, result),
    ...fieldContradictions(circular, result),
    ...unboundFigures(circular, result),
    ...annexOrder(circular, result),
    ...verdictContradictions(result),
    ...briefContradictions(circular.brief, result),
  ];
}

/**
 * Refuses a circular that may not be published: too large a share of its sites is incomplete, or
 * it contradicts its data (named, with what is printed and what the data gives).
 */
export function assertPublishable(circular: Circular, result: Result): void {
  refuseUnmeasured(circular, result);
  const found = reconcile(circular, result);
  if (found.length === 0) return;
  const list = found.map(
    ({ field, printed, recomputed }) => `${field}: ${printed} ≠ ${recomputed}`,
  );
  throw new Refusal('circular-contradicts', { count: found.length, list: list.join('; ') });
}

function refuseUnmeasured({ brief, wording }: Circular, { sites }: Result): void {
  const limit = brief.unmeasuredLimit ?? wording.naming.unmeasuredLimit;
  const incomplete = sites.filter(({ verdict }) => verdict === 'incomplete');
  if (incomplete.length <= limit * sites.length) return;
  throw new Refusal('circular-unmeasured', {
    total: sites.length,
    incomplete: incomplete.length,
    share: `${divide(incomplete.length * 100, sites.length)}%`,
    limit: `${divide(limit * 100, 1)}%`,
    names: incomplete.map(({ unit }) => unit).join('、'),
  });
}

function sameRun(circular: Circular, result: Result): Contradiction[] {
  const compare = (field: string, printed: unknown, recomputed: unknown): Contradiction[] =>
    canonicalLine(printed) === canonicalLine(recomputed)
      ? []
      : [{ field, printed: shown(printed), recomputed: shown(recomputed) }];
  return [
    ...compare('rubric', circular.rubric, result.rubric),
    ...compare('engine', circular.engine, result.engine),
    ...compare('asOf', circular.asOf, result.asOf),
    ...compare('annex.columns', circular.annex.columns, circular.wording.columns),
  ];
}

function fieldContradictions(circular: Circular, result: Result): Contradiction[] {
  const expected = expectedFields(circular, result);
  const fields = runsOf(circular).filter(isField);
  const printed = new Set(fields.map(({ field }) => field));
  const wrong = fields.flatMap((field): Contradiction[] => {
    const wanted = expected.get(field.field);
    if (!wanted) return [{ field: field.field, printed: field.text, recomputed: '—' }];
    return same(field, wanted) ? [] : [differing(field, wanted)];
  });
  const missing = [...expected].flatMap(([field, { required, text }]): Contradiction[] =>
    required && !printed.has(field) ? [{ field, printed: '—', recomputed: text }] : [],
  );
  return [...wrong, ...missing];
}

function same(field: Field, wanted: { text: string; value: unknown }): boolean {
  return field.text === wanted.text && canonicalLine(field.value) === canonicalLine(wanted.value);
}

function differing(field: Field, wanted: { text: string; value: unknown }): Contradiction {
  if (field.text !== wanted.text) {
    return { field: field.field, printed: field.text, recomputed: wanted.text };
  }
  return { field: field.field, printed: shown(field.value), recomputed: shown(wanted.value) };
}

/** Words between the fields may hold neither a figure nor the name of a site's unit. */
function unboundFigures(circular: Circular, result: Result): Contradiction[] {
  const units = result.sites.map(({ unit }) => unit).filter((unit) => unit.length > 1);
  const words = runsOf(circular).filter((run) => !isField(run));
  const found = words.filter(
    ({ text }) => /[0-9０-９]/.test(text) || units.some((unit) => text.includes(unit)),
  );
  const unbound = found.map(({ text }) => ({ field: 'words', printed: text, recomputed: '—' }));
  if (!/\d/.test(circular.documentNumber)) return unbound;
  const printed = circular.documentNumber;
  return [...unbound, { field: 'documentNumber', printed, recomputed: '〔    〕  号' }];
}

/** The annex holds every site once, in the order of the sites file or by falling score. */
function annexOrder({ annex }: Circular, { sites }: Result): Contradiction[] {
  const keys = annex.rows.map(({ key }) => key);
  const byFile = sites.map(({ key }) => key);
  const decided = sites.filter(({ verdict }) => verdict !== 'incomplete');
  const open = sites.filter(({ verdict }) => verdict === 'incomplete');
  const falling = decided.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
  const ranked = [...falling, ...open].map(({ key }) => key);
  const same = (order: string[]) => canonicalLine(order) === canonicalLine(keys);
  if (same(byFile) || same(ranked)) return [];
  return [{ field: 'annex.order', printed: keys.join(' '), recomputed: byFile.join(' ') }];
}

/** The scorecards themselves: a veto fails, and the score stands on its side of the pass line. */
function verdictContradictions({ sites, passLine }: Result): Contradiction[] {
  return sites.flatMap(({ key, verdict, score, vetoes }): Contradiction[] => {
    if (verdict === 'incomplete') return [];
    const low = score !== null && score < passLine;
    const recomputed = vetoes.length > 0 || low ? 'fail' : 'pass';
    if (verdict === recomputed) return [];
    return [{ field: `result.${key}.verdict`, printed: verdict, recomputed }];
  });
}

function shown(value: unknown): string {
  return canonicalLine(value).trim();
}
