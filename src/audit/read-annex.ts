import { Refusal } from '#base/refusal.ts';
import type { AnnexRow } from './annex-row.ts';
import { simplify } from './simplify.ts';
import { splitProblems } from './split-problems.ts';

const headings = {
  no: /^(?:序号|编号|no\.?)$/i,
  unit: /^(?:单位|单位名称|网站名称|主办单位|unit)$/i,
  problems: /问题|problem/i,
  score: /^(?:得分|分数|总分|score)/i,
  result: /^(?:结果|合格与否|是否合格|结论|result)/i,
} as const;
type Heading = keyof typeof headings;

/**
 * The rows of an annex that stands in tables (a csv, the sheets of a workbook, the tables of a
 * document): the first table that has the headings 单位, 问题 and 得分, in any order.
 */
export function annexFromTables(tables: readonly string[][][], file: string): AnnexRow[] {
  for (const table of tables) {
    for (const [index, cells] of table.slice(0, 10).entries()) {
      const places = findHeadings(cells);
      if (places) return table.slice(index + 1).flatMap((row) => tableRow(row, places));
    }
  }
  const found = tables[0]?.[0]?.join(' | ') ?? '';
  throw new Refusal('annex-header', { file, found });
}

function findHeadings(cells: readonly string[]): Partial<Record<Heading, number>> | null {
  const places: Partial<Record<Heading, number>> = {};
  for (const [index, cell] of cells.entries()) {
    const text = simplify(cell);
    for (const [heading, pattern] of Object.entries(headings)) {
      if (pattern.test(text)) places[heading as Heading] ??= index;
    }
  }
  const complete = ['unit', 'problems', 'score'].every((heading) => heading in places);
  return complete ? places : null;
}

function tableRow(cells: readonly string[], places: Partial<Record<Heading, number>>): AnnexRow[] {
  const cell = (heading: Heading) => cells[places[heading] ?? -1]?.trim() ?? '';
  if (cell('unit') === '') return [];
  return [
    annexRow({
      no: Number.parseInt(cell('no'), 10),
      unit: cell('unit'),
      problems: splitProblems(simplifyKeepingLines(cell('problems'))),
      scoreText: cell('score'),
      result: cell('result'),
    }),
  ];
}

function simplifyKeepingLines(text: string): string {
  return text.split('\n').map(simplify).join('\n');
}

/** The rows of an annex given as JSON: objects with unit, problems (texts), score, result. */
export function annexFromJson(value: unknown, file: string): AnnexRow[] {
  const rows = Array.isArray(value) ? value : rowsMember(value);
  if (!rows || rows.length === 0) throw new Refusal('annex-rows-missing', { file });
  return rows.map((row: unknown, index) => jsonRow(row, index, file));
}

function rowsMember(value: unknown): unknown[] | null {
  if (value === null || typeof value !== 'object') return null;
  const rows = (value as Record<string, unknown>).rows;
  return Array.isArray(rows) ? rows : null;
}

function jsonRow(value: unknown, index: number, file: string): AnnexRow {
  const row = (value ?? {}) as Record<string, unknown>;
  const unit = row.unitSimplified ?? row.unit ?? row['单位'] ?? row['单位名称'];
  if (typeof unit !== 'string') throw new Refusal('annex-row-unit', { file, row: index + 1 });
  const problems = row.problems ?? row['问题'] ?? [];
  const texts = Array.isArray(problems) ? problems.map(String) : [String(problems)];
  return annexRow({
    no: typeof row.no === 'number' ? row.no : index + 1,
    unit,
    problems: texts.map(simplify).flatMap(splitProblems),
    scoreText: String(row.score ?? row['得分'] ?? ''),
    result: String(row.result ?? row['结果'] ?? ''),
  });
}

function annexRow(cells: Omit<AnnexRow, 'score'>): AnnexRow {
  const score = /^\d+(?:\.\d+)?$/.test(cells.scoreText) ? Number(cells.scoreText) : null;
  return { ...cells, unit: simplify(cells.unit), result: simplify(cells.result), score };
}
