import type { Result } from '#domain/result.ts';

/**
 * What two inspections of the same city must agree on: a result without instants, ids of visits,
 * volume and time. What a recheck cleared is left out, since it hangs on who asked first.
 */
export function stableResult(result: Result): unknown {
  const { startedAt: _, finishedAt: __, sites, ...rest } = result;
  return {
    ...rest,
    sites: sites.map(({ totals, findings, ...site }) => ({
      ...site,
      totals: { pages: totals.pages, links: totals.links, unmeasured: totals.unmeasured },
      findings: findings
        .filter(({ state }) => state !== 'dropped')
        .map(({ evidence, ...finding }) => ({
          ...finding,
          evidence: evidence.map(({ visit: _, at: __, ...proof }) => proof),
        })),
    })),
  };
}
