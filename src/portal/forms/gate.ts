import { html } from 'hono/html';
import { Refusal } from '#base/refusal.ts';
import { requirePublicSide } from '#office/desk.ts';
import { findSentForm } from '#office/find-sent-form.ts';
import { formToken, readFormToken } from '../form-token.ts';
import type { Html } from '../layout.ts';
import type { Call, PortalContext } from '../portal-context.ts';
import { isSolved } from '../puzzle.ts';
import { say } from '../view.ts';
import { formWords as words } from '../words/forms.ts';
import type { Typed } from './fields.ts';

// What stands between the forms and a flood: a word that only a form of ours has, a sum that a
// browser solves by itself, and where no script runs a little patience and a lower limit. Nobody
// is asked to read crooked letters, and nothing is asked of others.

const HOUR_MS = 3_600_000;
const OLDEST_MS = 12 * HOUR_MS;
/** Without the sum: nobody reads and fills in a form sooner. */
const PATIENCE_MS = 8000;
/** Of the usual limit, where no script runs. */
const SLOW_SHARE = 4;

/** Lets forms in, or refuses them. */
export interface Gate {
  /** Hidden fields that a form has to bring back. */
  fields(call: Call, typed?: Typed): Html;
  /** The receipt of the matter that this very form made before; null: none. */
  sentBefore(call: Call, typed: Typed): Promise<string | null>;
  /** The word of the form, which makes a submission the same one when it comes twice. */
  pass(call: Call, typed: Typed): string;
}

/** The gate of one portal. */
export function openGate(portal: PortalContext): Gate {
  const most = portal.submissionsAnHour;
  const solved = portal.limiter(most, HOUR_MS);
  const patient = portal.limiter(Math.max(1, Math.floor(most / SLOW_SHARE)), HOUR_MS);
  const nowMs = () => Date.parse(portal.now());
  const secret = () => Buffer.from(requirePublicSide(portal.desk).secret).toString('base64');
  return {
    fields({ view }, typed) {
      // A form that comes back keeps its word: its age and its sum count on.
      const kept = typed?.['token'] ? readFormToken(secret(), typed['token'], nowMs()) : null;
      const isKept = kept !== null && kept.ageMs < OLDEST_MS / 2;
      const token = isKept ? (typed?.['token'] ?? '') : formToken(secret(), nowMs());
      return html`<input type="hidden" name="token" value="${token}"><input type="hidden" name="proof" value="${isKept ? (typed?.['proof'] ?? '') : ''}">
<div class="trap" aria-hidden="true"><label for="website">${say(view, words.trap)}</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>`;
    },
    async sentBefore(_, typed) {
      const form = readFormToken(secret(), typed['token'] ?? '', nowMs());
      return form === null ? null : await findSentForm(portal.desk, form.once);
    },
    pass({ http }, typed) {
      if (typed['website']) throw new Refusal('form-by-program');
      const form = readFormToken(secret(), typed['token'] ?? '', nowMs());
      if (form === null || !(form.ageMs >= 0 && form.ageMs < OLDEST_MS)) {
        throw new Refusal('form-stale');
      }
      const address = portal.addressOf(http);
      if (isSolved(typed['token'] ?? '', typed['proof'] ?? '')) solved(address);
      else if (form.ageMs < PATIENCE_MS) {
        const seconds = Math.ceil((PATIENCE_MS - form.ageMs) / 1000);
        throw new Refusal('form-too-fast', { seconds });
      } else patient(address);
      return form.once;
    },
  };
}
