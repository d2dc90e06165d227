import type { Instant } from '#base/civil-date.ts';
import type { Place, Role } from './person.ts';

/**
 * How soon a mail may go out: `at-once` at any hour; `soon` at any hour but the quiet ones;
 * `digest` with all others of its kind in the morning of a working day.
 */
export type Urgency = 'at-once' | 'soon' | 'digest';

/** Everything people are told of, and how soon. The words stand in `wording/notices.yaml`. */
export const noticeUrgency = {
  'portal-outage': 'at-once',
  'site-outage': 'soon',
  'site-recovered': 'digest',
  'signal-watch': 'digest',
  'signal-breach': 'soon',
  'signal-unmeasured': 'soon',
  'signal-cleared': 'digest',
  'campaign-measured': 'digest',
  'hearing-opened': 'soon',
  'explanation-claimed': 'digest',
  'explanation-decided': 'soon',
  'explanation-void': 'soon',
  'appeal-filed': 'digest',
  'appeal-assigned': 'soon',
  'appeal-decided': 'soon',
  'circular-submitted': 'soon',
  'circular-published': 'digest',
  'circular-corrected': 'soon',
  'order-issued': 'soon',
  'order-received': 'digest',
  'order-replied': 'digest',
  'recheck-passed': 'digest',
  'recheck-failed': 'soon',
  'deadline-near': 'digest',
  'deadline-passed': 'soon',
  'deadline-moved': 'digest',
  'escalation-proposed': 'soon',
  'warning-issued': 'soon',
  'talk-scheduled': 'soon',
  'matters-waiting': 'digest',
  'matter-assigned': 'soon',
  'matter-returned': 'soon',
  'matter-answered': 'digest',
  'matter-sent-back': 'soon',
  'matter-replied': 'soon',
  'matter-reopened': 'soon',
  'matter-moved': 'digest',
  'helper-asked': 'soon',
  'helper-answered': 'digest',
  'extension-asked': 'digest',
  'extension-decided': 'soon',
  'matter-near': 'digest',
  'matter-overdue': 'soon',
  'letter-line-near': 'soon',
} as const satisfies Record<string, Urgency>;
export type NoticeKind = keyof typeof noticeUrgency;
export const noticeKinds = Object.keys(noticeUrgency) as [NoticeKind, ...NoticeKind[]];

/** What fills the words: names, numbers, dates as people read them. No secrets: it is mailed. */
export type NoticeArgs = Readonly<Record<string, string | number>>;

/** Who is told. */
export type Recipients =
  | { people: readonly number[] }
  /** Those of a unit, or where nobody is, of the nearest unit above it. */
  | { unit: number; roles?: readonly Role[] }
  /** Those who hold a role at a place, or where nobody does, in the nearest region above it. */
  | { role: Role; place: Place };

/** One thing to tell. */
export interface NewNotice {
  to: Recipients;
  kind: NoticeKind;
  siteId: number | null;
  args: NoticeArgs;
  /** Where to look, below the address of the service: `/orders/7`. */
  link: string;
  /** What it is about, in a word: a person is told once of each kind and subject. */
  subject: string;
}

/** How a person wants mail: as the kinds say, all of it in the morning, or none. */
export const mailChoices = ['as-said', 'digest', 'none'] as const;
export type MailChoice = (typeof mailChoices)[number];

/** A notice as it was written to one person. */
export interface Notice {
  id: number;
  kind: NoticeKind;
  siteId: number | null;
  site: string | null;
  args: NoticeArgs;
  link: string;
  createdAt: Instant;
  readAt: Instant | null;
}
