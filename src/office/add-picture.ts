import { attachCapture } from './attach-capture.ts';
import type { Desk } from './desk.ts';
import { reportAt } from './matter-at.ts';

/** Somebody of the office adds a picture of a reported page that no machine could take. */
export async function addPicture(
  desk: Desk,
  reportId: number,
  picture: Uint8Array,
): Promise<number> {
  const { state } = await reportAt(desk, desk.db, reportId, 'matter.review');
  return await attachCapture(desk, reportId, {
    when: state === 'answered' ? 'answered' : 'submitted',
    at: desk.now(),
    visit: null,
    failure: null,
    title: null,
    text: null,
    picture,
    folder: null,
    seal: null,
  });
}
