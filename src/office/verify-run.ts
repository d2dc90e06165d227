import { canonicalJson, canonicalLine } from '#base/canonical-json.ts';
import { Refusal } from '#base/refusal.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import { type ArchiveProblem, checkArchive, checkRun } from '#store/check-archive.ts';
import { loadFacts } from '#store/load-observation.ts';
import { openRunFolder, type RunFolder } from '#store/run-folder.ts';
import { judgeSite } from './judge-site.ts';
import { rubricOfRun } from './run-instruments.ts';
import { readAgain, resultOf } from './saved-run.ts';

/** Something that no longer holds. */
export interface Doubt {
  /** Null for what concerns the run as a whole. */
  site: string | null;
  unit: string | null;
  /** The findings that rest on what changed; empty when none does. */
  findings: { id: string; kind: string; url: string }[];
  file: string;
  visit: string | null;
  what: 'missing' | 'changed' | 'unexpected' | 'misplaced' | 'disagrees' | 'recomputes-otherwise';
  detail: string;
}

export interface Verification {
  sites: number;
  visits: number;
  findings: number;
  doubts: Doubt[];
}

/**
 * Checks that every saved byte is as it was, reads every saved page again, judges again, and
 * compares: what comes out must be what was published. Names findings that lost their ground.
 */
export function verifyRun(dir: string): Verification {
  const folder = openRunFolder(dir);
  const result = resultOf(folder);
  const doubts = [...checkRun(folder)].map((problem) => doubtOf(problem, result));
  let visits = 0;
  for (const site of folder.settings.sites) {
    const published = result.sites.find((one) => one.key === site.key);
    const damage = [...checkArchive(folder, site.key)].map((one) => doubtOf(one, result));
    doubts.push(...damage, ...verifyJudgement(folder, site, published));
    visits += Object.keys(loadFactsOrNone(folder, site)).length;
  }
  const findings = result.sites.reduce((sum, site) => sum + site.findings.length, 0);
  return { sites: result.sites.length, visits, findings, doubts: inOrder(doubts) };
}

function doubtOf(problem: ArchiveProblem, result: Result): Doubt {
  const { siteKey, visit, file, detail } = problem;
  const site = result.sites.find((one) => one.key === siteKey);
  const resting = site?.findings.filter(({ evidence }) =>
    evidence.some((proof) => proof.visit === visit),
  );
  return {
    site: siteKey,
    unit: site?.unit ?? null,
    findings: (resting ?? []).map(({ id, kind, url }) => ({ id, kind, url })),
    file,
    visit,
    what: problem.problem,
    detail,
  };
}

/** Reads and judges a site again; every difference from what was published is a doubt. */
function verifyJudgement(
  folder: RunFolder,
  site: Site,
  published: SiteResult | undefined,
): Doubt[] {
  const common = {
    site: site.key,
    unit: site.unit,
    visit: null,
    what: 'recomputes-otherwise' as const,
  };
  try {
    const observation = readAgain(folder, site, folder.settings.asOf);
    const saved = loadFacts(folder, site.key);
    const otherwise = Object.entries(saved).flatMap(([visit, facts]): Doubt[] => {
      if (isSameReading(observation.facts[visit], facts)) return [];
      const file = `sites/${site.key}/facts.jsonl`;
      const detail = 'the saved bytes read otherwise than the saved facts';
      const findings = (published?.findings ?? []).filter(({ evidence }) =>
        evidence.some((proof) => proof.visit === visit),
      );
      const named = findings.map(({ id, kind, url }) => ({ id, kind, url }));
      return [{ ...common, visit, findings: named, file, detail }];
    });
    const again = judgeSite(observation, rubricOfRun(folder.settings)).result;
    return [...otherwise, ...compareResults(again, published, common)];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [
      {
        ...common,
        what: 'changed',
        findings: [],
        file: `sites/${site.key}`,
        detail: error.message,
      },
    ];
  }
}

/** `why` is not saved: what was read is compared, not from where. */
function isSameReading(again: PageFacts | undefined, saved: PageFacts): boolean {
  if (again === undefined) return false;
  return canonicalLine({ ...again, why: [] }) === canonicalLine({ ...saved, why: [] });
}

type Common = { site: string; unit: string; visit: null; what: 'recomputes-otherwise' };

function compareResults(
  again: SiteResult,
  published: SiteResult | undefined,
  common: Common,
): Doubt[] {
  const file = 'result.json';
  if (!published)
    return [{ ...common, findings: [], file, detail: 'the site is not in the result' }];
  const before = new Map(published.findings.map((finding) => [finding.id, finding]));
  const after = new Map(again.findings.map((finding) => [finding.id, finding]));
  const doubts: Doubt[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    if (was && is && canonicalJson(was) === canonicalJson(is)) continue;
    const { kind, url } = was ?? is ?? { kind: '', url: '' };
    const detail =
      was && is ? 'recomputes otherwise' : was ? 'no longer follows' : 'was not published';
    doubts.push({ ...common, findings: [{ id, kind, url }], file, detail });
  }
  const rest = ({ findings: _, ...site }: SiteResult) => canonicalJson(site);
  if (rest(again) === rest(published)) return doubts;
  const detail = `score ${published.score} (${published.verdict}) recomputes to ${again.score} (${again.verdict})`;
  return [...doubts, { ...common, findings: [], file, detail }];
}

function loadFactsOrNone(folder: RunFolder, site: Site): Record<string, unknown> {
  try {
    return loadFacts(folder, site.key);
  } catch (error) {
    if (error instanceof Refusal) return {};
    throw error;
  }
}

/** Those that touch a finding first. */
function inOrder(doubts: Doubt[]): Doubt[] {
  return [
    ...doubts.filter((doubt) => doubt.findings.length > 0),
    ...doubts.filter((doubt) => doubt.findings.length === 0),
  ];
}
