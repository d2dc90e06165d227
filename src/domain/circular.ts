import type { CivilDate } from '#base/civil-date.ts';
import type { CampaignBrief } from './campaign-brief.ts';
import type { RubricRef } from './scorecard.ts';
import type { Wording } from './wording.ts';

/** A rate or a mean with what it was divided from; `rounded` (one decimal, half up) is printed. */
export interface Quotient {
  numerator: number;
  denominator: number;
  rounded: number;
}

export type FieldValue = string | number | null | readonly string[] | Quotient;

/** A figure, date, name or list in a circular, bound to the data it came from. */
export interface Field {
  /** What it is: `sites.failed`, `problem.link-dead/other.findings`, `annex.<site>.score`. */
  field: string;
  /** As printed. */
  text: string;
  value: FieldValue;
  /** Where it was taken from, in words of the data: `result.sites[verdict=fail]`, `brief`. */
  source: string;
}

/** Words, or a field among them. Words alone never carry a figure. */
export type Run = { text: string } | Field;

/** A numbered heading with the text that runs on after it, or (without number) plain text. */
export interface Paragraph {
  /** 1: 一、, 2: （一）, 0: plain text. */
  level: 0 | 1 | 2;
  /** `一、`, `（一）`, or empty. */
  number: string;
  heading: Run[];
  runs: Run[];
}

/** One site in the annex: every cell a field. */
export interface AnnexRow {
  /** `Site.key`. */
  key: string;
  number: Field;
  unit: Field;
  siteIdCode: Field;
  homepage: Field;
  problems: Field;
  score: Field;
  verdict: Field;
}

export interface Annex {
  title: Run[];
  columns: string[];
  rows: AnnexRow[];
  notes: Run[][];
}

/** A circular (通报) as plain data; renderers print it and add nothing. */
export interface Circular {
  schema: string;
  engine: string;
  rubric: RubricRef;
  asOf: CivilDate;
  /** What it was made from besides the result, so that it can be recomputed from itself. */
  brief: CampaignBrief;
  wording: Wording;
  /** A blank to be filled in by the office; never a number of ours. */
  documentNumber: string;
  title: Run[];
  /** Empty when the brief names none, like issuer, date and copies. */
  salutation: Run[];
  paragraphs: Paragraph[];
  annex: Annex;
  issuer: Run[];
  date: Run[];
  copiesTo: Run[];
}

/** A place where a circular says something else than its data. */
export interface Contradiction {
  field: string;
  printed: string;
  /** What the data gives. */
  recomputed: string;
}
