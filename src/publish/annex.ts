import { formatPoints, toCentipoints } from '#base/points.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Annex, AnnexRow, Circular, Field } from '#domain/circular.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type { Sheet, SheetCell } from '#domain/sheet.ts';
import type { Wording } from '#domain/wording.ts';
import { countField, field, plainText, textField } from './fields.ts';
import { byScore } from './tally.ts';
import { fillText } from './template.ts';
import { describeGaps, describeSite, words } from './wording.ts';

/** In which order the annex lists the sites; `score`: best first, equal scores as in the file. */
export type AnnexOrder = 'file' | 'score';

type Explanations = NonNullable<CampaignBrief['explanations']>;

/** One row a site, each cell bound to the site's scorecard. */
export function annexRows(
  result: Result,
  wording: Wording,
  { order, explanations = [] }: { order: AnnexOrder; explanations?: Explanations },
): AnnexRow[] {
  const ranked = order === 'score' && mayRank(result, wording);
  const sites = ranked ? result.sites.toSorted((a, b) => byScore(b, a)) : result.sites;
  return sites.map((site, index) => annexRow(site, index + 1, wording, explanations));
}

/** Nothing is ranked on too few cases. */
function mayRank({ sites }: Result, { naming }: Wording): boolean {
  return sites.filter(({ score }) => score !== null).length >= naming.rankAtLeast;
}

function annexRow(
  site: SiteResult,
  position: number,
  wording: Wording,
  explanations: Explanations,
): AnnexRow {
  const id = (cell: string) => `annex.${site.key}.${cell}`;
  const source = `result.sites[key=${site.key}]`;
  const phrases = problemPhrases(site, wording, explanations);
  return {
    key: site.key,
    number: countField(id('number'), position, 'position'),
    unit: textField(id('unit'), site.unit, source),
    siteIdCode: field(id('siteIdCode'), site.siteIdCode ?? '', site.siteIdCode, source),
    homepage: textField(id('homepage'), site.homepage, source),
    problems: field(id('problems'), printedPhrases(phrases, wording), phrases, source),
    score: field(id('score'), printedScore(site, wording), site.score, source),
    verdict: field(id('verdict'), wording.verdicts[site.verdict], site.verdict, source),
  };
}

function problemPhrases(site: SiteResult, wording: Wording, explanations: Explanations): string[] {
  const gaps = describeGaps(site, wording);
  const phrases = describeSite(site, wording, explanations).map(({ text }) => text);
  return gaps === null ? phrases : [gaps, ...phrases];
}

/** `（1）…；（2）…。`; `1.` would run into a phrase that begins with a figure (1.2周内). */
export function printedPhrases(phrases: readonly string[], wording: Wording): string {
  if (phrases.length === 0) return words(wording, 'noProblem');
  if (phrases.length === 1) return `${phrases[0] ?? ''}。`;
  const numbered = phrases.map((phrase, index) =>
    fillText(words(wording, 'numbered'), { number: String(index + 1), phrase }),
  );
  return `${numbered.join('；')}。`;
}

function printedScore(site: SiteResult, wording: Wording): string {
  if (site.vetoes.length > 0) return words(wording, 'vetoScore');
  if (site.verdict === 'incomplete' || site.score === null) return words(wording, 'noScore');
  return formatPoints(toCentipoints(site.score));
}

/** The cells of a row in the order of the columns. */
export function annexCells(row: AnnexRow): Field[] {
  const { number, unit, siteIdCode, homepage, problems, score, verdict } = row;
  return [number, unit, siteIdCode, homepage, problems, score, verdict];
}

/** The annex as one sheet of a workbook: title, header, rows, notes. */
export function annexSheet(circular: Circular): Sheet {
  const { annex } = circular;
  const columns = annex.columns.length;
  const line = (text: string, style: object): (SheetCell | null)[] => [
    { text, merge: { columns, rows: 1 }, ...style },
    ...Array.from({ length: columns - 1 }, () => null),
  ];
  const header = annex.columns.map(
    (text): SheetCell => ({ text, bold: true, align: 'center', wrap: true, border: true }),
  );
  return {
    name: words(circular.wording, 'annexLabel'),
    widths: [6, 26, 14, 34, 60, 12, 10],
    rows: [
      line(plainText(annex.title), { bold: true, align: 'center', sizePoints: 16 }),
      header,
      ...annex.rows.map(sheetRow),
      ...annex.notes.map((note) => line(plainText(note), { wrap: true })),
    ],
    freezeRows: 2,
    print: { landscape: true, repeatRows: 2 },
  };
}

function sheetRow(row: AnnexRow): SheetCell[] {
  const { number, unit, siteIdCode, homepage, problems, score, verdict } = row;
  const cell = ({ text }: Field, align: 'left' | 'center'): SheetCell => ({
    text,
    align,
    wrap: true,
    border: true,
  });
  const isNumber = score.text !== '' && Number.isFinite(Number(score.text));
  return [
    { number: Number(number.value), align: 'center', border: true },
    cell(unit, 'left'),
    cell(siteIdCode, 'center'),
    cell(homepage, 'left'),
    cell(problems, 'left'),
    isNumber ? { number: Number(score.text), align: 'right', border: true } : cell(score, 'center'),
    cell(verdict, 'center'),
  ];
}

/**
 * The annex as csv (RFC 4180): UTF-8 with a byte order mark, for Excel; a cell that a spreadsheet
 * would take for a formula is kept as text by a leading apostrophe.
 */
export function annexCsv(annex: Annex): string {
  const lines = [
    annex.columns,
    ...annex.rows.map((row) => annexCells(row).map(({ text }) => text)),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
