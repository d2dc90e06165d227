import type { Circular, Paragraph } from '#domain/circular.ts';
import { annexCells } from './annex.ts';
import { plainText } from './fields.ts';
import { words } from './wording.ts';

/** The circular as Markdown, annex as a table; the same circular gives the same text. */
export function renderMarkdown(circular: Circular): string {
  const { title, documentNumber, salutation, paragraphs, annex, issuer, date, wording } = circular;
  const signed = [issuer, date].map(plainText).filter((line) => line !== '');
  const copies = plainText(circular.copiesTo);
  const blocks = [
    escapeMarkdown(documentNumber),
    `# ${escapeMarkdown(plainText(title))}`,
    ...(salutation.length > 0 ? [`${escapeMarkdown(plainText(salutation))}：`] : []),
    ...paragraphs.map(paragraphMarkdown),
    `${words(wording, 'annexLabel')}：${escapeMarkdown(plainText(annex.title))}`,
    ...signed.map(escapeMarkdown),
    `## ${words(wording, 'annexLabel')} ${escapeMarkdown(plainText(annex.title))}`,
    table(circular),
    words(wording, 'noteLabel'),
    annex.notes.map((note, index) => `${index + 1}. ${escapeMarkdown(plainText(note))}`).join('\n'),
    ...(copies === '' ? [] : [escapeMarkdown(copies)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function paragraphMarkdown({ level, number, heading, runs }: Paragraph): string {
  const head = escapeMarkdown(number + plainText(heading));
  if (level === 1) return `## ${head}`;
  // The full stop stands outside: `。**按` would not close the emphasis (CommonMark, flanking).
  const bold = head === '' ? '' : head.replace(/^(.*?)(。?)$/, '**$1**$2');
  return bold + escapeMarkdown(plainText(runs));
}

function table({ annex }: Circular): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const rows = annex.rows.map((row) => line(annexCells(row).map(({ text }) => text)));
  return [line(annex.columns), `|${annex.columns.map(() => ' --- ').join('|')}|`, ...rows].join(
    '\n',
  );
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`).replace(/\s*\n\s*/g, ' ');
}
