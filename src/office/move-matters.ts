import { present } from '#base/assert.ts';
import { Refusal } from '#base/refusal.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import { findReport } from '#store/error-reports.ts';
import { findInquiry, replaceHelper } from '#store/inquiries.ts';
import { listMattersOfUnit, lockMatters } from '#store/matter-lives.ts';
import { placeOfUnit } from '#store/places.ts';
import { findUnit } from '#store/units.ts';
import { type Act, type Desk, perform, requireRight } from './desk.ts';
import { isInquiry } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeStep } from './matter-ref.ts';
import { notify } from './notify.ts';

/**
 * An institution changed: all that a unit has not ended goes on with its successor, clocks and
 * all. What had ended stays counted where it ended. Gives how many matters moved.
 */
export async function moveMatters(
  desk: Desk,
  { from, to, reason }: { from: number; to: number; reason: string },
): Promise<number> {
  const text = plainText('理由', reason, 2000);
  return await perform(desk, async (act) => {
    for (const unit of [from, to]) {
      const place = await placeOfUnit(act.tx, unit);
      if (place === null) throw new Refusal('unit-unknown', { unit });
      requireRight(desk, 'matter.triage', { ...place, unit: null });
    }
    let count = 0;
    for (const thing of ['inquiry', 'error-report'] as const) {
      const ids = await listMattersOfUnit(act.tx, thing, from);
      await lockMatters(act.tx, thing, ids);
      for (const id of ids) await moveOne(act, { thing, id }, { from, to, text });
      count += ids.length;
    }
    if (count > 0) await tell(act, to, count);
    return count;
  });
}

async function moveOne(
  act: Act,
  { thing, id }: { thing: MatterThing; id: number },
  { from, to, text }: { from: number; to: number; text: string },
): Promise<void> {
  const found = thing === 'inquiry' ? findInquiry(act.tx, id) : findReport(act.tx, id);
  const row = present(await found, 'a matter of the unit');
  if (row.life.endedAt !== null) return;
  const isOwn = row.life.unit === from || row.life.responsible === from;
  await takeStep(
    act,
    row,
    { do: 'move', from, to },
    {
      what: 'moved',
      text,
      isOpen: true,
      unitId: to,
      changes: isOwn ? { moved_from: from } : {},
      data: { from, to },
    },
  );
  if (isInquiry(row)) await replaceHelper(act.tx, id, { from, to });
}

async function tell(act: Act, to: number, count: number): Promise<void> {
  const unit = present(await findUnit(act.tx, to), 'the successor').name;
  await notify(
    act.tx,
    {
      to: { unit: to },
      kind: 'matter-moved',
      siteId: null,
      args: { unit, count },
      link: '/inquiries?queue=units',
      subject: `moved-${to}-${act.at}`,
    },
    act.at,
  );
}
