import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';

import type { Clock } from './clock.ts';
import type { Truth } from './error-report.ts';
import {
  assigned,
  going,
  type MatterLife,
  met,
  moved,
  movedWith,
  rated,
  reopened,
  requireState,
  returned,
  type StepTerms,
} from './matter-life.ts';
import type { StateOf } from './moves.ts';
import { startClock } from './running-clock.ts';

/** Where an error report stands, with all that decides what may come next. */
export interface ReportLife extends MatterLife {
  thing: 'error-report';
  state: StateOf<'error-report'>;
  /** As the unit says, and as the office found. Neither says whether it was answered. */
  unitTruth: Truth | null;
  truth: Truth | null;
}

/** Everything that can be done to an error report. */
export type ReportStep =
  | { do: 'assign'; unit: number }
  | { do: 'return' }
  | { do: 'answer'; truth: Truth }
  | { do: 'send-back' }
  | { do: 'close'; truth: Truth }
  | { do: 'set-truth'; truth: Truth }
  | { do: 'refuse' }
  | { do: 'take-up' }
  | { do: 'merge'; into: number }
  /** What became of the report it was merged into becomes of it. */
  | { do: 'follow'; lead: Pick<ReportLife, 'state' | 'truth' | 'metAt' | 'unit'> }
  | { do: 'rate' }
  | { do: 'reopen'; clock: Clock }
  | { do: 'move'; from: number; to: number };

/** A report as it comes in; `unit` that of the site, where the register knows the site. */
export function newReport(receivedAt: Instant, clock: Clock, unit: number | null): ReportLife {
  return {
    thing: 'error-report',
    state: unit === null ? 'received' : 'assigned',
    receivedAt,
    unit,
    responsible: unit,
    returnedBy: [],
    lead: null,
    clock: startClock(clock, receivedAt),
    metAt: null,
    isLate: false,
    endedAt: null,
    reopenedAt: null,
    ratedAt: null,
    unitTruth: null,
    truth: null,
  };
}

/**
 * What a step makes of a report: a new value, or a refusal that says why not. The clock is met by
 * the answer; one that a supervisor sends back was none, and the clock has gone on since.
 */
export function stepReport(life: ReportLife, step: ReportStep, terms: StepTerms): ReportLife {
  const { at } = terms;
  switch (step.do) {
    case 'assign': {
      requireState(life, 'received', 'assigned');
      return { ...assigned(life, step.unit, 'assigned'), responsible: step.unit };
    }
    case 'return':
      requireState(life, 'assigned', 'received');
      return returned(life, 'received');
    case 'answer':
      requireState(life, 'assigned', 'answered');
      return moved(life, 'answered', { metAt: at, unitTruth: step.truth });
    case 'send-back':
      requireState(life, 'answered', 'assigned');
      return moved(life, 'assigned', { metAt: null });
    case 'close': {
      requireState(life, 'answered', 'closed');
      const ended = met(life, { ...terms, at: life.metAt ?? at });
      return moved(life, 'closed', { ...ended, truth: step.truth, endedAt: at });
    }
    case 'set-truth':
      return { ...life, truth: step.truth };
    case 'refuse':
      requireState(life, 'received', 'refused');
      return moved(life, 'refused', { ...met(life, terms), endedAt: at });
    case 'take-up':
      requireState(life, 'refused', 'received');
      return moved(life, 'received', { metAt: null, endedAt: null, clock: going(life.clock, at) });
    case 'merge':
      return moved(life, 'merged', { lead: step.into });
    case 'follow':
      return followed(life, step.lead, terms);
    case 'rate':
      return rated(life, at);
    case 'reopen':
      return reopened(life, { to: 'assigned', clock: step.clock, at });
    case 'move':
      if (life.endedAt !== null) throw new Refusal('matter-ended');
      return movedWith(life, step);
  }
}

function followed(
  life: ReportLife,
  lead: Pick<ReportLife, 'state' | 'truth' | 'metAt' | 'unit'>,
  terms: StepTerms,
): ReportLife {
  requireState(life, 'merged', 'closed');
  const to = lead.state === 'refused' ? 'refused' : 'closed';
  const ended = met(life, { ...terms, at: lead.metAt ?? terms.at });
  const { unit, truth } = lead;
  const responsible = life.responsible ?? unit;
  return moved(life, to, { ...ended, unit, responsible, truth, endedAt: terms.at });
}
