import type { ArticleModel } from '../page-model.ts';
import { escapeHtml } from './escape-html.ts';
import { dateMarkup } from './print-date.ts';

/**
 * The pieces of the line under an article's title: when published, and by whom. A piece the
 * model does not have is left out; `label` is `发布时间：` or the like.
 */
export function datePiece(model: ArticleModel, label: string): string {
  const { date, dateForm } = model;
  if (!date || dateForm === 'none') return '';
  if (dateForm === 'glued') return `${label.replace(/[\s：:]+$/, '')}${date}`;
  if (dateForm === 'title-attribute')
    return `<span class="pubtime" title="${date}">${label.replace(/[\s：:]+$/, '')}</span>`;
  return label + dateMarkup(date, dateForm);
}

/** The source of an article after its label; empty when it has none. */
export function sourcePiece(model: ArticleModel, label: string): string {
  return model.source === null ? '' : label + escapeHtml(model.source);
}

/** Pieces that are there, joined. */
export function joinPieces(pieces: string[], separator: string): string {
  return pieces.filter((piece) => piece !== '').join(separator);
}
