import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Contradiction } from '#domain/circular.ts';
import type { Result } from '#domain/result.ts';

/** Sums of the brief that do not come out, and demands that contradict the annex. */
export function briefContradictions(brief: CampaignBrief, result: Result): Contradiction[] {
  return [...errorReportSums(brief), ...inquirySums(brief), ...scoredThoughUnopened(brief, result)];
}

function errorReportSums({ errorReports }: CampaignBrief): Contradiction[] {
  if (!errorReports) return [];
  const { total, bySite, replied, satisfied } = errorReports;
  const at = 'brief.errorReports';
  return [
    ...(bySite
      ? sum(
          `${at}.total`,
          total,
          bySite.map(({ count }) => count),
        )
      : []),
    ...atMost(`${at}.replied`, replied, total),
    ...atMost(`${at}.satisfied`, satisfied, replied ?? total),
  ];
}

function inquirySums({ inquiries }: CampaignBrief): Contradiction[] {
  if (!inquiries) return [];
  const { received, handled, inProgress, unpublished } = inquiries;
  const parts = [handled, inProgress, unpublished].filter((part) => part !== undefined);
  const at = 'brief.inquiries.received';
  if (parts.length === 3) return sum(at, received, parts);
  const least = parts.reduce((total, part) => total + part, 0);
  return atMost(at, least, received);
}

function sum(field: string, printed: number, parts: readonly number[]): Contradiction[] {
  const total = parts.reduce((before, part) => before + part, 0);
  if (total === printed) return [];
  return [{ field, printed: String(printed), recomputed: `${parts.join('+')}=${total}` }];
}

function atMost(field: string, part: number | undefined, whole: number): Contradiction[] {
  if (part === undefined || part <= whole) return [];
  return [{ field, printed: String(part), recomputed: `≤${whole}` }];
}

/** A unit cannot be told to open a site that the same circular scores. */
function scoredThoughUnopened({ tasks }: CampaignBrief, { sites }: Result): Contradiction[] {
  const scored = new Set(sites.map(({ unit }) => unit));
  return (tasks ?? []).flatMap(({ opensSite, units }, index): Contradiction[] => {
    const both = opensSite === true ? (units ?? []).filter((unit) => scored.has(unit)) : [];
    if (both.length === 0) return [];
    const names = both.join('、');
    return [{ field: `brief.tasks.${index}.units`, printed: names, recomputed: `annex: ${names}` }];
  });
}
