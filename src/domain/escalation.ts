import type { CivilDate, Instant } from '#base/civil-date.ts';

/** The letter of a step, as a person may still change it before it is carried out. */
export interface EscalationDraft {
  title: string;
  salutation: string;
  paragraphs: string[];
}

/** The facts a step was proposed on: printed in its letter, kept with it. */
export interface EscalationFacts {
  unit: string;
  campaign: string;
  dueOn: CivilDate;
  open: number;
  overdue: number;
  failed: number;
  /** Title of the rung that was reached. */
  reason: string;
  repetitions: { site: string; indicator: string; since: string }[];
}

/** What was promised in a talk, and whether it was kept. */
export interface TalkPromise {
  text: string;
  dueOn: CivilDate;
  keptAt: Instant | null;
}

export interface Attendee {
  name: string;
  post: string;
}
