import { Refusal, type RefusalArgs, type RefusalCode } from '#base/refusal.ts';
import type { Url } from '#base/url.ts';
import type { StateOf } from '#domain/moves.ts';
import { cleanName, MAX_SITE_NAME, MAX_UNIT_NAME } from '#domain/register.ts';
import {
  type RegisterColumn,
  type RegisterRow,
  type RowMistake,
  registerColumns,
  siteStates,
  siteStateWords,
} from '#domain/register-row.ts';
import type { SiteKind } from '#domain/site.ts';
import type { Row } from './csv-rows.ts';
import { HEADERS, KIND_WORDS, kindOfWord, parseHomepage } from './parse-sites.ts';
import { unDefuse } from './sheet-cell.ts';

/** More lines than this are refused as a whole. */
export const MAX_LINES = 50_000;
const MAX_HOMEPAGE = 500;
const MAX_POSITION = 1_000_000;

const columns = Object.keys(registerColumns) as RegisterColumn[];

/** The names each column may have in a header. */
function namesOf(column: RegisterColumn): readonly string[] {
  return column in HEADERS
    ? HEADERS[column as keyof typeof HEADERS]
    : registerColumns[column].map((name) => name.toLowerCase());
}

/**
 * What the rows of a table say of units and sites, and all that is wrong in its cells. Refuses
 * only what has no line: `sites-empty`, `sites-header` (no column of units), `import-too-long`.
 */
export function parseRegisterRows(
  table: readonly Row[],
  file: string,
): { rows: RegisterRow[]; mistakes: RowMistake[] } {
  const filled = table.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const [header, ...body] = filled;
  if (!header || body.length === 0) throw new Refusal('sites-empty', { file });
  if (body.length > MAX_LINES) {
    throw new Refusal('import-too-long', { rows: body.length, max: MAX_LINES });
  }
  const places = findColumns(header, file);
  const mistakes: RowMistake[] = [];
  const rows = body.map((row) => readRow(row, places, mistakes));
  refuseTwins(rows, mistakes);
  return { rows, mistakes };
}

function findColumns(header: Row, file: string): Map<RegisterColumn, number> {
  const names = header.cells.map((cell) => cell.replace(/[\s\u3000]+/g, '').toLowerCase());
  const places = new Map<RegisterColumn, number>();
  for (const column of columns) {
    const found = namesOf(column).find((name) => names.includes(name));
    if (found !== undefined) places.set(column, names.indexOf(found));
  }
  if (!places.has('unit')) {
    const found = header.cells.map((cell) => cell.trim().slice(0, 20)).join(', ');
    const missing = registerColumns.unit.join('/');
    throw new Refusal('sites-header', { file, line: header.line, missing, found });
  }
  return places;
}

/** Reads one row; what is wrong is noted and stands as null, so that the rest is told too. */
function readRow(
  row: Row,
  places: ReadonlyMap<RegisterColumn, number>,
  mistakes: RowMistake[],
): RegisterRow {
  const { line } = row;
  const note = (column: RegisterColumn, code: RefusalCode, args: RefusalArgs = {}): null => {
    mistakes.push({ line, column, code, args });
    return null;
  };
  const cell = (column: RegisterColumn) =>
    unDefuse((row.cells[places.get(column) ?? -1] ?? '').trim()).trim();
  const name = (column: RegisterColumn, text: string, max: number): string | null =>
    text === '' ? null : (cleanName(text, max) ?? note(column, 'import-name', named(text, max)));
  const unit = cell('unit');
  if (unit === '') note('unit', 'import-unit-missing');
  const read: RegisterRow = {
    line,
    unit: name('unit', unit, MAX_UNIT_NAME) ?? '',
    homepage: readHomepage(cell('homepage'), note),
    siteIdCode: readCode(cell('siteIdCode'), note),
    kind: readKind(cell('kind'), note),
    region: cell('region') || null,
    aliases: aliasesIn(cell('aliases')).flatMap(
      (alias) => name('aliases', alias, MAX_UNIT_NAME) ?? [],
    ),
    parent: cell('parent') || null,
    state: readState(cell('state'), note),
    position: readPosition(cell('position'), note),
    siteName: name('siteName', cell('siteName'), MAX_SITE_NAME),
  };
  if (cell('homepage') === '') {
    for (const column of ['siteIdCode', 'state', 'siteName'] as const) {
      if (read[column] === null) continue;
      note('homepage', 'import-homepage-missing', { column: registerColumns[column][0] });
    }
  }
  return read;
}

type Note = (column: RegisterColumn, code: RefusalCode, args?: RefusalArgs) => null;

function named(text: string, max: number): RefusalArgs {
  return { name: clip(text), max };
}

function aliasesIn(text: string): string[] {
  return text
    .split(/[;；\n]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
}

function readHomepage(text: string, note: Note): Url | null {
  if (text === '') return null;
  const url = parseHomepage(text);
  return url === null || url.length > MAX_HOMEPAGE
    ? note('homepage', 'import-homepage', { text: clip(text) })
    : url;
}

function readCode(text: string, note: Note): string | null {
  const code = text.toLowerCase();
  if (code === '' || /^(?:\d{10}|bm\d{8})$/.test(code)) return code || null;
  return note('siteIdCode', 'import-code', { text: clip(text) });
}

function readKind(text: string, note: Note): SiteKind | null {
  if (text === '') return null;
  const known = () => Object.values(KIND_WORDS).map(([word]) => word);
  return (
    kindOfWord(text.toLowerCase()) ??
    note('kind', 'import-kind', { text: clip(text), known: known().join('、') })
  );
}

function readState(text: string, note: Note): StateOf<'site'> | null {
  if (text === '') return null;
  const word = text.toLowerCase();
  const known = Object.values(siteStateWords).join('、');
  return (
    siteStates.find((state) => state === word || siteStateWords[state] === word) ??
    note('state', 'import-state', { text: clip(text), known })
  );
}

function readPosition(text: string, note: Note): number | null {
  if (text === '') return null;
  const position = /^\d{1,7}(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  return position <= MAX_POSITION
    ? position
    : note('position', 'import-position', { text: clip(text) });
}

/** Two rows never speak of one site. */
function refuseTwins(rows: readonly RegisterRow[], mistakes: RowMistake[]): void {
  const lines = new Map<Url, number>();
  for (const { line, homepage } of rows) {
    if (homepage === null) continue;
    const other = lines.get(homepage);
    if (other === undefined) lines.set(homepage, line);
    else
      mistakes.push({ line, column: 'homepage', code: 'import-homepage-twice', args: { other } });
  }
}

function clip(text: string): string {
  return [...text].length > 60 ? `${[...text].slice(0, 60).join('')}…` : text;
}
