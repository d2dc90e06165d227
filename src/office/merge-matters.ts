import { Refusal } from '#base/refusal.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import { findReport } from '#store/error-reports.ts';
import { findInquiry } from '#store/inquiries.ts';
import { lockMatters } from '#store/matter-lives.ts';
import { type Act, type Desk, perform } from './desk.ts';
import { type MatterRef, matterAtHand, takeStep } from './matter-ref.ts';

/**
 * Merges matters of the same content into one (重复件、群发件): it is handled once, and every writer
 * is answered. Each keeps its own receipt and clock. Gives how many were merged.
 */
export async function mergeMatters(
  desk: Desk,
  into: MatterRef,
  ids: readonly number[],
): Promise<number> {
  return await perform(desk, async (act) => {
    const wanted = [...new Set(ids)].filter((id) => id !== into.id);
    await lockMatters(act.tx, into.thing, [into.id, ...wanted]);
    const lead = await matterAtHand(desk, act, into, 'matter.triage');
    if (lead.life.endedAt !== null || lead.life.state === 'merged') {
      throw new Refusal('merge-foreign', { ids: into.id });
    }
    const rows = await Promise.all(wanted.map((id) => findOne(act, into.thing, id)));
    const foreign = wanted.filter((_, index) => {
      const row = rows[index];
      return !row || row.region_id !== lead.region_id || row.life.endedAt !== null;
    });
    if (foreign.length > 0) throw new Refusal('merge-foreign', { ids: foreign.join(', ') });
    for (const row of rows) {
      if (!row) continue;
      await takeStep(
        act,
        row,
        { do: 'merge', into: into.id },
        {
          what: 'merged',
          data: { lead: into.id },
        },
      );
    }
    return wanted.length;
  });
}

async function findOne({ tx }: Act, thing: MatterThing, id: number) {
  return thing === 'inquiry' ? await findInquiry(tx, id) : await findReport(tx, id);
}
