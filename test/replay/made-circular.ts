import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { writeWorkbook } from '#store/write-workbook.ts';

/** A row of a hand-made annex. */
export interface MadeRow {
  unit: string;
  problems: string[];
  score: number | string;
  result: string;
}

/** A made-up annex with planted contradictions, one of each sort. */
export const madeRows: readonly MadeRow[] = [
  { unit: '东湖县人民政府', problems: [], score: 100, result: '合格' },
  { unit: '西岭县人民政府', problems: ['不可用链接数8个'], score: 99.2, result: '合格' },
  // 100 − 3 − 5 = 92
  {
    unit: '市水务局',
    problems: ['2周内工作动态未更新', '1年内未开展互动访谈活动'],
    score: 94,
    result: '合格',
  },
  {
    unit: '市体育局',
    problems: ['2周内首页栏目信息更新总量为0'],
    score: '单项否决',
    result: '不合格',
  },
  { unit: '市粮食局', problems: ['空白栏目2个'], score: 90, result: '合格' },
  // Right only if one of the two is of the six-month class.
  { unit: '市园林局', problems: ['长期未更新的栏目数2个'], score: 91, result: '合格' },
  // 97 passes.
  { unit: '市气象局', problems: ['首页不可用链接数3个'], score: 97, result: '不合格' },
  { unit: '市档案局', problems: ['网页字体过小'], score: 100, result: '合格' },
];

/** The circular that claims otherwise than its annex: total, rate, lists, sums. */
export const madeText =
  '根据有关要求，市政府办公室对全市9家政府网站进行了抽查，共发现不合格网站1家，总体合格率90.0%。' +
  '其中，东湖县人民政府、西岭县人民政府2家政府门户网站运行情况较好。\n' +
  '网民通过监督举报平台反映我市网站问题5条（其中东湖县人民政府网站2条、市水务局网站2条）。\n' +
  '平台共接到各类诉求10件，已处理和回复7件，正在办理2件。\n' +
  '有关单位要整改；市粮食局、市博物馆等部门要抓紧开展新网站的开设工作。';

/** What an audit must say of them: weight, subject, row, printed, recomputed. */
export const plantedPoints: readonly string[] = [
  'contradiction score 3 94 92',
  'ambiguity score 6 91 90 / 91 / 92 / 93 / 94',
  'contradiction result 7 不合格 合格',
  'remark phrase 8 网页字体过小 ',
  'contradiction count text 9 8',
  'contradiction count text 1 2',
  'contradiction pass-rate text 90% 75.00%',
  'contradiction good-sites text 2 3',
  'contradiction to-open 5 市粮食局 市粮食局',
  'contradiction error-reports text 5 4',
  'contradiction inquiries text 10 9',
];

const header = ['序号', '单位', '存在问题', '得分', '结果'];

function cellsOf(row: MadeRow, index: number): string[] {
  const numbered = row.problems.map((text, at) => `${at + 1}.${text}`).join('；');
  const problems = row.problems.length > 1 ? numbered : (row.problems[0] ?? '');
  return [String(index + 1), row.unit, problems, String(row.score), row.result];
}

/** The annex as a JSON text. */
export function asJson(rows: readonly MadeRow[]): string {
  return JSON.stringify(rows.map((row, index) => ({ no: index + 1, ...row })));
}

/** The annex as a CSV text. */
export function asCsv(rows: readonly MadeRow[]): string {
  const lines = [header, ...rows.map(cellsOf)];
  return lines.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n');
}

/** The annex as a workbook, with a title above the header as people put it. */
export function asWorkbook(rows: readonly MadeRow[]): Uint8Array {
  const lines = [['政府网站抽查情况表'], header, ...rows.map(cellsOf)];
  const cells = lines.map((line) => line.map((text) => ({ text })));
  const print = { landscape: false, repeatRows: 2 };
  return writeWorkbook([{ name: '附件', widths: [], rows: cells, freezeRows: 2, print }]);
}

/** Circular and annex in one Word document. */
export async function asDocument(text: string, rows: readonly MadeRow[]): Promise<Uint8Array> {
  const lines = [header, ...rows.map(cellsOf)];
  const table = new Table({
    rows: lines.map((cells) => new TableRow({ children: cells.map(cell) })),
  });
  const paragraphs = text.split('\n').map((line) => new Paragraph(line));
  const document = new Document({ sections: [{ children: [...paragraphs, table] }] });
  return await Packer.toBuffer(document);
}

function cell(text: string): TableCell {
  return new TableCell({ children: [new Paragraph(text)] });
}
