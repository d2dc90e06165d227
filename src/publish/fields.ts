import { type CivilDate, formatChineseDate } from '#base/civil-date.ts';
import { formatPoints, toCentipoints } from '#base/points.ts';
import type { Field, FieldValue, Quotient, Run } from '#domain/circular.ts';
import { formatFraction, formatRate } from './quotient.ts';

/** Where a figure of a circular comes from. */
export type Source = string;

/** A count. */
export function countField(field: string, value: number, source: Source): Field {
  return { field, text: String(value), value, source };
}

/** Decimal points, at most two decimals. */
export function pointsField(field: string, value: number, source: Source): Field {
  return { field, text: formatPoints(toCentipoints(value)), value, source };
}

/** Names in a row, separated by 、. */
export function namesField(field: string, value: readonly string[], source: Source): Field {
  return { field, text: value.join('、'), value: [...value], source };
}

/** A text that is data: a name, a phrase, a sentence of the office's. */
export function textField(field: string, value: string, source: Source): Field {
  return { field, text: value, value, source };
}

/** A date as officials write it. */
export function dateField(field: string, value: CivilDate, source: Source): Field {
  return { field, text: formatChineseDate(value), value, source };
}

/** A rate as per cent. */
export function rateField(field: string, value: Quotient, source: Source): Field {
  return { field, text: formatRate(value), value, source };
}

/** The same rate as numerator and denominator. */
export function fractionField(field: string, value: Quotient, source: Source): Field {
  return { field, text: formatFraction(value), value, source };
}

/** A field whose text is made in its own way. */
export function field(id: string, text: string, value: FieldValue, source: Source): Field {
  return { field: id, text, value, source };
}

/** Whether a run is a figure bound to data. */
export function isField(run: Run): run is Field {
  return 'field' in run;
}

/** The text of runs as it is read. */
export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
