import { html } from 'hono/html';
import { chinaTime } from '#base/civil-date.ts';
import type { CaptureSeen } from '#domain/public-matter.ts';
import type { picturesOf } from '#office/matter-pictures.ts';
import type { Shown } from '../forms/fields.ts';
import type { Html } from '../layout.ts';
import type { Call } from '../portal-context.ts';
import { signedLink } from '../signed-link.ts';
import { linkTo, say } from '../view.ts';
import { failureWords, matterWords as words } from '../words/matter.ts';

type Pictures = Awaited<ReturnType<typeof picturesOf>>;

const MOST_PICTURES = 3;

/** The page when it was reported and after the answer, side by side. */
export function looksTold(call: Call, captures: readonly CaptureSeen[]): Html {
  const { view } = call;
  const looks = captures.map((capture) => lookTold(call, capture));
  return html`<h2>${say(view, words.looks)}</h2><p class="soft small">${say(view, words.looksWhy)}</p>
${looks.length === 0 ? html`<p>${say(view, words.looksSoon)}</p>` : html`<div class="looks">${looks}</div>`}`;
}

function lookTold(call: Call, capture: CaptureSeen): Html {
  const { view } = call;
  const { id, at, failure, status, title, text, hasPicture } = capture;
  const when = say(view, capture.when === 'submitted' ? words.before : words.after);
  const why =
    failure === null
      ? ''
      : say(view, failureWords[failure] ?? failureWords['ours'] ?? { zh: '', en: '' });
  const link = signedLink(call, `/captures/${id}`);
  const picture = hasPicture
    ? html`<a href="${link}"><img src="${link}" alt="${say(view, words.lookAlt, { when })}" loading="lazy"></a>`
    : '';
  return html`<figure><figcaption><strong>${when}</strong> <span class="number">${chinaTime(at)}</span>
${status === null ? '' : html` ${say(view, words.status, { status })}`}
${title === null ? '' : html`<br>${title}`}</figcaption>
${failure === null ? picture : html`<p>${say(view, words.lookFailed, { why })}</p>`}
${text === null || text === '' ? '' : html`<details><summary>${say(view, words.lookText)}</summary><div class="said small">${text}</div></details>`}</figure>`;
}

/** Pictures that the writer sent, and a form for one more. */
export function picturesTold(
  call: Call,
  { mistakes }: Shown,
  { pictures, receipt }: { pictures: Pictures; receipt: string },
): Html {
  const { view } = call;
  const items = pictures.map(
    ({ id }, index) =>
      html`<figure><img src="${signedLink(call, `/pictures/${id}`)}" alt="${say(view, words.pictureAlt, { number: index + 1 })}" loading="lazy"></figure>`,
  );
  const isOpen = mistakes.has('picture');
  const form =
    pictures.length >= MOST_PICTURES
      ? ''
      : html`<details class="no-print"${isOpen ? html` open` : ''}><summary>${say(view, words.picture)}</summary>
<form action="${linkTo(view, '/follow/picture')}" method="post" enctype="multipart/form-data">
<input type="hidden" name="receipt" value="${receipt}">
<div class="field"><label for="picture">${say(view, words.picture)}</label>
<p class="hint" id="picture-hint">${say(view, words.pictureHint)}</p>
<input type="file" id="picture" name="picture" accept="image/jpeg,image/png" required aria-describedby="picture-hint"></div>
<button type="submit" class="other">${say(view, words.sendPicture)}</button></form></details>`;
  if (items.length === 0) return html`${form}`;
  return html`<h3>${say(view, words.pictures)}</h3><div class="looks">${items}</div>${form}`;
}
