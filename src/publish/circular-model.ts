import { Refusal } from '#base/refusal.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Annex, Circular, Field, Paragraph, Run } from '#domain/circular.ts';
import type { Result } from '#domain/result.ts';
import type { Wording } from '#domain/wording.ts';
import { type AnnexOrder, annexRows } from './annex.ts';
import { countField, dateField, namesField, pointsField, textField } from './fields.ts';
import { overviewPart } from './overview-part.ts';
import { problemsPart } from './problems-part.ts';
import { tasksPart } from './tasks-part.ts';
import { chineseNumeral, fill, sentence } from './template.ts';
import { words } from './wording.ts';

/** Schema of the circular's data. */
export const CIRCULAR_SCHEMA = 'xunwang-circular/1';

/** What every part of a circular is written from. */
export interface Draft {
  result: Result;
  brief: CampaignBrief;
  wording: Wording;
}

/** A second-level item of a part: a run-in heading and its text. */
export interface Item {
  heading: Run[];
  runs: Run[];
}

/**
 * The circular (通报) of a campaign in its four-part form, every figure a field bound to the
 * result or the brief. What the brief does not say is left out. A repeat offender that is no site
 * of the result is refused.
 */
export function buildCircular(
  result: Result,
  brief: CampaignBrief,
  wording: Wording,
  order: AnnexOrder = 'file',
): Circular {
  refuseStrangers(result, brief);
  const draft = { result, brief, wording };
  return {
    schema: CIRCULAR_SCHEMA,
    engine: result.engine,
    rubric: result.rubric,
    asOf: result.asOf,
    brief,
    wording,
    documentNumber: words(wording, 'documentNumber'),
    title: title(draft, brief.title, 'title', 'titleShort'),
    salutation: optional(brief.salutation, 'brief.salutation'),
    paragraphs: [
      { level: 0, number: '', heading: [], runs: intro(draft) },
      ...correction(draft),
      ...part(1, words(wording, 'partOverview'), overviewPart(draft)),
      ...part(2, words(wording, 'partProblems'), problemsPart(draft)),
      ...part(3, words(wording, 'partTasks'), tasksPart(draft)),
    ],
    annex: annex(draft, order),
    issuer: optional(brief.issuer, 'brief.issuer'),
    date: brief.date ? [dateField('brief.date', brief.date, 'brief')] : [],
    copiesTo: copies(draft),
  };
}

function refuseStrangers(result: Result, brief: CampaignBrief): void {
  for (const { unit } of brief.repeatOffenders ?? []) {
    if (!result.sites.some((site) => site.unit === unit)) {
      throw new Refusal('brief-unit-unknown', { unit });
    }
  }
}

function part(position: number, heading: string, items: Item[]): Paragraph[] {
  const number = `${chineseNumeral(position)}、`;
  const head: Paragraph = { level: 1, number, heading: [{ text: heading }], runs: [] };
  const numbered = items.map((item, index): Paragraph => {
    if (item.heading.length === 0) return { level: 0, number: '', ...item };
    const label = `（${chineseNumeral(index + 1)}）`;
    return { level: 2, number: label, heading: sentence(item.heading), runs: item.runs };
  });
  return [head, ...numbered];
}

function title(draft: Draft, given: string | undefined, full: string, short: string): Run[] {
  if (given !== undefined) return [textField('brief.title', given, 'brief')];
  const { brief, wording } = draft;
  const template = words(wording, brief.period === undefined ? short : full);
  return fill(template, {
    region: optional(brief.region, 'brief.region'),
    period: optional(brief.period, 'brief.period'),
  });
}

function intro({ brief, wording }: Draft): Run[] {
  const basis = optional(brief.basis, 'brief.basis');
  const issuer = optional(brief.issuer, 'brief.issuer');
  return fill(words(wording, 'intro'), {
    basis: basis.length > 0 ? fill(words(wording, 'introBasis'), { basis }) : [],
    issuer: issuer.length > 0 ? issuer : { text: words(wording, 'introNobody') },
    region: optional(brief.region, 'brief.region'),
  });
}

/** Which version this is and why there is another, when it corrects one that was published. */
function correction({ brief, wording }: Draft): Paragraph[] {
  if (!brief.correction) return [];
  const { number, reason } = brief.correction;
  const runs = fill(words(wording, 'correction'), {
    number: countField('brief.correction.number', number, 'brief'),
    reason: textField('brief.correction.reason', reason, 'brief'),
  });
  return [{ level: 0, number: '', heading: [], runs }];
}

function annex(draft: Draft, order: AnnexOrder): Annex {
  const { result, brief, wording } = draft;
  return {
    title: title(draft, undefined, 'annexTitle', 'annexTitleShort'),
    columns: wording.columns,
    rows: annexRows(result, wording, { order, explanations: brief.explanations ?? [] }),
    notes: annexNotes(draft),
  };
}

function annexNotes({ result, wording }: Draft): Run[][] {
  const { naming } = wording;
  return [
    fill(words(wording, 'noteAsOf'), {
      asOf: dateField('asOf', result.asOf, 'result.asOf'),
      rubric: rubricName(result, wording),
      version: textField('rubric.version', result.rubric.version, 'result.rubric'),
      passLine: pointsField('passLine', result.passLine, 'result.passLine'),
    }),
    fill(words(wording, 'noteRate'), {}),
    fill(words(wording, 'noteNaming'), {
      good: pointsField('naming.goodAtLeast', naming.goodAtLeast, 'wording.naming'),
      poor: pointsField('naming.poorBelow', naming.poorBelow, 'wording.naming'),
    }),
    fill(words(wording, 'noteExamples'), {
      limit: countField('naming.examples', naming.examples, 'wording.naming'),
    }),
  ];
}

function rubricName({ rubric }: Result, wording: Wording): Field {
  return textField('rubric.name', wording.rubrics[rubric.id] ?? rubric.id, 'result.rubric');
}

function copies({ brief, wording }: Draft): Run[] {
  if (!brief.copiesTo || brief.copiesTo.length === 0) return [];
  const units = namesField('brief.copiesTo', brief.copiesTo, 'brief');
  return fill(words(wording, 'copies'), { units });
}

/** A text of the brief as a field, or nothing. */
export function optional(value: string | undefined, id: string): Run[] {
  return value === undefined || value === '' ? [] : [textField(id, value, 'brief')];
}
