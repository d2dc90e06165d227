import { formatChineseDate, parseCivilDate } from '#base/civil-date.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import { type Expect, expectNames, expectRate } from './expected-fields.ts';
import { percent } from './recomputed-quotient.ts';

const DATES = new Set(['date', 'cutoff', 'deadline']);

/** Every member of the brief as it would be printed, and the rates and counts made from it. */
export function expectBrief(expect: Expect, brief: CampaignBrief): void {
  expectMembers(expect, 'brief', brief);
  const { samplingRatio, errorReports, inquiries, errorRate } = brief;
  if (samplingRatio !== undefined) {
    const numerator = Math.round(samplingRatio * 1000);
    const value = { numerator, denominator: 1000, rounded: numerator / 10 };
    expect('brief.samplingRatio', percent(numerator, 1000), value, false);
  }
  if (errorReports) {
    const { total, replied = 0, satisfied } = errorReports;
    if (errorReports.replied !== undefined && total > 0) {
      expectFraction(expect, 'errorReports.replyRate', replied, total);
    }
    if (satisfied !== undefined && replied > 0) {
      expectFraction(expect, 'errorReports.satisfactionRate', satisfied, replied);
    }
  }
  if (inquiries) expectInquiries(expect, inquiries);
  if (errorRate && errorRate.confirmed > 0) {
    const wrong = errorRate.setAside + errorRate.upheld;
    expectFraction(expect, 'errorRate.share', wrong, errorRate.confirmed);
  }
}

function expectInquiries(
  expect: Expect,
  { received, handled, unpublished, goodUnits }: NonNullable<CampaignBrief['inquiries']>,
): void {
  if (handled !== undefined && received > 0) {
    expectFraction(expect, 'inquiries.replyRate', handled, received);
    const open = received - (unpublished ?? 0);
    if (unpublished && open > 0) {
      expectFraction(expect, 'inquiries.publicReplyRate', handled, open);
    }
  }
  if (goodUnits && goodUnits.length > 0) {
    expect('inquiries.goodUnits.count', String(goodUnits.length), goodUnits.length);
  }
}

function expectFraction(expect: Expect, id: string, part: number, whole: number): void {
  expectRate(expect, id, `${id}.fraction`, part, whole);
}

/** Walks the brief: numbers and texts as they are, days as dates, lists of texts as names. */
function expectMembers(expect: Expect, path: string, value: unknown): void {
  if (typeof value === 'number') return expect(path, String(value), value, false);
  if (typeof value === 'string') return expect(path, printed(path, value), value, false);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    expectNames((id, text, names) => expect(id, text, names, false), path, value);
  }
  for (const [name, member] of Object.entries(value)) {
    expectMembers(expect, `${path}.${name}`, member);
  }
}

function printed(path: string, value: string): string {
  const isDate = DATES.has(path.split('.').at(-1) ?? '') && parseCivilDate(value) !== null;
  return isDate ? formatChineseDate(value) : value;
}
