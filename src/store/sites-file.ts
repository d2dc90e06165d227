import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { Refusal } from '#base/refusal.ts';
import type { Site } from '#domain/site.ts';
import { csvRows, type Row } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { onDisk } from './disk-refusal.ts';
import { parseSites } from './parse-sites.ts';
import { readWorkbook } from './workbook.ts';

export { parseSites, sitesFromUrls } from './parse-sites.ts';

/**
 * The sites of a .csv (UTF-8 or GB18030) or .xlsx (first sheet) file. Refuses `file-missing`,
 * `sites-file-type`, `sites-file-unreadable`, `sites-encoding`, `sites-quote`, and what
 * `parseSites` refuses.
 */
export function readSitesFile(path: string): Site[] {
  const isFile = onDisk(path, () => statSync(path, { throwIfNoEntry: false })?.isFile());
  if (!isFile) throw new Refusal('file-missing', { file: path });
  const bytes = onDisk(path, () => readFileSync(path));
  return parseSites(rowsOf(bytes, path), path);
}

/** The rows of the bytes of a .csv or .xlsx file; `file` is its name. Refuses as the reader does. */
export function rowsOf(bytes: Buffer, file: string): Row[] {
  const type = extname(file).toLowerCase();
  const isZip = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
  if (type === '.xlsx' || (type === '.csv' && isZip)) return workbookRows(bytes, file);
  if (type === '.csv' || type === '.txt' || type === '.tsv') return textRows(bytes, file);
  throw new Refusal('sites-file-type', { file });
}

function textRows(bytes: Buffer, file: string): Row[] {
  const text = decodeText(bytes);
  if (text === null) throw new Refusal('sites-encoding', { file });
  const parsed = csvRows(text);
  if ('rows' in parsed) return parsed.rows;
  throw new Refusal('sites-quote', { file, line: parsed.unclosedQuoteLine });
}

function workbookRows(bytes: Buffer, file: string): Row[] {
  const workbook = readWorkbook(bytes);
  if ('problem' in workbook) {
    throw new Refusal('sites-file-unreadable', { file, detail: workbook.problem });
  }
  const [sheet = []] = workbook.sheets;
  return sheet.map((cells, order) => ({ line: order + 1, cells }));
}
