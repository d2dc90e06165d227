import { present } from '#base/assert.ts';
import type { MatterEvent } from '#domain/public-matter.ts';
import { findReport } from '#store/error-reports.ts';
import { findInquiry } from '#store/inquiries.ts';
import { listFollowers } from '#store/matter-lives.ts';
import type { Act } from './desk.ts';
import { takeInquiryStep, takeReportStep } from './step-matter.ts';

type How = 'publish' | 'withhold' | 'refuse' | 'pause' | 'go-on';

const eventOf: Readonly<Record<How, MatterEvent>> = {
  publish: 'published',
  withhold: 'withheld',
  refuse: 'refused',
  pause: 'asked',
  'go-on': 'replied',
};

/** What is told to each writer, with the columns that say it. */
interface Told {
  text: string | null;
  changes?: Readonly<Record<string, unknown>>;
}

/** What becomes of an inquiry becomes of those merged into it: every writer is answered. */
export async function followInquiry(act: Act, lead: number, how: How, told: Told): Promise<void> {
  const followers = await listFollowers(act.tx, 'inquiry', lead);
  if (followers.length === 0) return;
  const { unit } = present(await findInquiry(act.tx, lead), 'a lead').life;
  for (const id of followers) {
    const row = present(await findInquiry(act.tx, id), 'a follower');
    // One whose writer does not agree is answered, and not counted as public.
    const own = how === 'publish' && !row.may_publish ? 'withhold' : how;
    const changes = own === how ? told.changes : { ...told.changes, withheld_for: 'writer-asked' };
    const isTold = how !== 'pause' && how !== 'go-on';
    await takeInquiryStep(
      act,
      row,
      { do: 'follow', how: own, unit },
      {
        what: eventOf[own],
        text: isTold ? told.text : null,
        isOpen: isTold,
        changes: changes ?? {},
        data: { lead },
      },
    );
  }
}

/** The same of an error report that ended. */
export async function followReport(act: Act, lead: number, told: Told): Promise<void> {
  const { life } = present(await findReport(act.tx, lead), 'a lead');
  for (const id of await listFollowers(act.tx, 'error-report', lead)) {
    const row = present(await findReport(act.tx, id), 'a follower');
    await takeReportStep(
      act,
      row,
      { do: 'follow', lead: life },
      {
        what: life.state === 'refused' ? 'refused' : 'closed',
        text: told.text,
        isOpen: true,
        changes: told.changes ?? {},
        data: { lead },
      },
    );
  }
}
