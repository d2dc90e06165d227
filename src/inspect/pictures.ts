import { targetKey, type Url } from '#base/url.ts';
import type { Evidence, Finding, FindingKind } from '#domain/finding.ts';
import type { Observation } from '#domain/observation.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import type { Visit } from '#domain/visit.ts';
import { confirm } from './confirm.ts';
import { compareText } from './link-targets.ts';
import { ledgerOf, type SiteLedger } from './site-ledger.ts';
import { viewSite } from './site-view.ts';
import { evidenceOf } from './suspect.ts';

/** Kinds that one look at the page makes plain, what weighs most first. */
const PICTURED: readonly FindingKind[] = [
  'homepage-not-updated',
  'homepage-few-updates',
  'letter-unanswered',
  'channel-blank',
  'channel-stale',
  'link-dead',
];

/**
 * The pages to take pictures of, at most `most`: those that confirmed findings are about, where
 * something answers, without those that have one.
 */
export function whatToPicture(
  saved: Observation | SiteLedger,
  terms: InspectionTerms,
  most: number,
): Url[] {
  const urls = new Map<string, Url>();
  const ledger = ledgerOf(saved);
  const findings: Finding[] = [];
  for (const { finding } of confirm(viewSite(ledger), terms)) {
    if (isPictured(finding)) findings.push(finding);
  }
  for (const { url } of findings.sort(compareWeight)) {
    if (!urls.has(targetKey(url))) urls.set(targetKey(url), url);
  }
  const taken = picturesOf(ledger);
  const wanted = [...urls].slice(0, most).filter(([key]) => !taken.has(key));
  return wanted.map(([, url]) => url);
}

/** Puts the pictures that were taken behind the evidence of the findings they show. */
export function withPictures(findings: readonly Finding[], ledger: SiteLedger): Finding[] {
  const pictures = picturesOf(ledger);
  if (pictures.size === 0) return [...findings];
  return findings.map((finding) => {
    const picture = isPictured(finding) ? pictures.get(targetKey(finding.url)) : undefined;
    if (picture === undefined) return finding;
    return { ...finding, evidence: [...finding.evidence, pictureEvidence(picture)] };
  });
}

function pictureEvidence(visit: Visit): Evidence {
  const proof = evidenceOf({ visit, facts: null, judgement: { state: 'opened' } }, null);
  return { ...proof, picture: `pictures/${visit.id}.jpg` };
}

/** What answers nothing shows nothing. */
function isPictured({ kind, state, measure }: Finding): boolean {
  if (state !== 'confirmed' || !PICTURED.includes(kind)) return false;
  return kind !== 'link-dead' || typeof measure.status === 'number';
}

function compareWeight(a: Finding, b: Finding): number {
  const byKind = PICTURED.indexOf(a.kind) - PICTURED.indexOf(b.kind);
  return byKind || compareText(a.url, b.url) || compareText(a.id, b.id);
}

/** The picture of each address that has one. */
function picturesOf(ledger: SiteLedger): Map<string, Visit> {
  const pictures = new Map<string, Visit>();
  for (const { visit } of ledger.visitsFor('picture')) {
    const key = targetKey(visit.url);
    if (!pictures.has(key)) pictures.set(key, visit);
  }
  return pictures;
}
