import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { Refusal } from '#base/refusal.ts';
import type { Sheet } from '#domain/sheet.ts';
import { docxText } from './docx-text.ts';
import { readWorkbook } from './workbook.ts';
import { writeWorkbook } from './write-workbook.ts';
import { cellAddress } from './write-workbook.ts';
import { textOf, unzip, zipTexts } from './zip.ts';

const sheet: Sheet = {
  name: "附件 '1'",
  widths: [6, 30, 10],
  rows: [
    [{ text: '附件', bold: true, align: 'center', sizePoints: 16, merge: { columns: 3, rows: 1 } }],
    [{ text: '序号', bold: true, border: true }, { text: '问题', border: true }, { text: '得分' }],
    [
      { number: 1 },
      { text: '<2周内>&\n未更新', wrap: true },
      { number: 98.8, numberFormat: '0.0' },
    ],
    [],
    [{ number: 2 }, null, { number: 0.971, numberFormat: '0.0%' }],
  ],
  freezeRows: 2,
  print: { landscape: true, repeatRows: 2 },
};

test('a workbook is read back as it is shown', () => {
  const read = readWorkbook(writeWorkbook([sheet, { ...sheet, name: '二', rows: [] }]));
  assert.ok('sheets' in read);
  assert.deepEqual(read.sheets[0], [
    ['附件', '', ''],
    ['序号', '问题', '得分'],
    ['1', '<2周内>&\n未更新', '98.8'],
    ['', '', ''],
    ['2', '', '97.1%'],
  ]);
  assert.deepEqual(read.sheets[1], []);
});

test('a workbook holds widths, frozen rows, print titles, merges, looks, and no time', () => {
  const bytes = writeWorkbook([sheet]);
  assert.deepEqual(writeWorkbook([sheet]), bytes);
  const unzipped = unzip(bytes, { maxFiles: 10, maxBytes: 1 << 20 });
  assert.ok('files' in unzipped);
  const part = (name: string) => textOf(unzipped.files.get(name) ?? new Uint8Array());
  const xml = part('xl/worksheets/sheet1.xml');
  assert.match(xml, /<pane ySplit="2" topLeftCell="A3"/);
  assert.match(xml, /<mergeCell ref="A1:C1"\/>/);
  assert.match(xml, /<col min="2" max="2" width="30"/);
  assert.match(xml, /orientation="landscape"/);
  assert.match(part('xl/workbook.xml'), /'附件 ''1'''!\$1:\$2</);
  assert.match(part('xl/styles.xml'), /<b\/><sz val="16"\/>/);
  assert.match(part('xl/styles.xml'), /formatCode="0\.0%"/);
});

test('columns are named as spreadsheets name them', () => {
  assert.deepEqual(
    [0, 25, 26, 701, 702].map((column) => cellAddress(column, 0)),
    ['A1', 'Z1', 'AA1', 'ZZ1', 'AAA1'],
  );
});

test('paragraphs and tables of a Word document are read', async () => {
  const cell = (text: string, columnSpan = 1) =>
    new TableCell({ columnSpan, children: [new Paragraph(text), new Paragraph('')] });
  const table = new Table({
    rows: [
      new TableRow({ children: [cell('序号'), cell('问题与得分', 2)] }),
      new TableRow({ children: [cell('1'), cell('2周内<未更新>'), cell('97')] }),
    ],
  });
  const runs = [new TextRun('关于'), new TextRun({ text: '通报', bold: true })];
  const document = new Document({
    sections: [
      { children: [new Paragraph({ children: runs }), table, new Paragraph('附件 & 表')] },
    ],
  });
  const found = docxText(await Packer.toBuffer(document), 'a.docx');
  assert.deepEqual(found, {
    paragraphs: ['关于通报', '附件 & 表'],
    tables: [
      [
        ['序号', '问题与得分', ''],
        ['1', '2周内<未更新>', '97'],
      ],
    ],
  });
});

test('deleted text, field codes and second writings of a text box are left out', () => {
  const body = [
    '<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>',
    '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:tab/>',
    '<w:t xml:space="preserve">&#x4E19; </w:t></w:r></w:p>',
    '<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>丁</w:t></w:r></w:p></mc:Choice>',
    '<mc:Fallback><w:p><w:r><w:t>丁</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>',
  ].join('');
  const xml = `<?xml version="1.0"?><w:document><!-- <w:p> -->${body}</w:document>`;
  const found = docxText(zipTexts(new Map([['word/document.xml', xml]])), 'a.docx');
  assert.deepEqual(found.paragraphs, ['甲\t丙', '丁']);
});

test('hostile XML is read in linear time', () => {
  for (const piece of ['<!--', '<![CDATA[', '<a "', "<a '", '<?', '<!']) {
    const xml = piece.repeat(200_000);
    docxText(zipTexts(new Map([['word/document.xml', xml]])), 'a.docx');
  }
});

test('what is no Word document is refused', () => {
  const isRefused = (error: unknown) =>
    error instanceof Refusal && error.code === 'docx-unreadable';
  assert.throws(() => docxText(Buffer.from('no zip'), 'a.docx'), isRefused);
  assert.throws(() => docxText(zipTexts(new Map([['x', 'y']])), 'a.docx'), isRefused);
});

test('an archive that unpacks to too much, or to too many files, is a problem', () => {
  const bomb = zipTexts(new Map([['word/document.xml', ' '.repeat(1 << 20)]]));
  assert.ok('problem' in unzip(bomb, { maxFiles: 10, maxBytes: 1000 }));
  const many = zipTexts(new Map(Array.from({ length: 11 }, (_, name) => [`${name}`, ''])));
  assert.ok('problem' in unzip(many, { maxFiles: 10, maxBytes: 1000 }));
  assert.ok('problem' in readWorkbook(Buffer.from('PK')));
});
