import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { WorkCalendar } from '#base/working-days.ts';
import { computeDeadline, type Deadline } from '#domain/deadline.ts';
import { type InquiryLife, type InquiryStep, stepInquiry } from '#domain/inquiry-life.ts';
import { personId } from '#domain/person.ts';
import type { MatterEvent } from '#domain/public-matter.ts';
import { type ReportLife, type ReportStep, stepReport } from '#domain/report-life.ts';
import type { ReportRow } from '#store/error-reports.ts';
import type { InquiryRow } from '#store/inquiries.ts';
import { insertEvent } from '#store/matter-events.ts';
import { saveLife, saveMatterClock } from '#store/matter-lives.ts';
import { calendarNow } from './calendar-now.ts';
import type { Act } from './desk.ts';
import { mailWriter } from './mail-writer.ts';

/** What is told of a step, besides where it leads. */
export interface StepTold {
  what: MatterEvent;
  /** What was said: kept in the history, never in the ledger. */
  text?: string | null;
  /** Whether the writer may read it; not unless said so. */
  isOpen?: boolean;
  /** The unit that acted, or that it concerns. */
  unitId?: number | null;
  /** Other columns that change with it. */
  changes?: Readonly<Record<string, unknown>>;
  data?: unknown;
}

/** Takes a step of an inquiry: decided by its life, saved once, written down. */
export async function takeInquiryStep(
  act: Act,
  row: InquiryRow,
  step: InquiryStep,
  told: StepTold,
): Promise<{ life: InquiryLife; deadline: Deadline }> {
  const calendar = await calendarNow(act.tx);
  const life = stepInquiry(row.life, step, { at: act.at, calendar });
  const deadline = await saveStep(act, { row, life, calendar }, told);
  return { life, deadline };
}

/** The same of an error report. */
export async function takeReportStep(
  act: Act,
  row: ReportRow,
  step: ReportStep,
  told: StepTold,
): Promise<{ life: ReportLife; deadline: Deadline }> {
  const calendar = await calendarNow(act.tx);
  const life = stepReport(row.life, step, { at: act.at, calendar });
  const deadline = await saveStep(act, { row, life, calendar }, told);
  return { life, deadline };
}

async function saveStep(
  act: Act,
  {
    row,
    life,
    calendar,
  }: {
    row: Pick<ReportRow | InquiryRow, 'id' | 'version' | 'life'>;
    life: ReportLife | InquiryLife;
    calendar: WorkCalendar;
  },
  { what, text = null, isOpen = false, unitId = life.unit, changes = {}, data }: StepTold,
): Promise<Deadline> {
  const { thing } = life;
  const from = row.life.state;
  const now = { ...changes, changed_at: act.at };
  if (!(await saveLife(act.tx, { id: row.id, version: row.version, from }, life, now))) {
    throw new Refusal('moved-meanwhile', { thing, id: row.id });
  }
  const deadline = computeDeadline(life.clock, calendar);
  await saveMatterClock(act.tx, life, row.id, deadline);
  const event = await insertEvent(act.tx, {
    thing,
    thingId: row.id,
    at: act.at,
    what,
    state: life.state,
    isLate: life.isLate,
    life,
    personId: personId(act.actor),
    unitId,
    text,
    isOpen,
    data,
  });
  await mailWriter(act, { id: event, thing, thingId: row.id, what, isOpen });
  await act.note({
    act: `${thing}.${what}`,
    thing,
    thingId: row.id,
    before: ledgerState(row.life),
    after: { ...ledgerState(life), dueAt: deadline.dueAt, event },
  });
  return deadline;
}

/** What the ledger keeps of a matter after each act: enough to count it by, nothing personal. */
export function ledgerState(life: ReportLife | InquiryLife): {
  state: string;
  unit: number | null;
  responsible: number | null;
  receivedAt: Instant;
  isLate: boolean;
} {
  const { state, unit, responsible, receivedAt, isLate } = life;
  return { state, unit, responsible, receivedAt, isLate };
}
