import type { Evidence, Finding } from '#domain/finding.ts';
import type { Hop } from '#domain/visit.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Indicator, Rubric } from '#domain/rubric.ts';
import type { Site } from '#domain/site.ts';
import { describeFinding } from '#publish/wording.ts';
import { explainScore, type ScoreTrail, trailText } from '#score/explain-score.ts';
import { loadVisits } from '#store/load-observation.ts';
import { seriesName } from '#store/probe-folder.ts';
import { openRecordReader } from '#store/read-record.ts';
import { openRunFolder, type RunFolder } from '#store/run-folder.ts';
import { judgeSite } from './judge-site.ts';
import { loadWording, rubricOfRun } from './run-instruments.ts';
import { findSite } from './find-site.ts';
import { observationAsOf } from './saved-run.ts';

export interface ExplainRequest {
  dir: string;
  /** Unit, homepage, code or key; null: all sites. */
  site: string | null;
  /** Id of one finding; null: all. */
  finding: string | null;
  /** Also what is only suspected, dropped or unmeasured. */
  isAll: boolean;
}

/** A finding with everything it stands on. */
export interface ExplainedFinding {
  finding: Finding;
  /** In the words of the circular. */
  sentence: string;
  /** The line of the rubric that takes it; null when it is charged by none. */
  indicator: Indicator | null;
  isVeto: boolean;
  evidence: ExplainedEvidence[];
}

export interface ExplainedEvidence extends Evidence {
  via: Hop[];
  /** Status line and headers as sent; null when nothing was answered or they are lost. */
  responseHead: string | null;
  /** Where the saved bytes are. */
  file: string;
}

export interface ExplainedSite {
  result: SiteResult;
  trail: ScoreTrail;
  /** The arithmetic in words, a line a sum. */
  sum: { zh: string[]; en: string[] };
  findings: ExplainedFinding[];
}

/** Walks the points of a run back to what was seen: clause, address, instant, status, hash. */
export function explainRun(request: ExplainRequest): { rubric: Rubric; sites: ExplainedSite[] } {
  const folder = openRunFolder(request.dir);
  const rubric = rubricOfRun(folder.settings);
  const chosen =
    request.site === null ? folder.settings.sites : [findSite(folder.settings.sites, request.site)];
  const sites = chosen.map((site) => explainSite(folder, rubric, site, request));
  if (request.finding === null) return { rubric, sites };
  return { rubric, sites: sites.filter((site) => site.findings.length > 0) };
}

function explainSite(
  folder: RunFolder,
  rubric: Rubric,
  site: Site,
  request: ExplainRequest,
): ExplainedSite {
  const { asOf } = folder.settings;
  const { result, card } = judgeSite(observationAsOf(folder, site, asOf), rubric);
  const wanted = result.findings.filter((finding) =>
    request.finding === null
      ? request.isAll || finding.state === 'confirmed'
      : finding.id === request.finding,
  );
  const visits = new Map(loadVisits(folder, site.key).map((visit) => [visit.id, visit]));
  const record = openRecordReader(folder, site.key);
  const trail = explainScore(card, rubric, site.kind);
  const explainEvidence = (proof: Evidence): ExplainedEvidence => {
    const kept = record(proof.visit);
    const responseHead = 'problem' in kept ? null : kept.responseHead;
    const visit = visits.get(proof.visit);
    const kind = proof.picture ?? 'archive.warc.gz';
    const file = visit ? `sites/${site.key}/${kind}` : seriesName(site.key);
    return { ...proof, via: visit?.via ?? [], responseHead, file };
  };
  return {
    result,
    trail,
    sum: { zh: trailText(trail, 'zh'), en: trailText(trail, 'en') },
    findings: wanted.map((finding) => ({
      finding,
      sentence: describeFinding(finding, loadWording()),
      ...indicatorOf(finding, result, rubric),
      evidence: finding.evidence.map(explainEvidence),
    })),
  };
}

function indicatorOf(
  finding: Finding,
  result: SiteResult,
  rubric: Rubric,
): Pick<ExplainedFinding, 'indicator' | 'isVeto'> {
  const takes = (line: { findings: string[] }) => line.findings.includes(finding.id);
  const veto = result.vetoes.find(takes);
  const id = (veto ?? result.deductions.find(takes) ?? result.unpriced.find(takes))?.indicator;
  const lines = [...rubric.vetoes, ...rubric.deductions];
  return {
    indicator: lines.find((line) => line.id === id) ?? null,
    isVeto: veto !== undefined,
  };
}
