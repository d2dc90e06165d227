import { canonicalLine } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import { pictureType } from '#base/plain-picture.ts';
import { Refusal } from '#base/refusal.ts';
import { insertCapture, type NewCapture } from '#store/captures.ts';
import { findReport, listUncaptured } from '#store/error-reports.ts';
import { insertEvent } from '#store/matter-events.ts';
import { type Desk, perform } from './desk.ts';

const MOST_PICTURE = 4 << 20;
const MOST_TEXT = 20_000;
const MOST_TITLE = 500;

/**
 * Keeps what a reported page looked like: when it was reported, or after the unit's answer. A look
 * that failed is kept with its reason; it never stands in the citizen's way.
 */
export async function attachCapture(
  desk: Desk,
  reportId: number,
  capture: NewCapture,
): Promise<number> {
  const { picture, visit, failure } = capture;
  const isBoth = visit !== null && failure !== null;
  if (isBoth || (visit === null && failure === null && picture === null)) {
    throw new Refusal('capture-mistake', { what: '须有访问记录、失败原因或者截图' });
  }
  if (picture !== null && (picture.length > MOST_PICTURE || pictureType(picture) === null)) {
    throw new Refusal('capture-mistake', { what: '截图应为不超过4 MB的 PNG 或 JPEG' });
  }
  const text = capture.text?.toWellFormed().replaceAll('\0', '').slice(0, MOST_TEXT) ?? null;
  const title = capture.title?.toWellFormed().replaceAll('\0', '').slice(0, MOST_TITLE) ?? null;
  const shot = picture === null ? null : sha256(picture);
  const hash = sha256(canonicalLine({ text, title, shot, seal: capture.seal, visit }));
  return await perform(desk, async (act) => {
    const report = await findReport(act.tx, reportId);
    if (report === null) throw new Refusal('not-found', { thing: 'error-report', id: reportId });
    const id = await insertCapture(act.tx, reportId, { ...capture, text, title, hash });
    await insertEvent(act.tx, {
      thing: 'error-report',
      thingId: reportId,
      at: act.at,
      what: 'captured',
      state: report.state,
      life: report.life,
      personId: null,
      unitId: null,
      text: failure,
      isOpen: true,
      data: { capture: id, when: capture.when },
    });
    const after = { capture: id, when: capture.when, at: capture.at, hash, failure };
    await act.note({ act: 'capture.keep', thing: 'error-report', thingId: reportId, after });
    return id;
  });
}

/** Reports whose page is to be captured now: as it was submitted, or since the answer. */
export async function listDueCaptures(
  desk: Pick<Desk, 'db'>,
  { limit }: { limit: number },
): Promise<{ reportId: number; pageUrl: string; when: 'submitted' | 'answered' }[]> {
  return await listUncaptured(desk.db, limit);
}
