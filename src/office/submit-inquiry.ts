import { present } from '#base/assert.ts';
import { Refusal } from '#base/refusal.ts';
import type { NewInquiry } from '#domain/inquiry.ts';
import { inquiryClockId, newInquiry } from '#domain/inquiry-life.ts';
import type { Submitted } from '#domain/public-matter.ts';
import { insertInquiry } from '#store/inquiries.ts';
import { regionIdOfUnit, rootRegionId } from '#store/matter-origins.ts';
import { type Desk, perform } from './desk.ts';
import { MOST_TEXT, MOST_TITLE, plainText } from './matter-input.ts';
import {
  checkedSender,
  inquiryOfForm,
  originOf,
  recordNewMatter,
  type Sender,
  submitted,
} from './new-matter.ts';
import { officeClock } from './start-deadline.ts';
import { tellTriage } from './tell-of-matter.ts';

/**
 * Somebody of the public asks, complains, suggests or calls for help (网络问政). Its clock starts
 * by its kind; the office assigns it. The same form sent twice makes one inquiry.
 */
export async function submitInquiry(
  desk: Desk,
  inquiry: NewInquiry & Sender,
): Promise<Submitted & { inquiryId: number }> {
  const title = plainText('标题', inquiry.title, MOST_TITLE).replace(/\s+/g, ' ');
  const text = plainText('内容', inquiry.text, MOST_TEXT);
  const sender = checkedSender(desk, inquiry);
  let noteTold = () => undefined as void;
  const submittedNow = await perform(desk, async (act) => {
    const { unitId, kind, mayPublish } = inquiry;
    const ofUnit = unitId === undefined ? null : await regionIdOfUnit(act.tx, unitId);
    if (unitId !== undefined && ofUnit === null) {
      throw new Refusal('unit-unknown', { unit: unitId });
    }
    const regionId = ofUnit ?? present(await rootRegionId(act.tx), 'a region');
    const origin = await originOf(act, { thing: 'inquiry', text, regionId }, sender);
    const life = newInquiry(act.at, kind, officeClock(inquiryClockId(kind, 'ordinary')));
    const id = await insertInquiry(act.tx, life, { kind, unitId, title, text, mayPublish }, origin);
    if (id === null) {
      const before = await inquiryOfForm(act, sender.receipt);
      return { ...submitted(sender.receipt, before.deadline), inquiryId: before.id };
    }
    noteTold = await tellTriage(desk, act, regionId);
    const made = await recordNewMatter(act, desk, { id, life, text }, sender);
    return { ...made, inquiryId: id };
  });
  noteTold();
  return submittedNow;
}
