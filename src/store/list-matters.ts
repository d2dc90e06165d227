import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Fault, Truth } from '#domain/error-report.ts';
import type { Complexity, InquiryKind } from '#domain/inquiry.ts';
import type { ExtensionState } from '#domain/inquiry-life.ts';
import type { StateOf } from '#domain/moves.ts';
import type { MatterThing, Satisfaction } from '#domain/public-matter.ts';
import type { Reach } from '#domain/rights.ts';
import type { Ending } from '#domain/time-left.ts';
import type { Database } from './database/database.ts';
import { isCommonWord } from './common-pairs.ts';
import { matterTables } from './matter-lives.ts';
import type { DueTerms, MatterFilter } from './matter-queues.ts';
import { type Found, isDue, seekMatters, seekNewest } from './seek-matters.ts';

/** What a list of either matter shows. */
interface MatterLine {
  id: number;
  receivedAt: Instant;
  unitId: number | null;
  unit: string | null;
  responsibleId: number | null;
  responsible: string | null;
  suspicion: string[];
  leadId: number | null;
  isLate: boolean;
  answeredAt: Instant | null;
  endedAt: Instant | null;
  reopenedAt: Instant | null;
  satisfaction: Satisfaction | null;
  version: number;
  /** Without its steps: a list of fifty would carry a hundred kilobytes of them. */
  deadline: Ending;
}

export interface ReportLine extends MatterLine {
  state: StateOf<'error-report'>;
  pageUrl: string;
  fault: Fault;
  text: string;
  siteId: number | null;
  site: string | null;
  unitTruth: Truth | null;
  truth: Truth | null;
}

export interface InquiryLine extends MatterLine {
  state: StateOf<'inquiry'>;
  kind: InquiryKind;
  complexity: Complexity;
  title: string;
  extension: ExtensionState;
}

/** Error reports within a reach: newest first, of what is due the soonest first. */
export async function listReports(
  db: Database,
  reach: Reach | null,
  filter: MatterFilter,
  terms: DueTerms,
): Promise<ReportLine[]> {
  return await list<ReportLine>(db, { thing: 'error-report', reach, filter, terms });
}

/** Inquiries within a reach, likewise. */
export async function listInquiries(
  db: Database,
  reach: Reach | null,
  filter: MatterFilter,
  terms: DueTerms,
): Promise<InquiryLine[]> {
  return await list<InquiryLine>(db, { thing: 'inquiry', reach, filter, terms });
}

const ownColumns = {
  'error-report': sql`m.page_url as "pageUrl", m.fault, left(m.text, 200) as text,
    m.site_id as "siteId", (select name from sites where id = m.site_id) as site,
    m.unit_truth as "unitTruth", m.truth`,
  inquiry: sql`m.kind, m.complexity, m.title, m.extension`,
} as const satisfies Record<MatterThing, unknown>;

interface Asked {
  thing: MatterThing;
  reach: Reach | null;
  filter: MatterFilter;
  terms: DueTerms;
}

async function list<L>(db: Database, asked: Asked): Promise<L[]> {
  const { limit, q } = asked.filter;
  const isSought = q !== undefined && !isDue(asked.filter);
  if (isSought && (await isCommonWord(db, matterTables[asked.thing], q))) {
    // A common word fills a page from the newest letters; only a rare one is worth the index.
    const newest = await lines<L>(db, asked, seekNewest(asked));
    if (newest.length === limit) return newest;
  }
  return await lines<L>(db, asked, seekMatters(asked));
}

/** The page is found first; names, clocks and all else are looked up for its rows alone. */
async function lines<L>(db: Database, { thing, filter }: Asked, found: Found): Promise<L[]> {
  const { rows } = await sql<L>`
    select m.id, m.state, m.received_at as "receivedAt", m.unit_id as "unitId",
      (select name from units where id = m.unit_id) as unit,
      m.responsible_id as "responsibleId",
      (select name from units where id = m.responsible_id) as responsible,
      m.suspicion, m.lead_id as "leadId", m.is_late as "isLate", m.answered_at as "answeredAt",
      m.ended_at as "endedAt", m.reopened_at as "reopenedAt", m.satisfaction, m.version,
      (select jsonb_build_object('dueAt', computation->'dueAt', 'dueOn', computation->'dueOn',
          'pausedSince', computation->'pausedSince',
          'clock', jsonb_build_object('unit', computation->'clock'->'unit'))
        from deadlines c where c.thing = ${thing} and c.thing_id = m.id) as deadline,
      ${ownColumns[thing]}
    from (${found}) found join ${sql.table(matterTables[thing])} m on m.id = found.id
    order by ${isDue(filter) ? sql`found.due_at, m.id` : sql`m.received_at desc, m.id desc`}
  `.execute(db);
  return rows;
}
