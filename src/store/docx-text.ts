import { Refusal } from '#base/refusal.ts';
import { attribute, type XmlToken, xmlTokens } from './xml-tokens.ts';
import { officeZipLimits, textOf, unzip } from './zip.ts';

/** What a Word document says, without its looks. */
export interface DocxText {
  /** Outside tables, in order; empty ones left out. */
  paragraphs: string[];
  /**
   * Rows of cells. A cell merged over several columns is followed by empty ones, so that columns
   * stay aligned; the paragraphs of a cell are separated by line feeds.
   */
  tables: string[][][];
}

const MAIN_PART = 'word/document.xml';

/** Reads a .docx. Refuses `docx-unreadable` (damaged, no Word document, or far too large). */
export function docxText(bytes: Uint8Array, file: string): DocxText {
  const unzipped = unzip(bytes, officeZipLimits, (name) => name === MAIN_PART);
  if ('problem' in unzipped) {
    throw new Refusal('docx-unreadable', { file, detail: unzipped.problem });
  }
  const main = unzipped.files.get(MAIN_PART);
  if (!main) throw new Refusal('docx-unreadable', { file, detail: `no ${MAIN_PART}` });
  return readDocument(xmlTokens(textOf(main)));
}

interface Cell {
  paragraphs: string[];
  columns: number;
}
interface Table {
  rows: string[][];
  row: string[];
  cell: Cell | null;
}

/** Walks WordprocessingML (ECMA-376 part 1): w:p, w:t, w:tbl, w:tr, w:tc. */
function readDocument(tokens: Iterable<XmlToken>): DocxText {
  const reader = new DocumentReader();
  for (const token of tokens) {
    if (token.kind === 'text') reader.text(token.text);
    else if (token.kind === 'close') reader.close(token.name);
    else {
      reader.open(token.name, token.attributes);
      if (token.isEmpty) reader.close(token.name);
    }
  }
  return reader.found;
}

class DocumentReader {
  readonly found: DocxText = { paragraphs: [], tables: [] };
  /** Tables being read, the innermost last. */
  readonly #tables: Table[] = [];
  /** Paragraphs being read: a text box puts one into another. */
  readonly #paragraphs: string[] = [];
  #inText = false;
  /** Depth of what Word writes a second time for old readers. */
  #fallbacks = 0;

  open(name: string, attributes: string): void {
    if (name === 'mc:Fallback') this.#fallbacks++;
    if (this.#fallbacks > 0) return;
    const table = this.#tables.at(-1);
    if (name === 'w:t') this.#inText = true;
    else if (name === 'w:tab') this.#append('\t');
    else if (name === 'w:br' || name === 'w:cr') this.#append('\n');
    else if (name === 'w:p') this.#paragraphs.push('');
    else if (name === 'w:tbl') this.#tables.push({ rows: [], row: [], cell: null });
    else if (name === 'w:tr' && table) table.row = [];
    else if (name === 'w:tc' && table) table.cell = { paragraphs: [], columns: 1 };
    else if (name === 'w:gridSpan' && table?.cell) {
      table.cell.columns = Math.min(100, Number(attribute(attributes, 'w:val')) || 1);
    }
  }

  text(text: string): void {
    if (this.#inText && this.#fallbacks === 0) this.#append(text);
  }

  close(name: string): void {
    if (name === 'mc:Fallback') this.#fallbacks--;
    if (this.#fallbacks > 0) return;
    if (name === 'w:t') this.#inText = false;
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tc') this.#endCell();
    else if (name === 'w:tr') this.#endRow();
    else if (name === 'w:tbl') this.#endTable();
  }

  #append(text: string): void {
    const last = this.#paragraphs.length - 1;
    if (last >= 0) this.#paragraphs[last] += text;
  }

  #endParagraph(): void {
    const text = (this.#paragraphs.pop() ?? '').trim();
    if (text === '') return;
    const cell = this.#tables.at(-1)?.cell;
    (cell ?? this.found).paragraphs.push(text);
  }

  #endCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    const { paragraphs, columns } = table.cell;
    table.row.push(paragraphs.join('\n'), ...Array<string>(columns - 1).fill(''));
    table.cell = null;
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (table) table.rows.push(table.row);
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table) this.found.tables.push(table.rows);
  }
}
