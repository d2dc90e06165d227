import { html } from 'hono/html';
import type { Language } from '#base/refusal.ts';
import type { Html } from '../layout.ts';
import { linkTo, plainLink, type View } from '../view.ts';
import type { GuideBlock } from './guide-blocks.ts';

/** Pieces of a guide as they are shown; every text in them is escaped. */
export function guideHtml(view: View, blocks: readonly GuideBlock[]): Html {
  return html`${blocks.map((block) => blockHtml(view, block))}`;
}

function blockHtml(view: View, block: GuideBlock): Html {
  if (block.kind === 'paragraph') return html`<p>${inline(view, block.text)}</p>`;
  if (block.kind === 'heading') {
    const text = inline(view, block.text);
    return block.level <= 2 ? html`<h2>${text}</h2>` : html`<h3>${text}</h3>`;
  }
  if (block.kind === 'list') {
    const items = block.items.map((own) => html`<li>${itemHtml(view, own)}</li>`);
    return block.isNumbered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  }
  const cells = (row: readonly string[]) => row.map((cell) => html`<td>${inline(view, cell)}</td>`);
  return html`<div class="scroll"><table><thead><tr>${block.head.map(
    (cell) => html`<th scope="col">${inline(view, cell)}</th>`,
  )}</tr></thead><tbody>${block.rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table></div>`;
}

/** An item that begins with words has them without a paragraph around. */
function itemHtml(view: View, blocks: readonly GuideBlock[]): Html {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return guideHtml(view, blocks);
  return html`${inline(view, first.text)}${guideHtml(view, rest)}`;
}

const marks = /!\[([^\]]*)\]\(([^)]+)\)|\[([^\]]+)\]\(([^)]+)\)|\*\*([^*]+)\*\*|`([^`]+)`/g;

/** Pictures, links, what stands out, what is typed; the rest as it stands. */
function inline(view: View, text: string): Html {
  const parts: (Html | string)[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    parts.push(text.slice(at, match.index));
    at = match.index + match[0].length;
    const [, alt, picture, words, target, strong, code] = match;
    if (picture !== undefined) parts.push(pictureHtml(view, picture, alt ?? ''));
    else if (target !== undefined) parts.push(linkHtml(view, target, words ?? ''));
    else if (strong !== undefined) parts.push(html`<strong>${strong}</strong>`);
    else parts.push(html`<code>${code}</code>`);
  }
  parts.push(text.slice(at));
  return html`${parts}`;
}

function pictureHtml(view: View, path: string, alt: string): Html {
  return html`<img src="${plainLink(view, `/guide/${path}`)}" alt="${alt}" loading="lazy">`;
}

/** Guides link to each other only: `unit.zh.md`; anything else stays words. */
function linkHtml(view: View, target: string, words: string): Html | string {
  const guide = /^(\w+)\.(zh|en)\.md$/.exec(target);
  if (!guide) return words;
  const [, name = '', language] = guide;
  const href = linkTo({ ...view, language: language as Language }, `/guide/${name}`);
  return html`<a href="${href}">${words}</a>`;
}
