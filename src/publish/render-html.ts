import type { Circular, Paragraph, Run } from '#domain/circular.ts';
import type { Result } from '#domain/result.ts';
import { escapeXml } from './docx-parts.ts';
import { plainText } from './fields.ts';
import { explanations } from './html-explanations.ts';
import { runsHtml, siteAnchor } from './html-runs.ts';
import { htmlStyle } from './html-style.ts';
import { titleLines } from './title-lines.ts';
import { words } from './wording.ts';
import { annexCells } from './annex.ts';

/** Characters of the title on one line of the printed page. */
const TITLE_CHARACTERS = 20;

/**
 * The circular as one html file with nothing to load: on paper the document of GB/T 9704-2012
 * with its page numbers, on screen also the explanation of every site's score, which each score
 * links to. `titles`: the rubric's names of its indicators by id; an id without one is printed.
 */
export function renderHtml(
  circular: Circular,
  result: Result,
  titles: Readonly<Record<string, string>> = {},
): string {
  const title = escapeXml(plainText(circular.title));
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta name="generator" content="Xunwang ${escapeXml(circular.engine)}">`,
    `<title>${title}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<article class="circular">',
    ...head(circular),
    ...circular.paragraphs.map(paragraphHtml),
    ...foot(circular),
    '</article>',
    ...annexHtml(circular),
    ...explanations(circular, result, titles),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function head({ documentNumber, title, salutation, wording }: Circular): string[] {
  const lines = titleLines(plainText(title), wording.titleBreaks, TITLE_CHARACTERS);
  return [
    `<p class="number">${escapeXml(documentNumber)}</p>`,
    `<h1>${lines.map(escapeXml).join('<br>')}</h1>`,
    ...(salutation.length > 0 ? [`<p class="flush">${runsHtml(salutation)}：</p>`] : []),
  ];
}

function paragraphHtml({ level, number, heading, runs }: Paragraph): string {
  const head = escapeXml(number) + runsHtml(heading);
  if (level === 1) return `<h2>${head}</h2>`;
  if (level === 2) return `<div class="item"><h3>${head}</h3><p>${runsHtml(runs)}</p></div>`;
  return `<p>${runsHtml(runs)}</p>`;
}

function foot({ annex, issuer, date, wording }: Circular): string[] {
  const signed = [issuer, date].filter((runs) => runs.length > 0);
  const link = `<a href="#annex">${runsHtml(annex.title)}</a>`;
  return [
    `<p class="annex-note">${words(wording, 'annexLabel')}：${link}</p>`,
    ...(signed.length > 0
      ? [`<div class="signature">${signed.map(signature).join('')}</div>`]
      : []),
  ];
}

function signature(runs: Run[], index: number): string {
  return `<p class="${index === 0 ? 'issuer' : 'date'}">${runsHtml(runs)}</p>`;
}

function annexHtml({ annex, wording, copiesTo }: Circular): string[] {
  const lines = titleLines(plainText(annex.title), wording.titleBreaks, TITLE_CHARACTERS);
  const columns = annex.columns.map((name) => `<th scope="col">${escapeXml(name)}</th>`);
  return [
    '<section class="annex" id="annex" aria-labelledby="annex-title">',
    `<p class="annex-label">${words(wording, 'annexLabel')}</p>`,
    `<h2 class="annex-title" id="annex-title">${lines.map(escapeXml).join('<br>')}</h2>`,
    '<div class="table"><table aria-labelledby="annex-title">',
    `<thead><tr>${columns.join('')}</tr></thead>`,
    '<tbody>',
    ...annex.rows.map((row) =>
      rowHtml(
        annexCells(row).map((cell) => runsHtml([cell])),
        row.key,
      ),
    ),
    '</tbody></table></div>',
    `<p class="notes">${words(wording, 'noteLabel')}</p>`,
    `<ol class="notes">${annex.notes.map((note) => `<li>${runsHtml(note)}</li>`).join('')}</ol>`,
    ...(copiesTo.length > 0 ? [`<p class="copies">${runsHtml(copiesTo)}</p>`] : []),
    '</section>',
  ];
}

/** A row of the annex; the unit heads it, the score leads to its explanation. */
function rowHtml(cells: string[], key: string): string {
  const [
    number = '',
    unit = '',
    code = '',
    homepage = '',
    problems = '',
    score = '',
    verdict = '',
  ] = cells;
  const anchor = siteAnchor(key);
  return [
    `<tr id="row-${anchor}"><td>${number}</td><th scope="row">${unit}</th><td>${code}</td>`,
    `<td class="url">${homepage}</td><td class="text">${problems}</td>`,
    `<td><a href="#site-${anchor}">${score}</a></td><td>${verdict}</td></tr>`,
  ].join('');
}
