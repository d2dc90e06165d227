import { anchorMarkup } from './ink.ts';
import type { Ink, Pager } from './skin.ts';

/** The page numbers a pager links to around the current one. */
export function nearbyPages(pager: Pager, reach = 3): number[] {
  const first = Math.max(1, pager.page - reach);
  const last = Math.min(pager.pages, pager.page + reach);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** A link to page `page` of the list, or its number alone when that is where the reader is. */
export function pageLink(pager: Pager, page: number, text: string, ink: Ink): string {
  if (page === pager.page || page < 1 || page > pager.pages) return `<span>${text}</span>`;
  return anchorMarkup({ text, href: pager.pageHref(page) }, ink);
}

/** First, previous, numbers, next, last, and the totals in words. */
export function linkedPager(pager: Pager, ink: Ink, className: string): string {
  const numbers = nearbyPages(pager).map((page) => pageLink(pager, page, String(page), ink));
  return (
    `<div class="${className}">共${pager.total}条 第${pager.page}/${Math.max(1, pager.pages)}页 ` +
    [
      pageLink(pager, 1, '首页', ink),
      pageLink(pager, pager.page - 1, '上一页', ink),
      ...numbers,
      pageLink(pager, pager.page + 1, '下一页', ink),
      pageLink(pager, pager.pages, '尾页', ink),
    ].join(' ') +
    '</div>'
  );
}
