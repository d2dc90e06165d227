import type { ArticleModel, LetterRow, MailboxModel } from '../page-model.ts';
import { buildFamily } from './build-family.ts';
import { datePiece, joinPieces, sourcePiece } from './date-line.ts';
import { escapeHtml } from './escape-html.ts';
import { anchorMarkup, singleQuoted } from './ink.ts';
import { letterCategory } from './letter-words.ts';
import { nearbyPages, pageLink } from './linked-pager.ts';
import { plainSkin } from './plain-skin.ts';
import { rowParts } from './row-parts.ts';
import type { Ink, Pager, Skin } from './skin.ts';

const skin: Skin = {
  ...plainSkin('ec'),
  quote: singleQuoted,
  row: (row, ink) => {
    const { href, text, hint, date, isSticky } = rowParts(row, ink);
    const mark = isSticky ? "<strong style='color:red'>[顶]</strong> " : '';
    const day = date === '' ? '' : `<span class='time'>${date}</span>`;
    return `<li>${day}${mark}·<a ${href} title='${hint}'>${text}</a></li>`;
  },
  rows: (list, place) => `<ul class='${place === 'main' ? 'e2' : 'e1'}'>\n${list}\n</ul>`,
  crumb: (trail, last, ink) => {
    const steps = trail.map((step) => anchorMarkup(step, ink));
    if (last !== null) steps.push(escapeHtml(last));
    return `<div class='place'><strong>您当前的位置：</strong>${steps.join('&nbsp;>&nbsp;')}</div>`;
  },
  pager: empirePager,
  articleHead,
  letters: letterList,
  guideElements: (elements) =>
    `<dl class='guide'>\n${elements
      .map(
        ({ label, text }, index) =>
          `<dt>${index + 1}、${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd>`,
      )
      .join('\n')}\n</dl>`,
};

function empirePager(pager: Pager, ink: Ink): string {
  const numbers = nearbyPages(pager, 4).map((page) =>
    page === pager.page ? `<b>${page}</b>` : pageLink(pager, page, String(page), ink),
  );
  const next = pager.page < pager.pages ? pageLink(pager, pager.page + 1, '下一页', ink) : '';
  const last = pager.page < pager.pages ? pageLink(pager, pager.pages, '尾页', ink) : '';
  return (
    `<div class='epages'><a title='总数'>&nbsp;<b>${pager.total}</b> </a>&nbsp;` +
    `${numbers.join('&nbsp;')}&nbsp;${next}&nbsp;${last}</div>`
  );
}

function articleHead(model: ArticleModel): string {
  const line = joinPieces(
    [
      sourcePiece(model, '来源：'),
      '作者：佚名',
      datePiece(model, '日期：'),
      "点击：<script>document.write('');</script>",
    ],
    '&nbsp;&nbsp;',
  );
  return `<h1 class='title'>${escapeHtml(model.title)}</h1>\n<p class='info'>${line}</p>`;
}

function letterList(model: MailboxModel, ink: Ink): string {
  const item = (letter: LetterRow): string =>
    `<li><span class='sort'>[${letterCategory(letter)}]</span>` +
    `${anchorMarkup({ text: letter.title, href: letter.href }, ink)}` +
    `<p>来信时间：${letter.askedAt}` +
    `${letter.answeredAt ? ` 答复时间：${letter.answeredAt}` : ''}` +
    ` 状态：<em>${letter.answeredAt ? '已答复' : '未回复'}</em></p></li>`;
  return `<ul class='letters'>\n${model.letters.map(item).join('\n')}\n</ul>`;
}

/** EmpireCMS: plain lists, numbered list files, single quotes. */
export const empireCms = buildFamily(
  {
    id: 'empire-cms',
    deliveries: ['html', 'comment-unpacked'],
    address: {
      list: (path, page) => `/html/${path}/list_${page}.html`,
      article: (path, id, date) => `/html/${path}/${date ? `${date}/` : ''}${id}.html`,
      data: (path) => `/html/${path}/rows.html`,
    },
  },
  skin,
);
