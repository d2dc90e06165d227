import { formatChineseDate } from '#base/civil-date.ts';
import { present } from '#base/assert.ts';
import { formatChinesePeriod } from '#base/period.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Finding, Measure } from '#domain/finding.ts';
import type { SiteResult } from '#domain/result.ts';
import type { FindingWording, Wording } from '#domain/wording.ts';
import { formatRate, rate } from './quotient.ts';
import { fillText } from './template.ts';

/** What an indicator says of a site, in one phrase of the annex. */
export interface SitePhrase {
  indicator: string;
  charge: 'veto' | 'deduction' | 'unpriced';
  text: string;
  findings: Finding[];
}

/** A finding as far as it is told in words. */
export interface ToldFinding extends Pick<Finding, 'kind' | 'url' | 'measure'> {
  channel: Pick<NonNullable<Finding['channel']>, 'name' | 'path'> | null;
}

/** The key of a finding in the wording: its kind, for dead links with the position. */
export function wordingKey(finding: ToldFinding): string {
  if (finding.kind !== 'link-dead') return finding.kind;
  return finding.measure.position === 'homepage' ? 'link-dead/homepage' : 'link-dead/other';
}

/** Findings that are told in one phrase share this: kind, position, clock and minimum. */
export function phraseKey(finding: Finding): string {
  const { clock, window, minimum } = finding.measure;
  return [wordingKey(finding), clock ?? window ?? '', minimum ?? ''].join('|');
}

/** One finding in one sentence, without a full stop. */
export function describeFinding(finding: ToldFinding, wording: Wording): string {
  const words = wordsOf(finding, wording);
  return fillText(words.single ?? words.phrase, slots([finding], words, wording));
}

/** Findings of one `phraseKey` in one phrase; a single channel is told with its newest date. */
export function describeGroup(findings: readonly Finding[], wording: Wording): string {
  const first = present(findings[0], 'a phrase about nothing');
  const words = wordsOf(first, wording);
  const alone = findings.length === 1 && first.kind === 'channel-stale';
  const template = alone ? (words.single ?? words.phrase) : words.phrase;
  return fillText(template, slots(findings, words, wording));
}

/**
 * What is wrong with a site, phrase by phrase: vetoes first, then deductions, then what has no
 * known price, each in the order of the scorecard. A finding is told once, and what the unit says
 * of it (when that is to be printed) behind it.
 */
export function describeSite(
  site: SiteResult,
  wording: Wording,
  explanations: NonNullable<CampaignBrief['explanations']> = [],
): SitePhrase[] {
  const told = new Set<string>();
  return chargesOf(site).flatMap(({ indicator, charge, findings }) => {
    const mine = site.findings.filter(({ id }) => findings.includes(id) && !told.has(id));
    for (const { id } of mine) told.add(id);
    return grouped(mine).map((group) => ({
      indicator,
      charge,
      text: explained(
        framed(describeGroup(group, wording), charge, wording),
        group,
        wording,
        explanations,
      ),
      findings: group,
    }));
  });
}

/** Why a site is 未测全, in one phrase; null for a site with a verdict. */
export function describeGaps(site: SiteResult, wording: Wording): string | null {
  if (site.verdict !== 'incomplete') return null;
  const gaps = site.gaps.map((gap) =>
    fillText(wording.gaps[gap.why], {
      unmeasured: String(gap.unmeasured),
      measured: String(gap.measured),
      total: String(gap.measured + gap.unmeasured),
    }),
  );
  const distinct = [...new Set(gaps)];
  return fillText(words(wording, 'incompletePhrase'), { gaps: distinct.join('，') });
}

/** A sentence of the wording by its key. */
export function words(wording: Wording, key: string): string {
  return present(wording.sentences[key], `the wording has no sentence ${key}`);
}

interface Charge {
  indicator: string;
  charge: SitePhrase['charge'];
  findings: string[];
}

function chargesOf(site: SiteResult): Charge[] {
  return [
    ...site.vetoes.map((line) => ({ ...line, charge: 'veto' as const })),
    ...site.deductions.map((line) => ({ ...line, charge: 'deduction' as const })),
    ...site.unpriced.map((line) => ({ ...line, charge: 'unpriced' as const })),
  ];
}

function explained(
  phrase: string,
  group: readonly Finding[],
  wording: Wording,
  explanations: NonNullable<CampaignBrief['explanations']>,
): string {
  const said = explanations.filter(({ finding }) => group.some(({ id }) => id === finding));
  const statement = said.map((one) => one.statement).join('；');
  if (statement === '') return phrase;
  return fillText(words(wording, 'explained'), { phrase, statement });
}

function grouped(findings: readonly Finding[]): Finding[][] {
  return [...Map.groupBy(findings, phraseKey).values()];
}

function framed(phrase: string, charge: SitePhrase['charge'], wording: Wording): string {
  if (charge === 'deduction') return phrase;
  return fillText(words(wording, `${charge}Phrase`), { phrase });
}

function wordsOf(finding: ToldFinding, wording: Wording): FindingWording {
  const key = wordingKey(finding);
  return present(wording.findings[key], `the wording has no findings.${key}`);
}

function slots(
  findings: readonly ToldFinding[],
  of: FindingWording,
  wording: Wording,
): Record<string, string | (() => string)> {
  const first = present(findings[0], 'a phrase about nothing');
  const { measure } = first;
  return {
    count: String(findings.length),
    window: () => windowOf(measure),
    minimum: () => printed(measure.minimum),
    actual: () => printed(measure.updates ?? measure.count),
    items: () => itemList(findings, of, wording),
    channel: () => channelName(first),
    newest: () => newest(first, of, wording),
    visits: () => printed(measure.visits),
    failed: () => printed(measure.failed),
    share: () => failedShare(measure),
    outcome: () => term(printed(measure.outcome), wording),
    asked: () => asked(first, of),
    missing: () => missing(measure, wording),
    url: first.url,
  };
}

function windowOf({ clock, window }: Measure): string {
  const period = clock ?? window;
  return typeof period === 'string' ? formatChinesePeriod(period) : '';
}

/** Items separated by 、, but not between quotation marks that touch (GB/T 15834-2011). */
function itemList(findings: readonly ToldFinding[], of: FindingWording, wording: Wording): string {
  const list = findings.map((finding) => item(finding, of, wording)).join('、');
  return list.replaceAll('”、“', '”“');
}

function item(finding: ToldFinding, of: FindingWording, wording: Wording): string {
  return fillText(of.item ?? '', {
    channel: () => channelName(finding),
    newest: () => newest(finding, of, wording),
    asked: () => asked(finding, of),
    missing: () => missing(finding.measure, wording),
  });
}

/** The channel with the one above it, which tells 要闻信息 of one township from another's. */
function channelName(finding: ToldFinding): string {
  const { channel } = finding;
  if (!channel) return '';
  return channel.path.length > 0 ? channel.path.slice(-2).join('>') : channel.name;
}

function newest(finding: ToldFinding, of: FindingWording, wording: Wording): string {
  const date = finding.measure.newest;
  if (typeof date !== 'string') return of.undated ?? '';
  const template = present(wording.terms.newest, 'the wording has no term newest');
  return fillText(template, { date: formatChineseDate(date) });
}

function asked(finding: ToldFinding, of: FindingWording): string {
  const date = finding.measure.askedAt;
  return typeof date === 'string' ? formatChineseDate(date) : (of.undated ?? '');
}

function missing(measure: Measure, wording: Wording): string {
  const codes = Array.isArray(measure.missing) ? measure.missing : [];
  return codes.map((code) => term(code, wording)).join('、');
}

function failedShare({ visits, failed }: Measure): string {
  if (typeof visits !== 'number' || typeof failed !== 'number' || visits === 0) return '';
  return formatRate(rate(failed, visits));
}

function term(code: string, wording: Wording): string {
  return wording.terms[code] ?? code;
}

function printed(value: Measure[string] | undefined): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
