import { canonicalJson } from '#base/canonical-json.ts';
import { Refusal } from '#base/refusal.ts';
import type { Finding } from '#domain/finding.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import { openRunFolder } from '#store/run-folder.ts';
import { type Issued, type IssueOptions, issueCircular } from './issue-circular.ts';
import { rubricOfRun } from './run-instruments.ts';
import { resultOf } from './saved-run.ts';
import { judgeRun } from './score-run.ts';

/**
 * Issues the circular of a saved run. The saved result must be what its own evidence gives; a
 * figure that was changed by hand is named and nothing is published.
 */
export async function publishRun(
  dir: string,
  options: IssueOptions,
): Promise<{ result: Result; issued: Issued }> {
  const folder = openRunFolder(dir);
  const result = resultOf(folder);
  refuseTampered(result, judgeRun(folder, rubricOfRun(folder.settings), result.asOf, result));
  return { result, issued: await issueCircular(folder, result, options) };
}

function refuseTampered(printed: Result, recomputed: Result): void {
  const found = recomputed.sites.flatMap((site) => {
    const saved = printed.sites.find((one) => one.key === site.key);
    return saved ? differences(saved, site) : [`${site.unit}: ∅ ≠ ${site.score}`];
  });
  if (printed.sites.length !== recomputed.sites.length) {
    found.push(`sites: ${printed.sites.length} ≠ ${recomputed.sites.length}`);
  }
  if (found.length === 0 && canonicalJson(printed) !== canonicalJson(recomputed)) {
    found.push('result.json ≠ evidence');
  }
  if (found.length === 0) return;
  throw new Refusal('circular-contradicts', { count: found.length, list: found.join('; ') });
}

/** The members of a site's result that the evidence gives otherwise. */
function differences(printed: SiteResult, recomputed: SiteResult): string[] {
  const members = Object.keys(recomputed) as (keyof SiteResult)[];
  return members.flatMap((member) => {
    if (canonicalJson(printed[member]) === canonicalJson(recomputed[member])) return [];
    if (member === 'findings') return findingDifferences(printed, recomputed);
    const [was, is] = [brief(printed[member]), brief(recomputed[member])];
    return [`${recomputed.unit} ${member}: ${was} ≠ ${is}`];
  });
}

function findingDifferences(printed: SiteResult, recomputed: SiteResult): string[] {
  const before = new Map(printed.findings.map((finding) => [finding.id, finding]));
  const after = new Map(recomputed.findings.map((finding) => [finding.id, finding]));
  const all = new Map([...before, ...after]);
  return [...all].flatMap(([id, { kind }]) => {
    const [was, is] = [before.get(id), after.get(id)];
    const name = `${recomputed.unit} findings ${id} ${kind}`;
    if (!was || !is) return [`${name}: ${was?.state ?? '∅'} ≠ ${is?.state ?? '∅'}`];
    const members = Object.keys(is) as (keyof Finding)[];
    const changed = members.filter((one) => canonicalJson(was[one]) !== canonicalJson(is[one]));
    return changed.map((one) => `${name} ${one}: ${brief(was[one])} ≠ ${brief(is[one])}`);
  });
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? '∅').slice(0, 80);
}
