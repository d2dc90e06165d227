import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { stylePath } from './style.ts';
import { linkTo, plainLink, type Said, say, type View } from './view.ts';
import { frameWords } from './words/frame.ts';

/** Pieces of a page: everything put into them is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page without its frame. */
export interface Page {
  /** In the window's title and, unless `heading` is false, on top. */
  title: string;
  body: Html;
  /** The way here, from the home page on. */
  crumbs?: readonly { title: string; path: string }[];
  /** What another program may read instead: address within the portal. */
  feed?: string;
  /** Small addresses of our own scripts; a page does without them. */
  script?: string;
  /** For text alone: narrow lines. */
  isNarrow?: boolean;
}

const rail: readonly { path: string; said: Said }[] = [
  { path: '/', said: frameWords.home },
  { path: '/report', said: frameWords.report },
  { path: '/ask', said: frameWords.ask },
  { path: '/follow', said: frameWords.follow },
  { path: '/rounds', said: frameWords.rounds },
  { path: '/circulars', said: frameWords.circulars },
];

/** A whole page. */
export function layout(view: View, page: Page): Html {
  const { language } = view;
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title === view.name ? view.name : `${page.title} - ${view.name}`}</title>
<meta name="SiteName" content="${view.name}">
<meta name="format-detection" content="telephone=no">
<link rel="stylesheet" href="${plainLink(view, stylePath)}">
<link rel="icon" href="${plainLink(view, '/icon.svg')}" type="image/svg+xml">
${page.feed ? html`<link rel="alternate" type="application/atom+xml" href="${linkTo(view, page.feed)}">` : ''}
${page.script ? html`<script src="${plainLink(view, page.script)}" defer></script>` : ''}
</head>
<body>
<a class="skip" href="#main">${say(view, frameWords.skip)}</a>
<header class="top"><div class="wide">
<a class="name" href="${linkTo(view, '/')}">${view.name}</a>
${tongue(view)}
<nav class="rail" aria-label="${say(view, frameWords.nav)}"><ul>${rail.map(({ path, said }) => railItem(view, path, said))}</ul></nav>
</div></header>
<main id="main" class="wide"><div class="${page.isNarrow ? 'narrow' : ''}">
${crumbs(view, page.crumbs)}
<h1>${page.title}</h1>
${page.body}
</div></main>
<footer class="foot"><div class="wide">
<ul>
<li><a href="${linkTo(view, '/data')}">${say(view, frameWords.data)}</a></li>
<li><a href="${linkTo(view, '/about')}">${say(view, frameWords.about)}</a></li>
<li><a href="${linkTo(view, '/guide/citizen')}">${say(view, frameWords.guide)}</a></li>
<li><a href="${linkTo(view, '/privacy')}">${say(view, frameWords.privacy)}</a></li>
</ul>
<p>${say(view, frameWords.foot)}</p>
</div></footer>
</body>
</html>
`;
}

/** The same page in the other language. */
function tongue(view: View): Html {
  const other = view.language === 'zh' ? 'en' : 'zh';
  const lang = other === 'en' ? 'en' : 'zh-CN';
  const name = other === 'en' ? 'English' : '中文';
  const href = linkTo({ ...view, language: other }, view.path);
  return html`<a class="tongue" href="${href}" lang="${lang}" hreflang="${lang}">${name}</a>`;
}

function railItem(view: View, path: string, said: Said): Html {
  const isHere = path === '/' ? view.path === '/' : `${view.path}/`.startsWith(`${path}/`);
  const mark = isHere ? raw(' aria-current="page"') : '';
  return html`<li><a href="${linkTo(view, path)}"${mark}>${say(view, said)}</a></li>`;
}

function crumbs(view: View, way: Page['crumbs']): Html | '' {
  if (!way || way.length === 0) return '';
  return html`<nav class="crumbs" aria-label="${say(view, frameWords.crumbs)}">${way.map(
    ({ title, path }, index) =>
      html`${index > 0 ? ' › ' : ''}<a href="${linkTo(view, path)}">${title}</a>`,
  )}</nav>`;
}
