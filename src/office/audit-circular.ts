import type { AnnexRow } from '#audit/annex-row.ts';
import type { AuditPoint } from '#audit/audit-point.ts';
import { compareClaims } from '#audit/compare-claims.ts';
import { compareRows } from '#audit/compare-rows.ts';
import { compilePhrases } from '#audit/phrases.ts';
import { annexFromJson, annexFromTables } from '#audit/read-annex.ts';
import { readClaims } from '#audit/read-claims.ts';
import type { ScoredRow } from '#audit/scored-row.ts';
import { understandRow } from '#audit/understand-row.ts';
import { formatPoints } from '#base/points.ts';
import { type Language, Refusal } from '#base/refusal.ts';
import type { Bilingual, Rubric } from '#domain/rubric.ts';
import type { RubricRef, Scorecard } from '#domain/scorecard.ts';
import { kindOf } from '#read/channel.ts';
import { explainScore, trailText } from '#score/explain-score.ts';
import { scoreSite } from '#score/score-site.ts';
import { type AnnexFile, readAnnexFile } from '#store/annex-file.ts';
import { loadLexiconTexts } from '#store/load-data.ts';
import { loadLexicon, loadRubric } from './run-instruments.ts';

export interface AuditRequest {
  /** The annex: csv, xlsx, docx or json. */
  file: string;
  /** The circular's text; a docx annex brings its own. */
  circular?: string;
  rubric: string;
  overlays: string[];
}

/** A hand-made circular, recomputed. */
export interface AuditReport {
  rubric: RubricRef;
  rows: AuditedRow[];
  /** Rows whose printed score follows from at least one reading of their own problems. */
  agreeing: number;
  points: AuditPoint[];
}

export interface AuditedRow {
  no: number;
  unit: string;
  /** Null where a veto is printed or recomputed. */
  printed: string | null;
  recomputed: string | null;
  arithmetic: Bilingual;
  agrees: boolean;
}

/** Recomputes each row of a hand-made annex, and each figure of its circular, by a rubric. */
export function auditCircular(request: AuditRequest): AuditReport {
  const { rubric } = loadRubric(request.rubric, request.overlays);
  const lexicon = loadLexicon();
  const book = compilePhrases(
    loadLexiconTexts()['problem-phrases.yaml'] ?? '',
    'lexicons/problem-phrases.yaml',
  );
  const annex = readAnnexFile(request.file);
  const rows = rowsOf(annex, request.file);
  const scored = rows.map((row) =>
    scoreRow(
      understandRow(row, book, (path) => kindOf(path, '', lexicon).kind),
      rubric,
    ),
  );
  const body = request.circular === undefined ? annex.text : readAnnexFile(request.circular).text;
  const points = [
    ...compareRows(scored),
    ...compareClaims(readClaims(body), rows, book.unitAliases),
  ];
  const audited = scored.map(auditedRow);
  const agreeing = audited.filter((row) => row.agrees).length;
  return { rubric: rubric.ref, rows: audited, agreeing, points };
}

function rowsOf(annex: AnnexFile, file: string): AnnexRow[] {
  const rows =
    annex.json === null ? annexFromTables(annex.tables, file) : annexFromJson(annex.json, file);
  if (rows.length === 0) throw new Refusal('annex-rows-missing', { file });
  return rows;
}

function scoreRow(understood: ScoredRow['understood'], rubric: Rubric): ScoredRow {
  // The class of a site does not change the prices of the 2015 census; portals are named so.
  const kind = understood.row.unit.endsWith('人民政府') ? 'portal' : 'department';
  const readings = understood.readings.map((reading) => {
    const looked = { total: 0, unmeasured: 0, neverOpened: false };
    const card = scoreSite({ kind, findings: reading.findings, looked }, rubric);
    const trail = explainScore(card, rubric, kind);
    const sum = (language: Language) => trailText(trail, language)[0] ?? '';
    return { reading, card, arithmetic: { zh: sum('zh'), en: sum('en') } };
  });
  return { understood, readings };
}

/** The reading that fits the printed score, else the plainest. */
function auditedRow({ understood, readings }: ScoredRow): AuditedRow {
  const { row } = understood;
  const fitting = readings.find(({ card }) => printedBy(card) === printedOf(row));
  const shown = fitting ?? readings[0];
  return {
    no: row.no,
    unit: row.unit,
    printed: printedOf(row),
    recomputed: shown ? printedBy(shown.card) : null,
    arithmetic: shown?.arithmetic ?? { zh: '', en: '' },
    agrees: fitting !== undefined,
  };
}

function printedOf(row: AnnexRow): string | null {
  return row.score === null ? null : String(row.score);
}

function printedBy(card: Scorecard): string | null {
  return card.score === null ? null : formatPoints(card.score);
}
