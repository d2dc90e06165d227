import { sha256 } from '#base/hash.ts';
import { plainPicture } from '#base/plain-picture.ts';
import { Refusal } from '#base/refusal.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import { findPicture, insertPicture, listPictures } from '#store/matter-pictures.ts';
import { type Desk, perform } from './desk.ts';
import { inquiryAt, matterByReceiptAtHand, reportAt } from './matter-at.ts';

/** Of one file, and of one matter. */
export const MOST_PICTURE_BYTES = 5 << 20;
const MOST_PICTURES = 3;

/**
 * The writer sends a picture along. What it is, its bytes say and not its name; what cameras and
 * programs hide in it is cut away before it is kept.
 */
export async function addPicture(desk: Desk, receipt: string, bytes: Uint8Array): Promise<void> {
  const picture = bytes.length > MOST_PICTURE_BYTES ? null : plainPicture(bytes);
  if (picture === null) throw new Refusal('picture-mistake', { most: MOST_PICTURE_BYTES >> 20 });
  await perform(desk, async (act) => {
    const { id, life } = await matterByReceiptAtHand(act, receipt);
    const { thing } = life;
    if ((await listPictures(act.tx, thing, id)).length >= MOST_PICTURES) {
      throw new Refusal('pictures-too-many', { most: MOST_PICTURES });
    }
    const hash = sha256(picture.bytes);
    await insertPicture(act.tx, { thing, id, at: act.at, hash }, picture);
    await act.note({ act: `${thing}.picture`, thing, thingId: id, after: { hash } });
  });
}

/** Pictures of a matter that the caller may see, without their bytes. */
export async function picturesOf(desk: Pick<Desk, 'db'>, thing: MatterThing, id: number) {
  return await listPictures(desk.db, thing, id);
}

/** One picture. Whose matter it is, the caller has to ask. */
export async function askPicture(desk: Pick<Desk, 'db'>, id: number) {
  const picture = await findPicture(desk.db, id);
  if (picture === null) throw new Refusal('not-found', { thing: 'picture', id });
  return { ...picture, name: `picture-${id}.${picture.mediaType.slice(6)}` };
}

/** Pictures of a matter, for the office and the unit. */
export async function askMatterPictures(desk: Desk, thing: MatterThing, id: number) {
  await (thing === 'inquiry' ? inquiryAt : reportAt)(desk, desk.db, id, 'matter.read');
  return await listPictures(desk.db, thing, id);
}

/** One of them, for the office and the unit; of a matter that may not be seen it is not there. */
export async function askMatterPicture(desk: Desk, id: number) {
  const picture = await askPicture(desk, id);
  const at = picture.thing === 'inquiry' ? inquiryAt : reportAt;
  await at(desk, desk.db, picture.thingId, 'matter.read');
  return picture;
}
