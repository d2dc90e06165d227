import type { Row } from '../page-model.ts';
import { escapeHtml } from './escape-html.ts';
import { dateMarkup } from './print-date.ts';
import type { Ink } from './skin.ts';

/** The pieces of a row, escaped, for a family to put together. */
export interface RowParts {
  /** `href="…"`. */
  href: string;
  /** Text of the link: the title, with the date glued to it where the form says so. */
  text: string;
  /** Value of a title attribute on the link: the title, or the date (`title-attribute`). */
  hint: string;
  /** Markup of the date; empty when it stands elsewhere or nowhere. */
  date: string;
  /** The day of `title-attribute`, for families that hang it on the cell and not on the link. */
  hiddenDate: string;
  isSticky: boolean;
}

/** Takes a row apart. */
export function rowParts(row: Row, ink: Ink): RowParts {
  const glued = row.dateForm === 'glued' && row.date ? row.date : '';
  const hiddenDate = row.dateForm === 'title-attribute' && row.date ? row.date : '';
  return {
    href: ink.href(row.href),
    text: escapeHtml(row.title) + glued,
    hint: hiddenDate === '' ? escapeHtml(row.title) : `发布时间：${hiddenDate}`,
    date: dateMarkup(row.date, row.dateForm),
    hiddenDate,
    isSticky: row.sticky,
  };
}

/** A title cut to `length` characters as list templates do, with dots; whole when it fits. */
export function shortTitle(title: string, length: number): string {
  const characters = [...title];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : title;
}
