import type {
  Anchor,
  ArticleModel,
  EntranceModel,
  GuideModel,
  HomeModel,
  MailboxModel,
} from '../page-model.ts';
import { escapeHtml } from './escape-html.ts';
import { anchorMarkup } from './ink.ts';
import { dateMarkup } from './print-date.ts';
import { blocksOf } from './row-blocks.ts';
import type { Ink, Skin } from './skin.ts';

/** Blocks of a homepage that share one box with tabs. */
const TABBED = 2;

/** A homepage: tabs of the first blocks, the other blocks, shortcuts, frames. */
export function homeMain(skin: Skin, model: HomeModel, ink: Ink): string {
  const blocks = blocksOf(skin, model.blocks, ink);
  const isTabbed = blocks.length > TABBED;
  const frames = model.frames.map(
    (frame) => `<iframe ${ink.src(frame)} width="100%" height="180" frameborder="0"></iframe>`,
  );
  return [
    isTabbed ? skin.tabs(blocks.slice(0, TABBED), ink) : '',
    ...blocks.slice(isTabbed ? TABBED : 0).map((block) => skin.block(block, ink)),
    `<ul class="shortcuts">${listItems(model.shortcuts, ink)}</ul>`,
    ...frames,
  ].join('\n');
}

/** An entrance: a few large links and nothing else. */
export function entranceMain(model: EntranceModel, ink: Ink): string {
  return `<div class="gates"><ul>${listItems(model.gates, ink)}</ul></div>`;
}

/** An article: head, text with its links and images, attachments, neighbours. */
export function articleMain(skin: Skin, model: ArticleModel, ink: Ink): string {
  const text = model.paragraphs.map((paragraph) => `<p>　　${escapeHtml(paragraph)}</p>`);
  const inline = model.inlineLinks.map((link) => `<p>　　详见${anchorMarkup(link, ink)}。</p>`);
  const images = model.images.map(
    (image) => `<p align="center"><img ${ink.src(image)} alt=""></p>`,
  );
  return [
    skin.articleHead(model, ink),
    '<div id="zoom" class="article-text">',
    ...text.slice(0, 1),
    ...images,
    ...text.slice(1),
    ...inline,
    '</div>',
    attachments(model.attachments, ink),
    neighbours(model, ink),
    '<div class="share"><a href="javascript:window.print()">打印本页</a> ' +
      '<a href="javascript:window.close()">关闭窗口</a></div>',
  ].join('\n');
}

/** A mailbox: how to write, the letters, further pages. */
export function mailboxMain(skin: Skin, model: MailboxModel, ink: Ink): string {
  const { page, pages, pageHref } = model;
  const write = model.formHref
    ? `<p class="write">${anchorMarkup({ text: '我要写信', href: model.formHref }, ink)}</p>`
    : '';
  const total = model.letters.length * Math.max(1, pages);
  return (
    `<h2 class="column">${escapeHtml(model.channel.name)}</h2>\n${write}\n` +
    `${skin.letters(model, ink)}\n` +
    (pages > 1 ? skin.pager({ page, pages, total, pageHref }, ink) : '')
  );
}

/** A service guide: elements, forms to download, systems to apply in. */
export function guideMain(skin: Skin, model: GuideModel, ink: Ink): string {
  const date = model.date
    ? `<p class="info">发布日期：${dateMarkup(model.date, 'dashes')}</p>`
    : '';
  const forms = model.downloads.length > 0 ? `<h3>表格下载</h3>${list(model.downloads, ink)}` : '';
  const systems = model.systems.length > 0 ? `<h3>在线办理</h3>${list(model.systems, ink)}` : '';
  return [
    `<h1>${escapeHtml(model.title)}</h1>`,
    date,
    skin.guideElements(model.elements),
    forms,
    systems,
  ].join('\n');
}

function list(anchors: Anchor[], ink: Ink): string {
  return `<ul>${listItems(anchors, ink)}</ul>`;
}

function listItems(anchors: Anchor[], ink: Ink): string {
  return anchors
    .map((anchor) => `<li>${anchorMarkup(anchor, ink, 'target="_blank"')}</li>`)
    .join('\n');
}

function attachments(anchors: Anchor[], ink: Ink): string {
  const lines = anchors.map(
    (anchor, index) => `<p>附件${index + 1}：${anchorMarkup(anchor, ink)}</p>`,
  );
  return lines.length > 0 ? `<div class="attachments">${lines.join('\n')}</div>` : '';
}

function neighbours(model: ArticleModel, ink: Ink): string {
  const previous = model.previous ? `<p>上一篇：${anchorMarkup(model.previous, ink)}</p>` : '';
  const next = model.next ? `<p>下一篇：${anchorMarkup(model.next, ink)}</p>` : '';
  return `<div class="neighbours">${previous}${next}</div>`;
}
