import type { ErrorRate } from '#domain/campaign.ts';
import type { ErrorReportBrief, InquiryBrief } from '#domain/campaign-brief.ts';
import type { Run } from '#domain/circular.ts';
import type { Draft, Item } from './circular-model.ts';
import {
  countField,
  dateField,
  fractionField,
  namesField,
  rateField,
  textField,
} from './fields.ts';
import { rate } from './quotient.ts';
import { fill, join, sentence } from './template.ts';
import { words } from './wording.ts';

/** What only the office knows: 找错, 问政, 集约化. A missing section gives no item. */
export function briefItems(draft: Draft): Item[] {
  const { errorReports, inquiries, consolidation, errorRate } = draft.brief;
  return [
    ...(errorReports ? [errorReportItem(draft, errorReports)] : []),
    ...(inquiries ? [inquiryItem(draft, inquiries)] : []),
    ...(consolidation && consolidation.length > 0 ? [consolidationItem(draft, consolidation)] : []),
    ...(errorRate ? [errorRateItem(draft, errorRate)] : []),
  ];
}

function errorReportItem(draft: Draft, reports: ErrorReportBrief): Item {
  const { wording } = draft;
  const id = 'brief.errorReports';
  const bySite = (reports.bySite ?? []).map(({ name, count }, index) =>
    fill(words(wording, 'bySiteItem'), {
      name: textField(`${id}.bySite.${index}.name`, name, 'brief'),
      count: countField(`${id}.bySite.${index}.count`, count, 'brief'),
    }),
  );
  const list = join(bySite, '、');
  const runs = fill(words(wording, 'errorReports'), {
    cutoff: cutoff(draft, `${id}.cutoff`, reports.cutoff),
    total: countField(`${id}.total`, reports.total, 'brief'),
    bySite: list.length > 0 ? fill(words(wording, 'bySite'), { list }) : [],
  });
  return {
    heading: [{ text: words(wording, 'errorReportsHeading') }],
    runs: [...runs, ...replied(draft, reports), ...satisfied(draft, reports)],
  };
}

function replied({ wording }: Draft, { total, replied: count }: ErrorReportBrief): Run[] {
  if (count === undefined || total === 0) return [];
  return fill(words(wording, 'errorReportsReplied'), {
    replied: countField('brief.errorReports.replied', count, 'brief'),
    ...rateSlots('errorReports.replyRate', count, total),
  });
}

function satisfied({ wording }: Draft, reports: ErrorReportBrief): Run[] {
  const { replied: base, satisfied: count } = reports;
  if (count === undefined || base === undefined || base === 0) return [];
  return fill(words(wording, 'errorReportsSatisfied'), {
    satisfied: countField('brief.errorReports.satisfied', count, 'brief'),
    ...rateSlots('errorReports.satisfactionRate', count, base),
  });
}

function rateSlots(id: string, numerator: number, denominator: number): Record<string, Run> {
  const share = rate(numerator, denominator);
  return {
    rate: rateField(id, share, 'brief'),
    fraction: fractionField(`${id}.fraction`, share, 'brief'),
  };
}

/** `2019年第二季度（截至2019年5月20日），`, as far as the brief knows. */
function cutoff({ brief, wording }: Draft, id: string, date: string | undefined): Run[] {
  const period = brief.period ? [textField('brief.period', brief.period, 'brief')] : [];
  if (date === undefined) {
    return period.length > 0 ? fill(words(wording, 'errorReportsPeriodOnly'), { period }) : [];
  }
  const key = period.length > 0 ? 'errorReportsCutoff' : 'errorReportsCutoffOnly';
  return fill(words(wording, key), { period, date: dateField(id, date, 'brief') });
}

function inquiryItem(draft: Draft, inquiries: InquiryBrief): Item {
  const { wording } = draft;
  const list = join(inquiryParts(draft, inquiries), '，');
  const runs = fill(words(wording, 'inquiries'), {
    cutoff: cutoff(draft, 'brief.inquiries.cutoff', inquiries.cutoff),
    received: countField('brief.inquiries.received', inquiries.received, 'brief'),
    parts: list.length > 0 ? fill(words(wording, 'inquiriesParts'), { list }) : [],
  });
  const note = inquiries.note
    ? sentence([textField('brief.inquiries.note', inquiries.note, 'brief')])
    : [];
  return {
    heading: [{ text: words(wording, 'inquiriesHeading') }],
    runs: [...runs, ...inquiryRates(draft, inquiries), ...goodUnits(draft, inquiries), ...note],
  };
}

function inquiryParts({ wording }: Draft, inquiries: InquiryBrief): Run[][] {
  const part = (key: string, member: 'handled' | 'inProgress' | 'unpublished'): Run[][] => {
    const count = inquiries[member];
    if (count === undefined) return [];
    const value = countField(`brief.inquiries.${member}`, count, 'brief');
    return [fill(words(wording, key), { count: value })];
  };
  return [
    ...part('inquiriesHandled', 'handled'),
    ...part('inquiriesInProgress', 'inProgress'),
    ...part('inquiriesUnpublished', 'unpublished'),
  ];
}

function inquiryRates({ wording }: Draft, inquiries: InquiryBrief): Run[] {
  const { received, handled, unpublished } = inquiries;
  if (handled === undefined || received === 0) return [];
  const all = fill(
    words(wording, 'inquiriesRate'),
    rateSlots('inquiries.replyRate', handled, received),
  );
  const open = received - (unpublished ?? 0);
  if (!unpublished || open <= 0) return all;
  const slots = rateSlots('inquiries.publicReplyRate', handled, open);
  return [...all, ...fill(words(wording, 'inquiriesPublicRate'), slots)];
}

function goodUnits({ wording }: Draft, { goodUnits: units }: InquiryBrief): Run[] {
  if (!units || units.length === 0) return [];
  return fill(words(wording, 'inquiriesGood'), {
    units: namesField('brief.inquiries.goodUnits', units, 'brief'),
    count: countField('inquiries.goodUnits.count', units.length, 'brief'),
  });
}

function consolidationItem({ wording }: Draft, facts: readonly string[]): Item {
  return {
    heading: [{ text: words(wording, 'consolidationHeading') }],
    runs: facts.flatMap((fact, index) =>
      sentence([textField(`brief.consolidation.${index}`, fact, 'brief')]),
    ),
  };
}

/** What the inspector itself had wrong: set aside by a person, or appealed with success. */
function errorRateItem({ wording }: Draft, errors: ErrorRate): Item {
  const { confirmed, setAside, upheld } = errors;
  const count = (member: 'confirmed' | 'setAside' | 'appealed' | 'upheld') =>
    countField(`brief.errorRate.${member}`, errors[member], 'brief');
  const counts = fill(words(wording, 'errorRate'), {
    confirmed: count('confirmed'),
    setAside: count('setAside'),
    appealed: count('appealed'),
    upheld: count('upheld'),
  });
  const share =
    confirmed === 0
      ? []
      : fill(
          words(wording, 'errorRateShare'),
          rateSlots('errorRate.share', setAside + upheld, confirmed),
        );
  return { heading: [{ text: words(wording, 'errorRateHeading') }], runs: [...counts, ...share] };
}
