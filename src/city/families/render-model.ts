import type { Anchor, ChannelFace, ListModel, PageModel } from '../page-model.ts';
import { homeAnchor } from './chrome-html.ts';
import { deliverRows } from './deliver-rows.ts';
import { escapeHtml } from './escape-html.ts';
import { anchorMarkup, makeInk } from './ink.ts';
import { metaTags } from './meta-tags.ts';
import { articleMain, entranceMain, guideMain, homeMain, mailboxMain } from './page-bodies.ts';
import { blocksOf } from './row-blocks.ts';
import type { Ink, PageParts, Skin } from './skin.ts';

/** The HTML text of a page of any kind in a family's look. */
export function renderModel(skin: Skin, model: PageModel, deliveries: string[]): string {
  const ink = makeInk(skin, model.chrome, ownAddress(model));
  const parts: PageParts = {
    title: skin.documentTitle(titleParts(model), model.chrome),
    metas: metaTags(model),
    crumb: 'channel' in model && model.chrome.hasBreadcrumb ? crumbOf(skin, model, ink) : '',
    siblings:
      model.type === 'list' && model.siblings.length > 0 ? skin.siblings(model.siblings, ink) : '',
    main: mainOf(skin, model, deliveries, ink),
    sides: sidesOf(skin, model, ink),
    isHome: model.type === 'home' || model.type === 'entrance',
  };
  return skin.document(parts, ink);
}

/** Where the page itself stands, as far as its model tells. */
function ownAddress(model: PageModel): string | null {
  if (model.type === 'home' || model.type === 'entrance') return '/';
  return model.type === 'list' || model.type === 'mailbox' ? model.pageHref(model.page) : null;
}

function titleParts(model: PageModel): string[] {
  if (model.type === 'home' || model.type === 'entrance') return [];
  if (model.type === 'missing') return [model.words];
  return 'title' in model ? [model.title, model.channel.name] : [model.channel.name];
}

function crumbOf(
  skin: Skin,
  model: Extract<PageModel, { channel: ChannelFace }>,
  ink: Ink,
): string {
  const { channel } = model;
  const isPart = model.type === 'article' || model.type === 'guide';
  const own: Anchor = { text: channel.name, href: channel.href };
  const trail = [{ text: '首页', href: homeAnchor(model.chrome).href }, ...channel.parents, own];
  return skin.crumb(trail, isPart ? '正文' : null, ink);
}

function sidesOf(skin: Skin, model: PageModel, ink: Ink): string {
  if (!('sideLists' in model)) return '';
  return model.sideLists
    .map((side) => {
      const rows = side.rows.map((row) => skin.row(row, ink, 'side')).join('\n');
      return skin.side(side.heading, skin.rows(rows, 'side'));
    })
    .join('\n');
}

function mainOf(skin: Skin, model: PageModel, deliveries: string[], ink: Ink): string {
  switch (model.type) {
    case 'home':
      return homeMain(skin, model, ink);
    case 'entrance':
      return entranceMain(model, ink);
    case 'list':
      return listMain(skin, model, deliveries, ink);
    case 'landing':
      return blocksOf(skin, model.blocks, ink)
        .map((block) => skin.block(block, ink))
        .join('\n');
    case 'article':
      return articleMain(skin, model, ink);
    case 'mailbox':
      return mailboxMain(skin, model, ink);
    case 'guide':
      return guideMain(skin, model, ink);
    case 'single':
      return singleMain(model, ink);
    case 'missing':
      return missingMain(model.words, ink);
  }
}

function listMain(skin: Skin, model: ListModel, deliveries: string[], ink: Ink): string {
  const isKnown = deliveries.includes(model.delivery);
  const needsData = model.delivery === 'iframe' || model.delivery === 'json-endpoint';
  const delivery = isKnown && !(needsData && model.dataHref === null) ? model.delivery : 'html';
  return (
    `<h2 class="column">${escapeHtml(model.channel.name)}</h2>\n` +
    `${deliverRows(skin, model, delivery, ink)}\n${skin.pager(model, ink)}`
  );
}

function singleMain(model: Extract<PageModel, { type: 'single' }>, ink: Ink): string {
  const text = model.paragraphs.map((paragraph) => `<p>　　${escapeHtml(paragraph)}</p>`);
  const images = model.images.map(
    (image) => `<p align="center"><img ${ink.src(image)} alt=""></p>`,
  );
  const blank =
    text.length === 0 && model.blankText ? [`<p>${escapeHtml(model.blankText)}</p>`] : [];
  return (
    `<h2 class="column">${escapeHtml(model.channel.name)}</h2>\n<div id="zoom" class="intro">\n` +
    `${[...text, ...images, ...blank].join('\n')}\n</div>`
  );
}

function missingMain(words: string, ink: Ink): string {
  const home = anchorMarkup({ text: '返回首页', href: homeAnchor(ink.chrome).href }, ink);
  return `<div class="tip"><h2>${escapeHtml(words)}</h2>\n<p>${home}</p></div>`;
}
