import type { CampaignBrief, ErrorReportBrief, InquiryBrief } from '#domain/campaign-brief.ts';
import type { Contradiction } from '#domain/circular.ts';
import { canonicalLine } from '#base/canonical-json.ts';
import type { InquiryStatistics } from '#domain/inquiry-statistics.ts';
import type { ReportStatistics } from '#domain/report-statistics.ts';

/** What section (二) of the circular is filled with: by site, answered, satisfied. */
export function errorReportBrief(statistics: ReportStatistics): ErrorReportBrief {
  const { period, received, answered, satisfied, bySite } = statistics;
  return {
    cutoff: period.to,
    total: received,
    bySite: bySite.map(({ site, received: count }) => ({ name: site ?? '名录以外的网站', count })),
    replied: answered,
    satisfied,
    counted: { from: period.from, at: period.cutoff },
  };
}

/** What section (三) is filled with; the note names who was late. */
export function inquiryBrief(statistics: InquiryStatistics): InquiryBrief {
  const { period, received, handled, inProgress, unpublished, good } = statistics;
  const goodUnits = good.flatMap(({ unit }) => (unit === null ? [] : [unit]));
  const note = lateNote(statistics);
  return {
    received,
    handled,
    inProgress,
    unpublished,
    cutoff: period.to,
    ...(goodUnits.length > 0 ? { goodUnits } : {}),
    ...(note === null ? {} : { note }),
    counted: { from: period.from, at: period.cutoff },
  };
}

/** `由于机构改革，甲、乙2家单位出现答复超期的情况，共5件`: as far as it is so. */
function lateNote({ lateUnits }: InquiryStatistics): string | null {
  const named = lateUnits.filter(({ unit }) => unit !== null);
  if (named.length === 0) return null;
  const count = named.reduce((sum, { late, overdue }) => sum + late + overdue, 0);
  const isReform = named.some(({ movedIn }) => movedIn > 0);
  const names = named.map(({ unit }) => unit).join('、');
  const why = isReform ? '由于机构改革，' : '';
  return `${why}${names}${named.length}家单位出现答复超期的情况，共${count}件`;
}

/** Where the brief says something else than the records give now, member by member. */
export function matterBriefContradictions(
  brief: CampaignBrief,
  counted: Pick<CampaignBrief, 'errorReports' | 'inquiries'>,
): Contradiction[] {
  return [
    ...differing('brief.errorReports', brief.errorReports, counted.errorReports),
    ...differing('brief.inquiries', brief.inquiries, counted.inquiries),
  ];
}

function differing(
  at: string,
  printed: object | undefined,
  counted: object | undefined,
): Contradiction[] {
  if (!printed || !counted) return [];
  const before: Record<string, unknown> = { ...printed };
  const now: Record<string, unknown> = { ...counted };
  // What a person adds in words is the person's.
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (name) => name !== 'note' && name !== 'counted',
  );
  return names
    .filter((name) => line(before[name]) !== line(now[name]))
    .map((name) => ({
      field: `${at}.${name}`,
      printed: line(before[name]),
      recomputed: line(now[name]),
    }));
}

function line(value: unknown): string {
  return value === undefined ? '—' : canonicalLine(value).trim();
}
