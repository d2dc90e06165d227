import { Refusal } from '#base/refusal.ts';
import { parseYaml } from '#base/yaml.ts';
import type {
  CampaignBrief,
  CountedFrom,
  ErrorReportBrief,
  InquiryBrief,
  RepeatOffender,
  TaskBrief,
} from '#domain/campaign-brief.ts';
import { YamlReader } from './yaml-reader.ts';

const MEMBERS = [
  'region',
  'title',
  'issuer',
  'salutation',
  'period',
  'date',
  'basis',
  'samplingRatio',
  'commissionedTo',
  'errorReports',
  'inquiries',
  'consolidation',
  'tasks',
  'repeatOffenders',
  'unmeasuredLimit',
  'copiesTo',
] as const satisfies readonly (keyof CampaignBrief)[];

/**
 * The office's brief from its yaml text. Refuses, with file, line and field, what cannot be read,
 * has the wrong form or a name that no brief knows. Everything may be missing.
 */
export function parseBrief(text: string, file: string): CampaignBrief {
  const yaml = parseYaml(text);
  const mistake = yaml.mistakes[0];
  if (mistake) {
    throw new Refusal('brief-yaml', { file, line: mistake.line, detail: mistake.message });
  }
  const reader = new YamlReader(yaml, file, 'brief-mistake');
  reader.onlyKnown([], MEMBERS);
  return defined({
    region: reader.optionalText(['region']),
    title: reader.optionalText(['title']),
    issuer: reader.optionalText(['issuer']),
    salutation: reader.optionalText(['salutation']),
    period: reader.optionalText(['period']),
    date: reader.optionalDate(['date']),
    basis: reader.optionalText(['basis']),
    samplingRatio: reader.optionalShare(['samplingRatio']),
    commissionedTo: reader.optionalText(['commissionedTo']),
    errorReports: errorReports(reader),
    inquiries: inquiries(reader),
    consolidation: reader.optionalTexts(['consolidation']),
    tasks: tasks(reader),
    repeatOffenders: repeatOffenders(reader),
    unmeasuredLimit: reader.optionalShare(['unmeasuredLimit']),
    copiesTo: reader.optionalTexts(['copiesTo']),
  });
}

function errorReports(reader: YamlReader): ErrorReportBrief | undefined {
  const at = 'errorReports';
  if (reader.value([at]) === undefined) return undefined;
  reader.onlyKnown([at], ['cutoff', 'total', 'bySite', 'replied', 'satisfied', 'counted']);
  const total = reader.optionalCount([at, 'total']) ?? reader.refuse([at, 'total'], 'a count');
  return defined({
    cutoff: reader.optionalDate([at, 'cutoff']),
    total,
    bySite: rows(reader, [at, 'bySite'], ['name', 'count'], (path) => ({
      name: reader.text([...path, 'name']),
      count: reader.optionalCount([...path, 'count']) ?? reader.refuse(path, 'name and count'),
    })),
    replied: reader.optionalCount([at, 'replied']),
    satisfied: reader.optionalCount([at, 'satisfied']),
    counted: counted(reader, at),
  });
}

function inquiries(reader: YamlReader): InquiryBrief | undefined {
  const at = 'inquiries';
  if (reader.value([at]) === undefined) return undefined;
  const counts = ['received', 'handled', 'inProgress', 'unpublished'];
  reader.onlyKnown([at], [...counts, 'cutoff', 'goodUnits', 'note', 'counted']);
  const received =
    reader.optionalCount([at, 'received']) ?? reader.refuse([at, 'received'], 'a count');
  return defined({
    received,
    handled: reader.optionalCount([at, 'handled']),
    inProgress: reader.optionalCount([at, 'inProgress']),
    unpublished: reader.optionalCount([at, 'unpublished']),
    cutoff: reader.optionalDate([at, 'cutoff']),
    goodUnits: reader.optionalTexts([at, 'goodUnits']),
    note: reader.optionalText([at, 'note']),
    counted: counted(reader, at),
  });
}

/** Since when and as of when the service itself counted; left out of what a person counted. */
function counted(reader: YamlReader, section: string): CountedFrom | undefined {
  const at = [section, 'counted'];
  if (reader.value(at) === undefined) return undefined;
  reader.onlyKnown(at, ['from', 'at']);
  const moment = reader.text([...at, 'at']);
  if (Number.isNaN(Date.parse(moment))) reader.refuse([...at, 'at'], 'a moment');
  const from = reader.optionalDate([...at, 'from']) ?? reader.refuse([...at, 'from'], 'a day');
  return { from, at: new Date(moment).toISOString() };
}

function tasks(reader: YamlReader): TaskBrief[] | undefined {
  const known = ['heading', 'text', 'units', 'deadline', 'opensSite'];
  return rows(reader, ['tasks'], known, (path) => {
    const opensSite = reader.value([...path, 'opensSite']);
    if (opensSite !== undefined && typeof opensSite !== 'boolean') {
      reader.refuse([...path, 'opensSite'], 'true or false');
    }
    return defined({
      heading: reader.text([...path, 'heading']),
      text: reader.optionalText([...path, 'text']),
      units: reader.optionalTexts([...path, 'units']),
      deadline: reader.optionalDate([...path, 'deadline']),
      opensSite: opensSite === true ? true : undefined,
    });
  });
}

function repeatOffenders(reader: YamlReader): RepeatOffender[] | undefined {
  return rows(reader, ['repeatOffenders'], ['unit', 'since'], (path) => ({
    unit: reader.text([...path, 'unit']),
    since: reader.text([...path, 'since']),
  }));
}

function rows<T>(
  reader: YamlReader,
  path: readonly (string | number)[],
  known: readonly string[],
  read: (path: readonly (string | number)[]) => T,
): T[] | undefined {
  if (reader.value(path) === undefined) return undefined;
  return reader.list(path).map((_, index) => {
    reader.onlyKnown([...path, index], known);
    return read([...path, index]);
  });
}

/** A value without its undefined members, so that what is missing is missing. */
function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries) as T;
}
