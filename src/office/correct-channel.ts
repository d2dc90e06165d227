import { isPeriod } from '#base/period.ts';
import { Refusal } from '#base/refusal.ts';
import type { ChannelKind } from '#domain/channel.ts';
import { personId } from '#domain/person.ts';
import { type ChannelJudgement, type RegisteredChannel, updateChannel } from '#store/channels.ts';
import { voidExplanationsOf } from '#store/explanations-of-channel.ts';
import { type Act, type Desk, perform } from './desk.ts';
import { channelAt, unitAt } from './register-at.ts';

export interface ChannelChange {
  /** The version that was seen. */
  version: number;
  kind?: ChannelKind;
  clock?: string | null;
  isHistorical?: boolean;
  ownerUnitId?: number | null;
  reason?: string;
}

/**
 * A person says what a channel is: what is as it was is confirmed, what is otherwise is
 * corrected. Either survives later discovery; a correction voids what the unit had explained.
 */
export async function correctChannel(desk: Desk, id: number, change: ChannelChange): Promise<void> {
  const clock = change.clock ?? null;
  if (clock !== null && !isPeriod(clock)) throw new Refusal('clock-malformed', { clock });
  await perform(desk, async (act) => {
    const { channel, site } = await channelAt(desk, act.tx, id, 'channel.edit');
    const { ownerUnitId } = change;
    if (typeof ownerUnitId === 'number') await unitAt(desk, act.tx, ownerUnitId, 'register.read');
    const judged = judgementOf(channel, change);
    const said = {
      ...judged,
      by: personId(act.actor),
      at: act.at,
      isClockChanged: judged.clock !== channel.clock,
    };
    if (!(await updateChannel(act.tx, { id, version: change.version }, said))) {
      throw new Refusal('moved-meanwhile', { thing: 'channel', id });
    }
    const reason = change.reason ?? null;
    await act.note({
      act: `channel.${isCorrected(channel, judged) ? 'correct' : 'confirm'}`,
      thing: 'channel',
      thingId: id,
      before: factsOf(channel),
      after: judged,
      reason,
    });
    if (isCorrected(channel, judged)) await voidExplanations(act, site.id, channel.url, reason);
  });
}

/** What is said of it. Who and when stand in the line of the ledger itself. */
type Judged = Omit<ChannelJudgement, 'by' | 'at' | 'isClockChanged'>;

function judgementOf(channel: RegisteredChannel, change: ChannelChange): Judged {
  const { kind, clock, isHistorical, ownerUnitId } = change;
  const judged = {
    kind: kind ?? channel.kind,
    clock: clock === undefined ? channel.clock : clock,
    isHistorical: isHistorical ?? channel.isHistorical,
    ownerUnitId: ownerUnitId === undefined ? channel.ownerUnitId : ownerUnitId,
  };
  // Once corrected it stays so: that a second person agrees does not make it a discovery.
  const origin =
    channel.origin === 'corrected' || isCorrected(channel, judged) ? 'corrected' : 'confirmed';
  return { ...judged, origin };
}

function factsOf({ kind, clock, isHistorical, ownerUnitId, origin }: RegisteredChannel) {
  return { kind, clock, isHistorical, ownerUnitId, origin };
}

/** Whether what it is judged by changes. Whose it is changes nothing of that. */
function isCorrected(
  channel: Pick<RegisteredChannel, 'kind' | 'clock' | 'isHistorical'>,
  judged: Pick<ChannelJudgement, 'kind' | 'clock' | 'isHistorical'>,
): boolean {
  return (
    channel.kind !== judged.kind ||
    channel.clock !== judged.clock ||
    channel.isHistorical !== judged.isHistorical
  );
}

async function voidExplanations(
  act: Act,
  siteId: number,
  url: string,
  reason: string | null,
): Promise<void> {
  for (const id of await voidExplanationsOf(act.tx, siteId, url, act.at)) {
    await act.note({
      act: 'explanation.void',
      thing: 'explanation',
      thingId: id,
      before: { state: 'approved' },
      after: { state: 'void' },
      reason,
    });
  }
}
