import { html } from 'hono/html';
import { show } from '../call.ts';
import type { Call, PortalRoute } from '../portal-context.ts';
import { say, type Said } from '../view.ts';
import { aboutTexts, privacyTexts } from '../words/about.ts';
import { frameWords } from '../words/frame.ts';

/** Texts that explain: how it is scored; what is kept of a visitor, and how the pages are used. */
export const aboutRoutes: readonly PortalRoute[] = [
  {
    method: 'get',
    path: '/about',
    answer: (call) => showTexts(call, frameWords.about, aboutTexts),
  },
  {
    method: 'get',
    path: '/privacy',
    answer: (call) => showTexts(call, frameWords.privacy, privacyTexts),
  },
];

/** A heading and its paragraphs. */
export type Chapter = { heading: Said; paragraphs: readonly Said[] };

function showTexts(call: Call, title: Said, chapters: readonly Chapter[]) {
  const { view } = call;
  const body = html`${chapters.map(
    ({ heading, paragraphs }) =>
      html`<h2>${say(view, heading)}</h2>${paragraphs.map((said) => html`<p>${say(view, said)}</p>`)}`,
  )}`;
  return show(call, { title: say(view, title), body, isNarrow: true });
}
