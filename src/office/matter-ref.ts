import type { MatterThing } from '#domain/public-matter.ts';
import type { RightName } from '#domain/rights.ts';
import type { ReportRow } from '#store/error-reports.ts';
import type { InquiryRow } from '#store/inquiries.ts';
import type { Act, Desk } from './desk.ts';
import { inquiryAtHand, isInquiry, reportAtHand } from './matter-at.ts';
import { type StepTold, takeInquiryStep, takeReportStep } from './step-matter.ts';

/** Which matter an act is about. */
export interface MatterRef {
  thing: MatterThing;
  id: number;
}

/** Steps that both matters have. */
export type CommonStep =
  | { do: 'assign'; unit: number }
  | { do: 'return' }
  | { do: 'refuse' }
  | { do: 'take-up' }
  | { do: 'merge'; into: number }
  | { do: 'rate' }
  | { do: 'move'; from: number; to: number };

/** A matter held until the act ends, if the actor may do this to it. */
export async function matterAtHand(
  desk: Desk,
  act: Act,
  { thing, id }: MatterRef,
  right: RightName,
): Promise<InquiryRow | ReportRow> {
  return thing === 'inquiry'
    ? await inquiryAtHand(desk, act, id, right)
    : await reportAtHand(desk, act, id, right);
}

/** Takes a step that both matters have. */
export async function takeStep(
  act: Act,
  row: InquiryRow | ReportRow,
  step: CommonStep,
  told: StepTold,
): Promise<void> {
  if (isInquiry(row)) await takeInquiryStep(act, row, step, told);
  else await takeReportStep(act, row, step, told);
}
