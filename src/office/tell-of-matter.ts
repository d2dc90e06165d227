import { present } from '#base/assert.ts';
import { chinaDate, formatChineseDate } from '#base/civil-date.ts';
import type { NoticeArgs, NoticeKind } from '#domain/notice.ts';
import type { Place, Role } from '#domain/person.ts';
import { placeOfRegion } from '#store/places.ts';
import type { Act, Desk } from './desk.ts';
import { notify } from './notify.ts';

// Notices are mailed: they name a matter by its number, never by what its writer wrote.

/** Who was told a minute ago is not looked for again: the telling is once a day for each. */
const TOLD_MS = 60_000;
const told = new WeakMap<object, Map<string, number>>();

/**
 * Tells the office, once a day, that matters wait to be assigned. Gives what to call when the act
 * stands: for a minute nobody is looked for again then.
 */
export async function tellTriage(
  { db }: Pick<Desk, 'db'>,
  act: Act,
  regionId: number,
): Promise<() => void> {
  const own = told.get(db) ?? new Map<string, number>();
  told.set(db, own);
  const key = `${regionId} ${chinaDate(act.at)}`;
  const sinceMs = Date.parse(act.at) - (own.get(key) ?? Number.NEGATIVE_INFINITY);
  if (sinceMs >= 0 && sinceMs < TOLD_MS) return () => undefined;
  await tellInspectors(act, regionId);
  return () => {
    if (own.size > 1000) own.clear();
    own.set(key, Date.parse(act.at));
  };
}

async function tellInspectors(act: Act, regionId: number): Promise<void> {
  const place = present(await placeOfRegion(act.tx, regionId), 'a matter lies in a region');
  const day = chinaDate(act.at);
  await notify(
    act.tx,
    {
      to: { role: 'inspector', place },
      kind: 'matters-waiting',
      siteId: null,
      args: { day: formatChineseDate(day) },
      link: '/inquiries?queue=triage',
      subject: `triage-${day}`,
    },
    act.at,
  );
}

/** Tells the people of the unit that an error report is with. */
export async function tellOfReport(
  act: Act,
  { id, unitId, version = 0 }: { id: number; unitId: number; version?: number },
  kind: NoticeKind,
  args: NoticeArgs = {},
): Promise<void> {
  const notice = noticeOf({ thing: 'error-report', id, version }, kind, args);
  await notify(act.tx, { to: { unit: unitId }, ...notice }, act.at);
}

/** The same of an inquiry. */
export async function tellOfInquiry(
  act: Act,
  { id, unitId, version = 0 }: { id: number; unitId: number; version?: number },
  kind: NoticeKind,
  args: NoticeArgs = {},
): Promise<void> {
  const notice = noticeOf({ thing: 'inquiry', id, version }, kind, args);
  await notify(act.tx, { to: { unit: unitId }, ...notice }, act.at);
}

/** Tells those of the office who hold a role where a matter lies. */
export async function tellOfficeOf(
  act: Act,
  row: { id: number; version: number; place: Place; life: { thing: 'error-report' | 'inquiry' } },
  { kind, role = 'inspector', args = {} }: { kind: NoticeKind; role?: Role; args?: NoticeArgs },
): Promise<void> {
  const { id, version, life, place } = row;
  const notice = noticeOf({ thing: life.thing, id, version }, kind, args);
  const to = { role, place: { ...place, unit: null } } as const;
  await notify(act.tx, { to, ...notice }, act.at);
}

/** What a matter is called in a notice: 网络问政第12号. */
export function matterName(thing: 'error-report' | 'inquiry', id: number): string {
  return `${thing === 'inquiry' ? '网络问政' : '找错'}第${id}号`;
}

function noticeOf(
  { thing, id, version }: { thing: 'error-report' | 'inquiry'; id: number; version: number },
  kind: NoticeKind,
  args: NoticeArgs,
) {
  return {
    kind,
    siteId: null,
    args: { matter: matterName(thing, id), ...args },
    link: `/${thing === 'inquiry' ? 'inquiries' : 'error-reports'}/${id}`,
    // A matter may come to a unit several times: each is news of its own.
    subject: `${thing}-${id}-${version}`,
  };
}
