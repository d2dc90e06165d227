import type { Anchor, PageModel, Row, TemplateFamily } from '../../page-model.ts';
import { menuOf } from '../chrome-html.ts';

/** The addresses a page shows, as its model writes them; the pager's are left out. */
export interface ShownHrefs {
  /** In plain markup: links, images, frames. */
  plain: string[];
  /** In markup that the page's own script unpacks (`xml-in-script`, `comment-unpacked`). */
  unpacked: string[];
}

/** What every family shows for a model: the city's truth about which page shows which link. */
export function shownHrefs(
  model: PageModel,
  family: Pick<TemplateFamily, 'deliveries'>,
): ShownHrefs {
  const plain = [...chromeHrefs(model), ...breadcrumbHrefs(model), ...bodyHrefs(model)];
  if ('sideLists' in model) plain.push(...model.sideLists.flatMap((side) => hrefs(side.rows)));
  const unpacked: string[] = [];
  if (model.type === 'list') {
    const delivery = family.deliveries.includes(model.delivery) ? model.delivery : 'html';
    const needsData = delivery === 'iframe' || delivery === 'json-endpoint';
    if (delivery === 'html' || (needsData && model.dataHref === null)) {
      plain.push(...hrefs(model.rows));
    } else if (delivery === 'iframe' && model.dataHref !== null) plain.push(model.dataHref);
    else if (delivery !== 'script-only' && !needsData) unpacked.push(...hrefs(model.rows));
  }
  return { plain: [...new Set(plain)], unpacked: [...new Set(unpacked)] };
}

function hrefs(anchors: readonly (Anchor | Row)[]): string[] {
  return anchors.map((anchor) => anchor.href);
}

function chromeHrefs({ chrome }: PageModel): string[] {
  const menu = menuOf(chrome).flatMap((item) => [item.href, ...hrefs(item.children)]);
  return [...menu, ...hrefs(chrome.friendLinks), ...chrome.images];
}

function breadcrumbHrefs(model: PageModel): string[] {
  if (!('channel' in model) || !model.chrome.hasBreadcrumb) return [];
  return [...hrefs(model.channel.parents), model.channel.href];
}

function blockHrefs(blocks: { moreHref: string; rows: Row[] }[]): string[] {
  return blocks.flatMap((block) => [block.moreHref, ...hrefs(block.rows)]);
}

function bodyHrefs(model: PageModel): string[] {
  switch (model.type) {
    case 'home':
      return [...blockHrefs(model.blocks), ...hrefs(model.shortcuts), ...model.frames];
    case 'entrance':
      return hrefs(model.gates);
    case 'list':
      return hrefs(model.siblings);
    case 'landing':
      return blockHrefs(model.blocks);
    case 'article': {
      const neighbours = [model.previous, model.next].filter((anchor) => anchor !== null);
      const text = [...model.attachments, ...model.inlineLinks, ...neighbours];
      return [...hrefs(text), ...model.images];
    }
    case 'mailbox':
      return [
        ...model.letters.map((letter) => letter.href),
        ...(model.formHref ? [model.formHref] : []),
      ];
    case 'guide':
      return [...hrefs(model.downloads), ...hrefs(model.systems)];
    case 'single':
      return model.images;
    case 'missing':
      return [];
  }
}
