import type { Url } from '#base/url.ts';

/** Shapes that content systems give the addresses of single pages; folders are channels. */
const ARTICLE = [
  /\/t\d{8}_\d+/,
  /(?:content|art|info|detail|show|view|article)[-_/]?\w*[-_/]\d{2,}/i,
  // A numbered file in a numbered folder.
  /\/\d{1,8}\/c?\d{3,}[-\w]*\.\w+$/i,
  /[-_/]\d{4,}(?:[-_]\d+)?\.(?:s?html?|jsp|aspx?|php)$/i,
  /[?&](?:\w*id|article|news)=\w{2,}/i,
  /\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd)$/i,
];

/** Whether an address looks like that of a single page or document, not of a channel. */
export function isArticleAddress(url: Url): boolean {
  const rest = url.replace(/^https?:\/\/[^/]+/i, '');
  return !/\/(?:index\.\w+)?$/i.test(rest) && ARTICLE.some((shape) => shape.test(rest));
}
