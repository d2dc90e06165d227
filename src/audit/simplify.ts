import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

/**
 * A text in simplified Chinese, without white space, its commas, semicolons, brackets and colons
 * in full width, so that one pattern serves every way of typing it.
 */
export function simplify(text: string): string {
  return toSimplified(text)
    .replace(/\s+/g, '')
    .replace(/,/g, '，')
    .replace(/;/g, '；')
    .replace(/:/g, '：')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[＞〉﹥]/g, '>');
}
