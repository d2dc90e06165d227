import { html } from 'hono/html';
import { Refusal } from '#base/refusal.ts';
import { satisfactionNames } from '#domain/public-matter.ts';
import { answerAskBack } from '#office/answer-ask-back.ts';
import { askByReceipt } from '#office/ask-by-receipt.ts';
import { askCapture } from '#office/ask-capture.ts';
import { addPicture, askPicture, MOST_PICTURE_BYTES } from '#office/matter-pictures.ts';
import { rateMatter } from '#office/rate-matter.ts';
import { reopenMatter } from '#office/reopen-matter.ts';
import { countAttempts } from '../attempts.ts';
import { numberOf, show } from '../call.ts';
import { oneTime } from '../file-answer.ts';
import { lineField, type Mistakes, mistakeList, saidBy, type Typed } from '../forms/fields.ts';
import { readFileForm, readForm } from '../forms/read-form.ts';
import type { Call, PortalContext, PortalRoute } from '../portal-context.ts';
import { requireSigned } from '../signed-link.ts';
import { linkTo, say, type Said } from '../view.ts';
import { homeWords } from '../words/home.ts';
import { matterWords as words } from '../words/matter.ts';
import { showMatter } from './matter-page.ts';

const HOUR_MS = 3_600_000;
/** Wrong receipts of one address in an hour; a hundred bits are not guessed anyway. */
const MOST_WRONG = 20;

/**
 * A matter is followed by its receipt, which travels in forms and never in an address. Whether a
 * receipt nearly was one, nobody is told, and who tries many is not answered any more.
 */
export function followRoutes(portal: PortalContext): readonly PortalRoute[] {
  const wrong = countAttempts(MOST_WRONG, HOUR_MS, () => Date.parse(portal.now()));
  const act = (doing: Doing): PortalRoute['answer'] => {
    return async (call) => {
      const { typed, bytes } = await readFileForm(call, 'picture');
      return await guarded(call, typed, () => doThen(call, typed, bytes, doing));
    };
  };
  const guarded = async (
    call: Call,
    typed: Typed,
    then: () => Promise<Response>,
    receipt = typed['receipt'] ?? '',
  ) => {
    const address = portal.addressOf(call.http);
    const seconds = wrong.waitOf(address);
    if (seconds > 0) throw new Refusal('request-too-often', { seconds });
    try {
      await askByReceipt(portal, receipt);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'receipt-unknown') throw error;
      wrong.note(address);
      portal.refused?.(error);
      return await showLookUp(call, typed, new Map([['receipt', saidBy(error)]]));
    }
    return await then();
  };
  return [
    { method: 'get', path: '/follow', answer: (call) => showLookUp(call, {}, new Map()) },
    {
      method: 'post',
      path: '/follow',
      answer: async (call) => {
        const typed = await readForm(call);
        return await guarded(call, typed, () => showMatter(call, typed['receipt'] ?? ''));
      },
    },
    {
      method: 'get',
      path: '/mail/:key',
      // The link of a mail shows the matter and does nothing: programs look at links too.
      answer: async (call) => {
        const receipt = call.http.req.param('key') ?? '';
        return await guarded(call, {}, () => showMatter(call, receipt), receipt);
      },
    },
    { method: 'post', path: '/follow/rate', answer: act(rating) },
    { method: 'post', path: '/follow/reopen', answer: act(reopening) },
    { method: 'post', path: '/follow/reply', answer: act(replying) },
    {
      method: 'post',
      path: '/follow/picture',
      maxBytes: MOST_PICTURE_BYTES + (64 << 10),
      answer: act(picturing),
    },
    { method: 'get', path: '/captures/:capture', isPlain: true, answer: sendCapture },
    { method: 'get', path: '/pictures/:picture', isPlain: true, answer: sendPicture },
  ];
}

async function showLookUp(call: Call, typed: Typed, mistakes: Mistakes): Promise<Response> {
  const { view } = call;
  const shown = { view, typed, mistakes };
  const body = html`${mistakeList(shown)}<p>${say(view, words.followLead)}</p>
<form action="${linkTo(view, '/follow')}" method="post" novalidate>
${lineField(shown, { name: 'receipt', label: homeWords.receipt, most: 40, isShort: true })}
<button type="submit">${say(view, homeWords.followButton)}</button></form>`;
  const status = mistakes.size > 0 ? 422 : 200;
  const page = { title: say(view, words.followTitle), body, isNarrow: true };
  return await show(call, page, { status, keep: 'private' });
}

/** An act of the writer: which field it needs, and what is done. */
interface Doing {
  field: string;
  missing: Said;
  done: Said;
  isMissing?(typed: Typed, bytes: Uint8Array | null): boolean;
  work(call: Call, typed: Typed, bytes: Uint8Array | null): Promise<unknown>;
}

async function doThen(call: Call, typed: Typed, bytes: Uint8Array | null, doing: Doing) {
  const receipt = typed['receipt'] ?? '';
  const { field, missing, done } = doing;
  const isMissing = doing.isMissing?.(typed, bytes) ?? !typed[field]?.trim();
  if (isMissing) {
    return await showMatter(call, receipt, { typed, mistakes: new Map([[field, missing]]) });
  }
  try {
    await doing.work(call, typed, bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    call.portal.refused?.(error);
    const isOfField = /^(?:text|picture)/.test(error.code);
    const mistakes = new Map([[isOfField ? field : '', saidBy(error)]]);
    return await showMatter(call, receipt, { typed, mistakes });
  }
  return await showMatter(call, receipt, { done });
}

const rating: Doing = {
  field: 'satisfaction',
  missing: words.satisfactionMissing,
  done: words.done.rate,
  isMissing: (typed) => !satisfactionNames.some((one) => one === typed['satisfaction']),
  work: async ({ portal }, typed) => {
    const satisfaction = satisfactionNames.find((one) => one === typed['satisfaction']);
    if (!satisfaction) return;
    const comment = typed['comment'];
    await rateMatter(portal.desk, typed['receipt'] ?? '', { satisfaction, comment });
  },
};

const reopening: Doing = {
  field: 'reason',
  missing: words.reason,
  done: words.done.reopen,
  work: async ({ portal }, typed) =>
    await reopenMatter(portal.desk, typed['receipt'] ?? '', { reason: typed['reason'] ?? '' }),
};

const replying: Doing = {
  field: 'reply',
  missing: words.reply,
  done: words.done.reply,
  work: async ({ portal }, typed) =>
    await answerAskBack(portal.desk, typed['receipt'] ?? '', { text: typed['reply'] ?? '' }),
};

const picturing: Doing = {
  field: 'picture',
  missing: words.pictureMissing,
  done: words.done.picture,
  isMissing: (_, bytes) => bytes === null,
  work: async ({ portal }, typed, bytes) =>
    await addPicture(portal.desk, typed['receipt'] ?? '', bytes ?? new Uint8Array()),
};

async function sendCapture(call: Call): Promise<Response> {
  const id = numberOf(call, 'capture');
  requireSigned(call, `/captures/${id}`);
  const { picture } = await askCapture(call.portal.db, id);
  return oneTime(call, picture);
}

async function sendPicture(call: Call): Promise<Response> {
  const id = numberOf(call, 'picture');
  requireSigned(call, `/pictures/${id}`);
  const { bytes } = await askPicture(call.portal, id);
  return oneTime(call, bytes);
}
