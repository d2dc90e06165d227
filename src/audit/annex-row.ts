import type { ChannelKind } from '#domain/channel.ts';
import type { Finding, FindingKind } from '#domain/finding.ts';

/** One row of a hand-made annex, in simplified Chinese, nothing understood yet. */
export interface AnnexRow {
  no: number;
  unit: string;
  /** One text a problem, item numbers cut off. */
  problems: string[];
  /** Null where no number is printed (单项否决). */
  score: number | null;
  /** As printed: 合格, 不合格. */
  result: string;
  /** The score cell in words, when it is no number. */
  scoreText: string;
}

/** A phrase that was understood: what it charges. */
export interface Charge {
  kind: FindingKind;
  count: number;
  position: 'homepage' | 'other' | null;
  channels: { name: string; kind: ChannelKind }[];
  phrase: string;
}

/** One way to read a row; an unambiguous row has exactly one. */
export interface Reading {
  /** Why it is read so; empty for the plain reading. */
  note: { zh: string; en: string } | null;
  charges: Charge[];
  /** The same as findings, for the scorer. */
  findings: Finding[];
}

export interface UnderstoodRow {
  row: AnnexRow;
  readings: Reading[];
  /** Phrases no pattern knows. */
  notUnderstood: string[];
}
