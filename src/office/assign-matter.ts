import { Refusal } from '#base/refusal.ts';
import { type Complexity, type InquiryKind } from '#domain/inquiry.ts';
import { inquiryClockId } from '#domain/inquiry-life.ts';
import { findInquiry } from '#store/inquiries.ts';
import { present } from '#base/assert.ts';
import { placeOfUnit } from '#store/places.ts';
import { findSite } from '#store/sites.ts';
import { type Act, type Desk, perform, requireRight } from './desk.ts';
import { isInquiry } from './matter-at.ts';
import { type MatterRef, matterAtHand, takeStep } from './matter-ref.ts';
import { takeInquiryStep } from './step-matter.ts';
import { officeClock } from './start-deadline.ts';
import { tellOfInquiry, tellOfReport } from './tell-of-matter.ts';

/** To whom a matter is given, with what the office found out about it. */
export interface Assignment {
  unitId: number;
  /** Of an inquiry: a complex one has a longer clock. */
  complexity?: Complexity | undefined;
  /** Of a report whose page was of no known site. */
  siteId?: number | undefined;
  note?: string | undefined;
}

/**
 * The office gives a matter to a unit (分办). The unit first asked answers for an inquiry until
 * another has taken it on, whatever becomes of it.
 */
export async function assignMatter(desk: Desk, of: MatterRef, to: Assignment): Promise<void> {
  await perform(desk, async (act) => {
    let row = await matterAtHand(desk, act, of, 'matter.triage');
    const place = await placeOfUnit(act.tx, to.unitId);
    if (place === null) throw new Refusal('unit-unknown', { unit: to.unitId });
    requireRight(desk, 'matter.triage', { ...place, unit: null });
    if (isInquiry(row) && to.complexity !== undefined && to.complexity !== row.complexity) {
      await weigh(act, row.id, { kind: row.kind, complexity: to.complexity });
      row = present(await findInquiry(act.tx, row.id), 'it was just changed');
    }
    const changes = isInquiry(row) ? {} : await siteOf(act, to.siteId);
    await takeStep(
      act,
      row,
      { do: 'assign', unit: to.unitId },
      {
        what: 'assigned',
        text: to.note ?? null,
        isOpen: true,
        unitId: to.unitId,
        changes: { ...changes, suspicion: [] },
      },
    );
    const told = { id: row.id, unitId: to.unitId, version: row.version };
    await (isInquiry(row) ? tellOfInquiry : tellOfReport)(act, told, 'matter-assigned');
  });
}

async function siteOf(act: Act, siteId: number | undefined): Promise<Record<string, unknown>> {
  if (siteId === undefined) return {};
  const site = await findSite(act.tx, siteId);
  if (site === null) throw new Refusal('not-found', { thing: 'site', id: siteId });
  return { site_id: siteId };
}

/** Gives an inquiry the clock of its complexity, from the same event. */
export async function weigh(
  act: Act,
  id: number,
  { kind, complexity }: { kind: InquiryKind; complexity: Complexity },
): Promise<void> {
  const row = present(await findInquiry(act.tx, id), 'it is held');
  const clock = officeClock(inquiryClockId(kind, complexity));
  const step = { do: 'set-complexity', complexity, clock } as const;
  await takeInquiryStep(act, row, step, { what: 'complexity', isOpen: true, text: clock.title.zh });
}
