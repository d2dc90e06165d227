import type { Anchor, Chrome } from '../page-model.ts';
import { escapeHtml } from './escape-html.ts';
import { relativeHref } from './relative-href.ts';
import type { Ink, Skin } from './skin.ts';

/** The ink for one page; `here` is the page's own address where it is known, null otherwise. */
export function makeInk(skin: Skin, chrome: Chrome, here: string | null): Ink {
  const written = (target: string): string => skin.quote(styled(skin, chrome, here, target));
  return {
    chrome,
    href: (target) => `href=${written(target)}`,
    src: (target) => `src=${written(target)}`,
  };
}

function styled(skin: Skin, chrome: Chrome, here: string | null, target: string): string {
  if (!target.startsWith('/') || target.startsWith('//')) return target;
  if (skin.hrefStyle === 'absolute') return chrome.origin + target;
  return skin.hrefStyle === 'relative' && here !== null ? relativeHref(here, target) : target;
}

/** A link with its text. `attributes` come as they should stand, before `href`. */
export function anchorMarkup(anchor: Anchor, ink: Ink, attributes = ''): string {
  const space = attributes === '' ? '' : ' ';
  return `<a ${attributes}${space}${ink.href(anchor.href)}>${escapeHtml(anchor.text)}</a>`;
}

/** An attribute value in double quotes. */
export function doubleQuoted(value: string): string {
  return `"${escapeHtml(value)}"`;
}

/** An attribute value in single quotes. */
export function singleQuoted(value: string): string {
  return `'${escapeHtml(value)}'`;
}

/** An attribute value without quotes where HTML lets it stand so. */
export function bareWhereAllowed(value: string): string {
  return /^[\w/.:?&;=%#~+,-]+$/.test(value) ? escapeHtml(value) : doubleQuoted(value);
}
