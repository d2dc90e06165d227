import { formatChineseDate } from '#base/civil-date.ts';
import type { Anchor, Chrome } from '../page-model.ts';
import { escapeHtml } from './escape-html.ts';
import { anchorMarkup } from './ink.ts';
import type { Ink } from './skin.ts';

/** A picture that needs no file: one grey dot. */
const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';

/** Charset declaration in the head, where the site makes one there. */
export function charsetTag(chrome: Chrome, form: 'short' | 'http-equiv'): string {
  if (chrome.charsetDeclared === 'header' || chrome.charsetDeclared === 'nowhere') return '';
  return form === 'short'
    ? `<meta charset="${chrome.charset}">`
    : `<meta http-equiv="Content-Type" content="text/html; charset=${chrome.charset}">`;
}

/** The line above everything: welcome, and the day where the site shows it. */
export function topLine(chrome: Chrome): string {
  const day = chrome.todayInHeader ? ` 今天是${formatChineseDate(chrome.todayInHeader)}` : '';
  return `欢迎访问${escapeHtml(chrome.siteName)}！${day}`;
}

/** The images every page loads, one after the other. */
export function bannerImages(ink: Ink): string {
  return ink.chrome.images
    .map((image, index) => `<img ${ink.src(image)} alt="${index === 0 ? '网站标志' : ''}">`)
    .join('\n');
}

/** The link home: the one in the menu, or the root where the menu has none. */
export function homeAnchor(chrome: Chrome): Anchor {
  return chrome.navigation.find(isHome) ?? { text: '首页', href: '/' };
}

/** The menu's items; the link home stands first, whether the chrome lists it or not. */
export function menuOf(chrome: Chrome): Chrome['navigation'] {
  const { navigation } = chrome;
  return navigation.some(isHome)
    ? navigation
    : [{ ...homeAnchor(chrome), children: [] }, ...navigation];
}

function isHome(anchor: Anchor): boolean {
  return /首\s*页$/.test(anchor.text) || anchor.href === '/';
}

/** The menu as nested lists: first level, and what hangs below each. */
export function menuItems(ink: Ink, childClass: string): string {
  return menuOf(ink.chrome)
    .map((item) => {
      const children = item.children.map((child) => `<dd>${anchorMarkup(child, ink)}</dd>`);
      const below =
        children.length > 0 ? `<dl class="${childClass}">${children.join('')}</dl>` : '';
      return `<li>${anchorMarkup(item, ink, 'class="m1"')}${below}</li>`;
    })
    .join('\n');
}

/** Links to befriended sites, each between `open` and `close`; empty when there are none. */
export function friendLinks(ink: Ink, open: string, close: string): string {
  return ink.chrome.friendLinks
    .map((link) => open + anchorMarkup(link, ink, 'target="_blank"') + close)
    .join('\n');
}

/** How a family words its footer. */
export interface FooterWords {
  organiser: string;
  siteId: string;
  telephone: string;
  /** The entrance of 我为政府网站找错 as words or as a picture with those words. */
  errorReport: 'words' | 'picture';
}

/** The elements a footer must show, each where the site has it (国办发〔2017〕47号). */
export function footerElements(chrome: Chrome, words: FooterWords): string[] {
  const { siteIdCode, icp, police, telephone } = chrome;
  const elements = [`${words.organiser}${escapeHtml(chrome.unit)}`];
  if (telephone) elements.push(`${words.telephone}${escapeHtml(telephone)}`);
  if (siteIdCode) elements.push(`${words.siteId}${escapeHtml(siteIdCode)}`);
  if (icp) elements.push(/ICP/i.test(icp) ? escapeHtml(icp) : `ICP备案号：${escapeHtml(icp)}`);
  if (police)
    elements.push(
      /公网安备/.test(police) ? escapeHtml(police) : `公网安备 ${escapeHtml(police)}号`,
    );
  if (chrome.hasPartyGovernmentMark) elements.push(partyGovernmentMark());
  if (chrome.hasErrorReportEntrance) elements.push(errorReportEntrance(words.errorReport));
  return elements;
}

function partyGovernmentMark(): string {
  return (
    '<span id="_ideConac"><a href="javascript:void(0)" title="党政机关">' +
    `<img src="${DOT}" alt="党政机关" width="60" height="70"></a></span>`
  );
}

function errorReportEntrance(form: FooterWords['errorReport']): string {
  const words = '我为政府网站找错';
  const shown =
    form === 'words' ? words : `<img src="${DOT}" alt="${words}" width="120" height="50">`;
  const link = `<a href="javascript:void(0)" title="${words}">${shown}</a>`;
  return `<span id="_span_jiucuo">${link}</span>`;
}
