import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Circular } from '#domain/circular.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type { Wording } from '#domain/wording.ts';
import { decimal, type Expect } from './expected-fields.ts';
import { describeGaps, describeSite } from './wording.ts';

/** The cells of every site's row; positions follow from the order the annex has. */
export function expectAnnex(expect: Expect, circular: Circular, result: Result): void {
  const { annex, wording, brief } = circular;
  const positions = new Map(annex.rows.map(({ key }, index) => [key, index + 1]));
  for (const site of result.sites) {
    const id = (cell: string) => `annex.${site.key}.${cell}`;
    const position = positions.get(site.key) ?? 0;
    expect(id('number'), String(position), position);
    expect(id('unit'), site.unit, site.unit);
    expect(id('siteIdCode'), site.siteIdCode ?? '', site.siteIdCode);
    expect(id('homepage'), site.homepage, site.homepage);
    const phrases = phrasesOf(site, wording, brief.explanations ?? []);
    expect(id('problems'), told(phrases, wording), phrases);
    expect(id('score'), scoreText(site, wording), site.score);
    expect(id('verdict'), wording.verdicts[site.verdict], site.verdict);
  }
}

function phrasesOf(
  site: SiteResult,
  wording: Wording,
  explanations: NonNullable<CampaignBrief['explanations']>,
): string[] {
  const gaps = describeGaps(site, wording);
  const told = describeSite(site, wording, explanations).map(({ text }) => text);
  return gaps === null ? told : [gaps, ...told];
}

function told(phrases: readonly string[], { sentences }: Wording): string {
  if (phrases.length === 0) return sentences.noProblem ?? '';
  const numbered = phrases.length > 1;
  let text = '';
  phrases.forEach((phrase, index) => {
    text += index > 0 ? '；' : '';
    text += numbered ? `（${index + 1}）${phrase}` : phrase;
  });
  return `${text}。`;
}

function scoreText({ vetoes, verdict, score }: SiteResult, { sentences }: Wording): string {
  if (vetoes.length > 0) return sentences.vetoScore ?? '';
  return verdict === 'incomplete' || score === null ? (sentences.noScore ?? '') : decimal(score);
}
