import type { HelpConfiguration, Option } from 'commander';
import type { Language } from '#base/refusal.ts';
import { displayWidth } from './display-width.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法:',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** A piece of text that a line may end after: a Chinese character, or a word, with its marks. */
const PIECE =
  /\s*[（《“]*(?:[\u2e80-\u2fff\u3005-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+|.)[，。；：、！？）》”]*/gu;

/** How the help of every command is set: its headings in the caller's language, wide characters counted. */
export function helpWords(language: Language): HelpConfiguration {
  return {
    styleTitle: (title) => (language === 'zh' ? (titles[title] ?? title) : title),
    optionDescription: (option) => describe(option, language),
    displayWidth,
    boxWrap: wrap,
  };
}

function describe(option: Option, language: Language): string {
  const { defaultValue, description } = option;
  if (typeof defaultValue !== 'string') return description;
  return language === 'zh'
    ? `${description}（默认 ${defaultValue}）`
    : `${description} (default: ${defaultValue})`;
}

/** The text broken into lines that fit, by their width on a terminal. */
function wrap(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, columns: number): string {
  const lines: string[] = [];
  let current = '';
  for (const piece of line.match(PIECE) ?? []) {
    if (current !== '' && displayWidth(current + piece) > columns) {
      lines.push(current);
      current = piece.trimStart();
    } else {
      current += piece;
    }
  }
  return [...lines, current].join('\n');
}
