import { chinaDate, formatChineseDate } from '#base/civil-date.ts';
import { timeLeft, type TimeLeft } from '#domain/time-left.ts';
import { addMonths } from '#base/period.ts';
import { type DueMatter, listDueMatters } from '#store/due-matters.ts';
import { calendarNow } from './calendar-now.ts';
import { type Act, type Desk, perform } from './desk.ts';
import { notify } from './notify.ts';
import { matterName } from './tell-of-matter.ts';

/** A reminder so many working days before the end; a second look of the office so many after. */
const NEAR_DAYS = 2;
const LATE_DAYS = 5;
const LETTER_MONTHS = 2;
const AHEAD_MS = 20 * 86_400_000;
const AT_ONCE = 200;

/**
 * Chases matters that are due soon or overdue: the unit two working days before, its head when it
 * is late, the office five working days later or near the three-month line. Each is told once.
 * Gives how many matters were looked at.
 */
export async function chaseMatters(desk: Desk): Promise<number> {
  const before = new Date(Date.parse(desk.now()) + AHEAD_MS).toISOString();
  const calendar = await calendarNow(desk.db);
  let [looked, after] = [0, 0];
  for (;;) {
    const due = await listDueMatters(desk.db, before, { after, limit: AT_ONCE });
    if (due.length === 0) return looked;
    await perform(desk, async (act) => {
      for (const matter of due) {
        await chase(act, matter, timeLeft(matter.deadline, act.at, calendar));
      }
    });
    looked += due.length;
    after = due.at(-1)?.deadlineId ?? after;
  }
}

async function chase(act: Act, matter: DueMatter, left: TimeLeft): Promise<void> {
  const { thing, id, unitId, place, receivedAt, deadline } = matter;
  const { overdue, workingDays, state } = left;
  const name = matterName(thing, id);
  const round = Date.parse(deadline.startedAt) / 1000;
  const notice = {
    siteId: null,
    args: { matter: name, due: formatChineseDate(deadline.dueOn) },
    link: `/${thing === 'inquiry' ? 'inquiries' : 'error-reports'}/${id}`,
    subject: `${thing}-${id}-${round}`,
  };
  const office = { role: 'inspector', place: { ...place, unit: null } } as const;
  const isOld = chinaDate(act.at) >= addMonths(chinaDate(receivedAt), LETTER_MONTHS);
  if (isOld) await notify(act.tx, { ...notice, to: office, kind: 'letter-line-near' }, act.at);
  if (state === 'paused') return;
  if (!overdue) {
    if (workingDays > NEAR_DAYS || unitId === null) return;
    return void (await notify(
      act.tx,
      { ...notice, to: { unit: unitId }, kind: 'matter-near' },
      act.at,
    ));
  }
  if (unitId !== null) {
    const to = { unit: unitId, roles: ['unit-head', 'unit-editor'] } as const;
    await notify(act.tx, { ...notice, to, kind: 'matter-overdue' }, act.at);
  }
  // Without a unit the office itself is late.
  if (unitId === null || workingDays >= LATE_DAYS) {
    await notify(act.tx, { ...notice, to: office, kind: 'matter-overdue' }, act.at);
  }
}
