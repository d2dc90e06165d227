import { pictureType } from '#base/plain-picture.ts';
import { Refusal } from '#base/refusal.ts';
import { findCapture } from '#store/captures.ts';
import type { Database } from '#store/database/database.ts';
import type { Desk } from './desk.ts';
import { reportAt } from './matter-at.ts';

/** One capture with its picture. Whose report it is, the caller has to ask. */
export async function askCapture(db: Database, id: number) {
  const capture = await findCapture(db, id);
  if (capture === null) throw new Refusal('not-found', { thing: 'capture', id });
  return capture;
}

/** The picture of a page that was captured for a report that may be seen. */
export async function askCapturePicture(desk: Desk, reportId: number, id: number) {
  await reportAt(desk, desk.db, reportId, 'matter.read');
  const { picture, reportId: of } = await askCapture(desk.db, id);
  if (picture === null || of !== reportId) throw new Refusal('not-found', { thing: 'capture', id });
  const mediaType = pictureType(picture) ?? 'application/octet-stream';
  return { name: `capture-${id}.${mediaType.slice(6)}`, mediaType, bytes: picture };
}
