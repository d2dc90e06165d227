import type { Anchor, ArticleModel, GuideModel, LetterRow, MailboxModel } from '../page-model.ts';
import { datePiece, joinPieces, sourcePiece } from './date-line.ts';
import { plainDocument } from './plain-document.ts';
import { escapeHtml } from './escape-html.ts';
import { anchorMarkup, doubleQuoted } from './ink.ts';
import { plainEndpointData, plainEndpointScript } from './list-endpoint.ts';
import { letterCategory } from './letter-words.ts';
import { linkedPager } from './linked-pager.ts';
import { rowParts } from './row-parts.ts';
import type { Ink, Skin } from './skin.ts';

/** A look with one of everything; a family spreads it and replaces what is its own. */
export function plainSkin(prefix: string): Skin {
  return {
    hrefStyle: 'root',
    commentHolder: 'div',
    quote: doubleQuoted,
    document: (parts, ink) => plainDocument(prefix, parts, ink),
    row: (row, ink) => {
      const { href, text, hint, date, isSticky } = rowParts(row, ink);
      const mark = isSticky ? '<em class="top">[置顶]</em>' : '';
      const day = date === '' ? '' : `<span>${date}</span>`;
      return `<li>${mark}<a ${href} title="${hint}" target="_blank">${text}</a>${day}</li>`;
    },
    rows: (list, place) => `<ul class="${prefix}-${place}-ul">\n${list}\n</ul>`,
    block: (block, ink) =>
      `<div class="${prefix}-block"><h3>${escapeHtml(block.heading)}</h3>` +
      `<span class="more">${anchorMarkup({ text: '更多>>', href: block.moreHref }, ink)}</span>` +
      `\n${block.list}\n</div>`,
    tabs: (blocks, ink) => plainTabs(prefix, blocks, ink),
    side: (heading, list) =>
      `<div class="${prefix}-side"><h4>${escapeHtml(heading)}</h4>\n${list}\n</div>`,
    siblings: (siblings, ink) => plainSiblings(prefix, siblings, ink),
    crumb: (trail, last, ink) => plainCrumb(prefix, trail, last, ink),
    pager: (pager, ink) => linkedPager(pager, ink, `${prefix}-pages`),
    articleHead: (model) => plainArticleHead(prefix, model),
    letters: (model, ink) => letterTable(prefix, model, ink),
    guideElements: (elements) => guideTable(prefix, elements),
    documentTitle: (parts, chrome) => [...parts, chrome.siteName].join('-'),
    endpointScript: plainEndpointScript,
    endpointData: plainEndpointData,
  };
}

function plainTabs(prefix: string, blocks: Parameters<Skin['tabs']>[0], ink: Ink): string {
  const heads = blocks.map(
    (block, index) =>
      `<li id="${prefix}t_h${index}" ` +
      `onmouseover="${prefix}_tab('${prefix}t',${index},${blocks.length})">` +
      `${anchorMarkup({ text: block.heading, href: block.moreHref }, ink)}</li>`,
  );
  const bodies = blocks.map(
    (block, index) =>
      `<div id="${prefix}t_b${index}" style="display:${index === 0 ? 'block' : 'none'}">` +
      `${block.list}</div>`,
  );
  return (
    `<div class="${prefix}-tabs"><ul class="${prefix}-tabhead">${heads.join('')}</ul>\n` +
    `${bodies.join('\n')}\n</div>`
  );
}

function plainSiblings(prefix: string, siblings: Anchor[], ink: Ink): string {
  const items = siblings.map((sibling) => `<li>${anchorMarkup(sibling, ink)}</li>`);
  return `<div class="${prefix}-left"><h2>栏目导航</h2>\n<ul>${items.join('\n')}</ul></div>`;
}

function plainCrumb(prefix: string, trail: Anchor[], last: string | null, ink: Ink): string {
  const steps = trail.map((step) => anchorMarkup(step, ink));
  if (last !== null) steps.push(`<span>${escapeHtml(last)}</span>`);
  return `<div class="${prefix}-position">您现在的位置：${steps.join(' &gt; ')}</div>`;
}

function plainArticleHead(prefix: string, model: ArticleModel): string {
  const line = joinPieces([datePiece(model, '发布时间：'), sourcePiece(model, '来源：')], '　');
  return (
    `<h1 class="${prefix}-title">${escapeHtml(model.title)}</h1>\n` +
    `<div class="${prefix}-info">${line} 【字体：<a href="javascript:${prefix}_size(16)">大</a>】</div>`
  );
}

function letterTable(prefix: string, model: MailboxModel, ink: Ink): string {
  const row = (letter: LetterRow, index: number): string =>
    `<tr><td>${index + 1}</td><td>${letterCategory(letter)}</td>` +
    `<td>${anchorMarkup({ text: letter.title, href: letter.href }, ink)}</td>` +
    `<td>${letter.askedAt}</td><td>${letter.answeredAt ?? '--'}</td>` +
    `<td>${letter.answeredAt ? '已回复' : '办理中'}</td></tr>`;
  return (
    `<table class="${prefix}-letters"><tr><th>序号</th><th>类别</th><th>标题</th>` +
    `<th>来信日期</th><th>回复日期</th><th>办理状态</th></tr>\n` +
    `${model.letters.map(row).join('\n')}\n</table>`
  );
}

function guideTable(prefix: string, elements: GuideModel['elements']): string {
  const row = (element: { label: string; text: string }): string =>
    `<tr><th>${escapeHtml(element.label)}</th><td>${escapeHtml(element.text)}</td></tr>`;
  return `<table class="${prefix}-guide">\n${elements.map(row).join('\n')}\n</table>`;
}
