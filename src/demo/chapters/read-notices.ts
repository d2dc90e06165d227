import { askNotices, markRead } from '#office/ask-notices.ts';
import { deskOf, type OfficeLogin, type Stage, unitDesk } from '../stage.ts';
import { UNIT_OF_SIGN_IN } from '../sign-ins.ts';

const readers: readonly OfficeLogin[] = ['inspector', 'reviewer', 'leader'];
/** What came last is still unread. */
const UNREAD = 4;

/** People have read what they were told in the year, but for the last of it. */
export async function readNotices(stage: Stage): Promise<void> {
  const desks = [...readers.map((login) => deskOf(stage, login)), unitDesk(stage, UNIT_OF_SIGN_IN)];
  for (const desk of desks) {
    const { items } = await askNotices(desk, { limit: UNREAD + 1 });
    const read = items[UNREAD];
    if (read) await markRead(desk, { upTo: read.id });
  }
}
