import type { Url } from '#base/url.ts';

/**
 * Shapes that content systems give the addresses of single pages: a dated or numbered file, a
 * numbered place, an id in the query, a document. Folders and index files are channels.
 */
const ARTICLE =
  /\/t\d{8}_\d+|(?:content|art|info|detail|show|view|article)[-_/]?\w*[-_/]\d{2,}|\/\d{1,8}\/c?\d{3,}[-\w]*\.\w+$|[-_/]\d{4,}(?:[-_]\d+)?\.(?:s?html?|jsp|aspx?|php)$|[?&](?:\w*id|article|news)=\w{2,}|\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd)$/i;

/** Whether an address looks like that of a single page or document, not of a channel. */
export function isArticleAddress(url: Url): boolean {
  const rest = url.replace(/^https?:\/\/[^/]+/i, '');
  return ARTICLE.test(rest) && !/\/(?:index\.\w+)?$/i.test(rest);
}
