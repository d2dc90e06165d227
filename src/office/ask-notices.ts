import type { Language } from '#base/refusal.ts';
import type { MailChoice, Notice } from '#domain/notice.ts';
import { personId } from '#domain/person.ts';
import {
  countUnread,
  findMailChoice,
  keepMailChoice,
  listNotices,
  markNoticesRead,
} from '#store/notices.ts';
import type { Desk } from './desk.ts';
import { type NoticeWords, noticeWords } from './notice-words.ts';
import type { Page } from './page-of.ts';

/** A notice with its words. */
export type ReadableNotice = Notice & Record<Language, NoticeWords>;

/** The actor's own notices, newest first, and how many are unread in all. A job has none. */
export async function askNotices(
  desk: Desk,
  filter: { unread?: boolean; after?: number; limit: number },
): Promise<Page<ReadableNotice> & { unread: number }> {
  const person = personId(desk.actor);
  if (person === null) return { items: [], next: null, unread: 0 };
  const found = await listNotices(desk.db, person, filter);
  const unread = await countUnread(desk.db, person);
  const items = found.map((notice) => ({
    ...notice,
    ...noticeWords(notice.kind, notice.args, notice.site),
  }));
  const next = items.length === filter.limit ? (items.at(-1)?.id ?? null) : null;
  return { items, next, unread };
}

/** Marks notices as read: one, or all up to one. Those of others are left alone, unsaid. */
export async function markRead(
  desk: Desk,
  which: { id: number } | { upTo: number },
): Promise<void> {
  const person = personId(desk.actor);
  if (person !== null) await markNoticesRead(desk.db, person, which, desk.now());
}

export async function askMailChoice(desk: Desk): Promise<{ mail: MailChoice }> {
  const person = personId(desk.actor);
  return { mail: person === null ? 'none' : await findMailChoice(desk.db, person) };
}

/** Whether one wants mail is one's own affair: no right, no line in the ledger. */
export async function chooseMail(desk: Desk, mail: MailChoice): Promise<void> {
  const person = personId(desk.actor);
  if (person !== null) await keepMailChoice(desk.db, person, mail);
}
