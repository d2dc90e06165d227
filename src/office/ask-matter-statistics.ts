import type { Instant } from '#base/civil-date.ts';
import { type InquiryStatistics, inquiryStatistics } from '#domain/inquiry-statistics.ts';
import { type Reach, reachOf } from '#domain/rights.ts';
import { type ReportStatistics, reportStatistics } from '#domain/report-statistics.ts';
import type { Database } from '#store/database/database.ts';
import { inquiryFacts, reportFacts } from '#store/matter-facts.ts';
import type { Desk } from './desk.ts';
import { countedPeriod, type PeriodAsked } from './matter-period.ts';
import { shareAnswers } from './share-answers.ts';

/** Figures of a period that somebody may see, with the moment they are as of. */
export interface MatterStatistics {
  errorReports: ReportStatistics;
  inquiries: InquiryStatistics;
}

/** Answers within so long of each other are the same; each says the moment it is as of. */
const SHARED = { freshMs: 15_000, graceMs: 45_000 };
const shared = shareAnswers<MatterStatistics>(SHARED);

/** Every figure of error reports and inquiries received in a period, within a reach. */
export async function matterStatistics(
  db: Database,
  reach: Reach | null,
  asked: PeriodAsked,
  now: Instant,
): Promise<MatterStatistics> {
  const { period, terms } = countedPeriod(asked, now);
  const inquiries = inquiryStatistics(await inquiryFacts(db, reach, terms), period);
  const errorReports = reportStatistics(await reportFacts(db, reach, terms), period);
  return { errorReports, inquiries };
}

/** The same for who asks, of the places that may be seen. */
export async function askMatterStatistics(
  desk: Desk,
  asked: PeriodAsked,
): Promise<MatterStatistics> {
  const reach = reachOf(desk.actor, 'matter.read');
  return await sharedStatistics(desk.db, reach, asked, desk.now());
}

/** The same for everybody: names of units and numbers only. */
export async function publicStatistics(
  db: Database,
  asked: PeriodAsked,
  now: Instant = new Date().toISOString(),
): Promise<MatterStatistics> {
  return await sharedStatistics(db, null, asked, now);
}

async function sharedStatistics(
  db: Database,
  reach: Reach | null,
  asked: PeriodAsked,
  now: Instant,
): Promise<MatterStatistics> {
  countedPeriod(asked, now);
  const key = JSON.stringify([reach, asked]);
  return await shared(db, key, Date.parse(now), () => matterStatistics(db, reach, asked, now));
}
