import type { Contradiction } from './circular.ts';
import type { InquiryCounts, InquiryStatistics } from './inquiry-statistics.ts';
import type { MatterThing } from './public-matter.ts';
import type { ReportCounts, ReportStatistics } from './report-statistics.ts';

/** Sums that do not come out: each whole is its parts, overall and for each unit and kind. */
export function inquiryContradictions(statistics: InquiryStatistics): Contradiction[] {
  const { byKind, byUnit } = statistics;
  return [
    ...inquirySum('inquiries', statistics),
    ...byKind.flatMap((counts) => inquirySum(`inquiries.${counts.kind}`, counts)),
    ...byUnit.flatMap((counts) => inquirySum(`inquiries.${counts.unit ?? 'unassigned'}`, counts)),
    ...whole('inquiries.byKind', statistics.received, byKind),
    ...whole('inquiries.byUnit', statistics.received, byUnit),
  ];
}

/** The same of error reports: by unit and by site. */
export function reportContradictions(statistics: ReportStatistics): Contradiction[] {
  const { bySite, byUnit } = statistics;
  return [
    ...reportSum('errorReports', statistics),
    ...byUnit.flatMap((counts) => reportSum(`errorReports.${counts.unit ?? 'unassigned'}`, counts)),
    ...whole('errorReports.bySite', statistics.received, bySite),
    ...whole('errorReports.byUnit', statistics.received, byUnit),
  ];
}

function inquirySum(field: string, counts: InquiryCounts): Contradiction[] {
  const { received, handled, inProgress, unpublished } = counts;
  return sum(`${field}.received`, received, [handled, inProgress, unpublished]);
}

function reportSum(field: string, counts: ReportCounts): Contradiction[] {
  const { received, answered, inProgress, refused } = counts;
  return sum(`${field}.received`, received, [answered, inProgress, refused]);
}

function whole(field: string, received: number, parts: readonly { received: number }[]) {
  return sum(
    field,
    received,
    parts.map((part) => part.received),
  );
}

function sum(field: string, printed: number, parts: readonly number[]): Contradiction[] {
  const total = parts.reduce((before, part) => before + part, 0);
  if (total === printed) return [];
  return [{ field, printed: String(printed), recomputed: `${parts.join('+')}=${total}` }];
}

/** A matter of which the table and the ledger say different things. */
export interface Discrepancy {
  thing: MatterThing;
  id: number;
  /** What differs: `state`, `receivedAt`, …; `row`: it is in one of the two only. */
  field: string;
  /** As the table has it, and as the last act on it left it in the ledger. */
  table: string;
  ledger: string;
}

/** The same as contradictions, each naming its matter. */
export function discrepancyContradictions(all: readonly Discrepancy[]): Contradiction[] {
  return all.map(({ thing, id, field, table, ledger }) => ({
    field: `${thing} ${id} ${field}`,
    printed: table,
    recomputed: ledger,
  }));
}
