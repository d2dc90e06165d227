/** A piece of a guide. The guides are written in so much of Markdown and no more. */
export type GuideBlock =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'list'; isNumbered: boolean; items: GuideBlock[][] };

const itemStart = /^(\d+\.|-) +/;
const indented = /^ {2,}/;

/** Headings, paragraphs, tables and lists of a text; whatever else is a paragraph as it stands. */
export function guideBlocks(text: string): GuideBlock[] {
  return blocksOf(text.split('\n'));
}

function blocksOf(lines: readonly string[]): GuideBlock[] {
  const blocks: GuideBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const heading = /^(#{1,4}) +(.*)$/.exec(line);
    if (heading) {
      const [, marks = '', text = ''] = heading;
      blocks.push({ kind: 'heading', level: marks.length, text });
      at += 1;
      continue;
    }
    const end = endOf(lines, at);
    const own = lines.slice(at, end);
    if (line.startsWith('|')) blocks.push(tableOf(own));
    else if (itemStart.test(line)) blocks.push(listOf(own));
    else blocks.push({ kind: 'paragraph', text: own.join('\n') });
    at = end;
  }
  return blocks;
}

/** Where the block that begins here ends: at a line of another sort. */
function endOf(lines: readonly string[], from: number): number {
  const first = lines[from] ?? '';
  const isList = itemStart.test(first);
  const isNumbered = /^\d/.test(first);
  let at = from + 1;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isList) {
      const isBlank = line.trim() === '';
      const next = lines[at + 1] ?? '';
      if (isBlank && !indented.test(next)) break;
      if (!isBlank && !indented.test(line) && !itemStart.test(line)) break;
      if (itemStart.test(line) && /^\d/.test(line) !== isNumbered) break;
    } else if (line.trim() === '' || line.startsWith('#')) break;
    else if (line.startsWith('|') !== first.startsWith('|') || itemStart.test(line)) break;
  }
  return at;
}

function tableOf(lines: readonly string[]): GuideBlock {
  const cells = (line: string) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim());
  const [head = '', , ...rows] = lines;
  return { kind: 'table', head: cells(head), rows: rows.map(cells) };
}

function listOf(lines: readonly string[]): GuideBlock {
  const items: string[][] = [];
  for (const line of lines) {
    if (itemStart.test(line)) items.push([line.replace(itemStart, '')]);
    else items.at(-1)?.push(line.replace(/^ {2,3}/, ''));
  }
  return {
    kind: 'list',
    isNumbered: /^\d/.test(lines[0] ?? ''),
    items: items.map(blocksOf),
  };
}
