import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Clock, ClockExtension } from './clock.ts';
import type { Complexity, InquiryKind } from './inquiry.ts';
import {
  assigned,
  changedClock,
  extended,
  going,
  type MatterLife,
  met,
  moved,
  movedWith,
  rated,
  reopened,
  requireState,
  returned,
  standing,
  type StepTerms,
} from './matter-life.ts';
import type { StateOf } from './moves.ts';
import { startClock } from './running-clock.ts';

/** A unit that helps with an inquiry (协办); who leads is the unit it is with. */
export interface InquiryHelper {
  unit: number;
  isDone: boolean;
}

export type ExtensionState = 'none' | 'asked' | 'granted' | 'refused';

/** Where an inquiry stands, with all that decides what may come next. */
export interface InquiryLife extends MatterLife {
  thing: 'inquiry';
  state: StateOf<'inquiry'>;
  kind: InquiryKind;
  complexity: Complexity;
  helpers: readonly InquiryHelper[];
  extension: ExtensionState;
}

/** Everything that can be done to an inquiry. */
export type InquiryStep =
  | { do: 'assign'; unit: number }
  | { do: 'accept' }
  | { do: 'return' }
  | { do: 'set-complexity'; complexity: Complexity; clock: Clock }
  | { do: 'ask-helper'; unit: number }
  | { do: 'help'; unit: number }
  | { do: 'release-helper'; unit: number }
  | { do: 'ask-back'; reason: string }
  | { do: 'reply' }
  | { do: 'go-on' }
  | { do: 'ask-extension' }
  | { do: 'grant-extension'; extension: ClockExtension }
  | { do: 'refuse-extension' }
  | { do: 'draft' }
  | { do: 'send-back' }
  | { do: 'publish' }
  | { do: 'withhold' }
  | { do: 'refuse' }
  | { do: 'take-up' }
  | { do: 'merge'; into: number }
  /** What became of the inquiry it was merged into becomes of it; its own clock judges. */
  | {
      do: 'follow';
      how: 'publish' | 'withhold' | 'refuse' | 'pause' | 'go-on';
      /** Whom the lead is with. */
      unit: number | null;
    }
  | { do: 'rate' }
  | { do: 'reopen'; clock: Clock }
  | { do: 'move'; from: number; to: number };

/** An inquiry as it comes in. One that names a unit still passes the office's triage. */
export function newInquiry(receivedAt: Instant, kind: InquiryKind, clock: Clock): InquiryLife {
  return {
    thing: 'inquiry',
    state: 'received',
    receivedAt,
    unit: null,
    responsible: null,
    returnedBy: [],
    lead: null,
    clock: startClock(clock, receivedAt),
    metAt: null,
    isLate: false,
    endedAt: null,
    reopenedAt: null,
    ratedAt: null,
    kind,
    complexity: 'ordinary',
    helpers: [],
    extension: 'none',
  };
}

/** What a step makes of an inquiry: a new value, or a refusal that says why not. */
export function stepInquiry(life: InquiryLife, step: InquiryStep, terms: StepTerms): InquiryLife {
  const { at } = terms;
  switch (step.do) {
    case 'assign':
      requireState(life, 'received', 'assigned');
      return assigned(life, step.unit, 'assigned');
    case 'accept':
      requireState(life, 'assigned', 'handling');
      return moved(life, 'handling', { responsible: life.unit });
    case 'return':
      requireState(life, 'assigned', 'received');
      return returned(life, 'received');
    case 'ask-back':
      requireState(life, 'handling', 'asking');
      return moved(life, 'asking', { clock: standing(life.clock, at, step.reason) });
    case 'reply':
    case 'go-on':
      if (life.state !== 'asking') throw new Refusal('no-question');
      return moved(life, 'handling', { clock: going(life.clock, at) });
    case 'draft':
      return drafted(life);
    case 'send-back':
      requireState(life, 'drafted', 'handling');
      return moved(life, 'handling');
    case 'publish':
    case 'withhold':
      if (life.state === 'merged') requireState(life, 'drafted', 'published');
      return ended(life, step.do === 'publish' ? 'published' : 'withheld', terms);
    case 'refuse':
      requireState(life, 'received', 'refused');
      return ended(life, 'refused', terms);
    case 'take-up':
      requireState(life, 'refused', 'received');
      return moved(life, 'received', { metAt: null, endedAt: null });
    case 'merge':
      return moved(life, 'merged', { lead: step.into, clock: going(life.clock, at) });
    case 'follow':
      return followed(life, step, terms);
    case 'rate':
      return rated(life, at);
    case 'reopen':
      return reopenedInquiry(life, step.clock, at);
    case 'move':
      return movedInquiry(life, step);
    default:
      return stepBeside(life, step);
  }
}

/** Steps that leave the state as it is: helpers, the clock's length. */
function stepBeside(
  life: InquiryLife,
  step: Extract<
    InquiryStep,
    {
      do:
        | 'set-complexity'
        | 'ask-helper'
        | 'help'
        | 'release-helper'
        | 'ask-extension'
        | 'grant-extension'
        | 'refuse-extension';
    }
  >,
): InquiryLife {
  if (step.do === 'set-complexity') {
    if (life.metAt !== null) throw new Refusal('matter-ended');
    return {
      ...life,
      complexity: step.complexity,
      clock: changedClock(life.clock, step.clock),
    };
  }
  if (step.do === 'ask-helper' || step.do === 'help' || step.do === 'release-helper') {
    return helped(life, step);
  }
  requireHandling(life);
  const { extension } = life;
  if (step.do === 'ask-extension') {
    if (extension !== 'none') throw new Refusal('extension-asked-before');
    return { ...life, extension: 'asked' };
  }
  if (extension !== 'asked') throw new Refusal('extension-not-asked');
  if (step.do === 'refuse-extension') return { ...life, extension: 'refused' };
  return { ...life, extension: 'granted', clock: extended(life.clock, step.extension) };
}

function helped(
  life: InquiryLife,
  { do: what, unit }: { do: 'ask-helper' | 'help' | 'release-helper'; unit: number },
): InquiryLife {
  requireHandling(life);
  const { helpers } = life;
  const helper = helpers.find((one) => one.unit === unit);
  if (what === 'ask-helper') {
    if (helper || unit === life.unit) throw new Refusal('helper-there', { unit });
    return { ...life, helpers: [...helpers, { unit, isDone: false }] };
  }
  if (!helper || helper.isDone) throw new Refusal('helper-not-open', { unit });
  const rest = helpers.filter((one) => one !== helper);
  return { ...life, helpers: what === 'help' ? [...rest, { unit, isDone: true }] : rest };
}

/** Helpers, questions and time are asked for while it is handled. */
function requireHandling({ state }: InquiryLife): void {
  if (state !== 'handling' && state !== 'asking') throw new Refusal('not-handled', { state });
}

/** The leading unit answers for all: it drafts when every helper has spoken or was released. */
function drafted(life: InquiryLife): InquiryLife {
  requireState(life, 'handling', 'drafted');
  const open = life.helpers.filter(({ isDone }) => !isDone).map(({ unit }) => unit);
  if (open.length > 0) throw new Refusal('helpers-open', { units: open.join(', ') });
  if (life.extension === 'asked') return moved(life, 'drafted', { extension: 'none' });
  return moved(life, 'drafted');
}

/** Answered, in public or not. What was answered before stays answered when that is changed. */
function ended(
  life: InquiryLife,
  to: 'published' | 'withheld' | 'refused',
  terms: StepTerms,
): InquiryLife {
  if (life.endedAt !== null) return moved(life, to);
  return moved(life, to, { ...met(life, terms), endedAt: terms.at });
}

function followed(
  life: InquiryLife,
  { how, unit }: Extract<InquiryStep, { do: 'follow' }>,
  terms: StepTerms,
): InquiryLife {
  const { at } = terms;
  requireState(life, 'merged', 'published');
  if (how === 'pause') return { ...life, clock: standing(life.clock, at, '等待来信人补充材料') };
  if (how === 'go-on') return { ...life, clock: going(life.clock, at) };
  const to = how === 'publish' ? 'published' : how === 'withhold' ? 'withheld' : 'refused';
  const own = { ...life, unit, responsible: life.responsible ?? unit };
  return ended(own, to, terms);
}

/** It is with the unit that answered it; helpers and extension belong to the round before. */
function reopenedInquiry(life: InquiryLife, clock: Clock, at: Instant): InquiryLife {
  const again = reopened(life, { to: 'handling', clock, at });
  return { ...again, helpers: [], extension: 'none' };
}

function movedInquiry(life: InquiryLife, { from, to }: { from: number; to: number }): InquiryLife {
  if (life.endedAt !== null) throw new Refusal('matter-ended');
  const helpers = life.helpers
    .filter(({ unit }) => unit !== to || from === to)
    .map((helper) => (helper.unit === from ? { ...helper, unit: to } : helper));
  return { ...movedWith(life, { from, to }), helpers };
}

/** The clock of the office that a kind and complexity have. */
export function inquiryClockId(kind: InquiryKind, complexity: Complexity): string {
  return complexity === 'complex' ? 'inquiry-complex' : `inquiry-${kind}`;
}
