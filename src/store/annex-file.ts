import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { Refusal } from '#base/refusal.ts';
import { csvRows } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { onDisk } from './disk-refusal.ts';
import { docxText } from './docx-text.ts';
import { readWorkbook } from './workbook.ts';

/** A document made by hand: its tables (rows of cells), its JSON value, and its running text. */
export interface AnnexFile {
  tables: string[][][];
  json: unknown;
  text: string;
}

/**
 * Reads a .csv, .xlsx, .docx, .json or .txt file that somebody made. Refuses `file-missing`,
 * `annex-file-type`, `sites-encoding`, `annex-json`, `sites-file-unreadable`, `docx-unreadable`.
 */
export function readAnnexFile(path: string): AnnexFile {
  const isFile = onDisk(path, () => statSync(path, { throwIfNoEntry: false })?.isFile());
  if (!isFile) throw new Refusal('file-missing', { file: path });
  const bytes = onDisk(path, () => readFileSync(path));
  const type = extname(path).toLowerCase();
  if (type === '.xlsx') return { tables: sheetsOf(bytes, path), json: null, text: '' };
  if (type === '.docx') {
    const { tables, paragraphs } = docxText(bytes, path);
    return { tables, json: null, text: paragraphs.join('\n') };
  }
  const text = decodeText(bytes);
  if (text === null) throw new Refusal('sites-encoding', { file: path });
  if (type === '.json') return { tables: [], json: parseJson(text, path), text: '' };
  if (type === '.csv' || type === '.tsv')
    return { tables: [csvTable(text, path)], json: null, text };
  if (type === '.txt' || type === '.md') return { tables: [], json: null, text };
  throw new Refusal('annex-file-type', { file: path });
}

function sheetsOf(bytes: Buffer, file: string): string[][][] {
  const workbook = readWorkbook(bytes);
  if ('sheets' in workbook) return workbook.sheets;
  throw new Refusal('sites-file-unreadable', { file, detail: workbook.problem });
}

function csvTable(text: string, file: string): string[][] {
  const parsed = csvRows(text);
  if ('rows' in parsed) return parsed.rows.map((row) => row.cells);
  throw new Refusal('sites-quote', { file, line: parsed.unclosedQuoteLine });
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal('annex-json', { file, detail: error instanceof Error ? error.message : '' });
  }
}
