import type { NoticeArgs, NoticeKind } from '#domain/notice.ts';
import type { Place } from '#domain/person.ts';
import type { Act } from './desk.ts';
import { notify } from './notify.ts';

/** An order, as far as notices speak of it. */
export interface OrderTold {
  id: number;
  unitId: number;
  unit: string;
  campaign: string;
  version: number;
}

/** Tells the people of the unit something of its order. */
export async function tellUnit(
  act: Act,
  order: OrderTold,
  kind: NoticeKind,
  args: NoticeArgs = {},
): Promise<void> {
  await notify(act.tx, { to: { unit: order.unitId }, ...noticeOf(order, kind, args) }, act.at);
}

/** Tells the inspectors of its region. */
export async function tellOffice(
  act: Act,
  order: OrderTold & { place: Place },
  kind: NoticeKind,
  args: NoticeArgs = {},
): Promise<void> {
  const to = { role: 'inspector', place: order.place } as const;
  await notify(act.tx, { to, ...noticeOf(order, kind, args) }, act.at);
}

function noticeOf(order: OrderTold, kind: NoticeKind, args: NoticeArgs) {
  const { id, unit, campaign, version } = order;
  return {
    kind,
    siteId: null,
    args: { unit, campaign, ...args },
    link: `/orders/${id}`,
    // An order may be answered and looked at again several times: each is news of its own.
    subject: `order-${id}-${version}`,
  };
}
