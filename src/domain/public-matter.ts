import { addDays, chinaDate, type Instant } from '#base/civil-date.ts';
import type { Words } from './clock.ts';
import { type Deadline, endOfDay } from './deadline.ts';
import type { Fault, Truth } from './error-report.ts';
import type { InquiryKind, RefusalReason, WithholdReason } from './inquiry.ts';
import type { StateOf } from './moves.ts';
import type { TimeLeft } from './time-left.ts';

/** What a citizen writes to the office: a fault of a page, or a question. */
export const matterThings = ['error-report', 'inquiry'] as const;
export type MatterThing = (typeof matterThings)[number];

/** How a writer may be reached. Kept sealed, erased by schedule. */
export interface Contact {
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

/** What a writer who left a mail address is mailed of. */
export type MailAbout = 'received' | 'asked' | 'answered';

/** What a writer gets for a matter. The receipt is shown once and kept by nobody but the writer. */
export interface Submitted {
  /** `XXXX-XXXX-XXXX-XXXX-XXXX`. */
  receipt: string;
  dueAt: Instant;
  computation: Deadline;
}

/** Days after the end within which a writer may reopen a matter, once. Ours. */
export const REOPEN_DAYS = 10;

/** The first moment at which a matter that ended then can no longer be reopened. */
export function reopenUntil(endedAt: Instant): Instant {
  return endOfDay(addDays(chinaDate(endedAt), REOPEN_DAYS));
}

/** How satisfied a writer is (满意度); the two upper ones count as satisfied. */
export const satisfactions = {
  'very-satisfied': { zh: '非常满意', en: 'very satisfied' },
  satisfied: { zh: '满意', en: 'satisfied' },
  neutral: { zh: '一般', en: 'neither' },
  dissatisfied: { zh: '不满意', en: 'dissatisfied' },
} as const satisfies Record<string, Words>;
export type Satisfaction = keyof typeof satisfactions;
export const satisfactionNames = Object.keys(satisfactions) as [Satisfaction, ...Satisfaction[]];

export interface Rating {
  satisfaction: Satisfaction;
  comment: string | null;
  at: Instant;
}

/** What may happen to a matter, in the order it happened. */
export const matterEvents = [
  'submitted',
  'assigned',
  'accepted',
  'returned',
  'helper-asked',
  'helper-answered',
  'helper-released',
  'asked',
  'replied',
  'went-on',
  'complexity',
  'extension-asked',
  'extension-granted',
  'extension-refused',
  'drafted',
  'sent-back',
  'answered',
  'published',
  'withheld',
  'closed',
  'refused',
  'taken-up',
  'merged',
  'moved',
  'truth',
  'finding',
  'captured',
  'rated',
  'reopened',
  'contact-read',
  'contact-erased',
] as const;
export type MatterEvent = (typeof matterEvents)[number];

/** A line of a matter's history as its writer may see it. */
export interface HistoryLine {
  at: Instant;
  what: MatterEvent;
  unit: string | null;
  /** What was said: an answer, a question, a reason. */
  text: string | null;
}

/** What a page looked like when it was captured for a report. */
export interface CaptureSeen {
  id: number;
  when: 'submitted' | 'answered';
  at: Instant;
  /** The capture failed: why, in words of the crawl (`timeout`, `dns`, …); null: it was made. */
  failure: string | null;
  status: number | null;
  finalUrl: string | null;
  title: string | null;
  /** First 2,000 characters of what the page said. */
  text: string | null;
  hasPicture: boolean;
}

interface Seen {
  id: number;
  submittedAt: Instant;
  text: string;
  unit: string | null;
  history: HistoryLine[];
  /** The answer that stands; null while there is none. */
  answer: { text: string; at: Instant; unit: string | null } | null;
  clock: { deadline: Deadline; left: TimeLeft; metAt: Instant | null } | null;
  refusedFor: RefusalReason | null;
  rating: Rating | null;
  /** What the writer may do now. */
  may: { rate: boolean; reopen: boolean; answerBack: boolean };
  /** The first moment it is too late to reopen; null when it cannot be. */
  reopenUntil: Instant | null;
}

/** A matter as its writer may see it, who shows the receipt. */
export type MatterSeen =
  | (Seen & {
      thing: 'error-report';
      state: StateOf<'error-report'>;
      pageUrl: string;
      fault: Fault;
      site: string | null;
      truth: Truth | null;
      captures: CaptureSeen[];
    })
  | (Seen & {
      thing: 'inquiry';
      state: StateOf<'inquiry'>;
      kind: InquiryKind;
      title: string;
      mayPublish: boolean;
      /** What the unit asks back; the clock stands until it is answered. */
      question: string | null;
      withheldFor: WithholdReason | null;
      /** Where it can be read by everybody; null when it cannot. */
      publishedId: number | null;
    });

/** A report of the same page that is not closed. */
export interface SimilarReport {
  id: number;
  pageUrl: string;
  fault: Fault;
  submittedAt: Instant;
  state: StateOf<'error-report'>;
  unit: string | null;
  /** Whether it is exactly this page, or only the same site. */
  isSamePage: boolean;
}

/** A question and its answer as everybody may read them, personal data masked. */
export interface PublishedInquiry {
  id: number;
  kind: InquiryKind;
  title: string;
  question: string;
  answer: string;
  unit: string;
  unitId: number;
  submittedAt: Instant;
  publishedAt: Instant;
  satisfaction: Satisfaction | null;
}
