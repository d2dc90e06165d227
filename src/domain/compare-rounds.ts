/** A charged finding of a round: which site, and its key, the same from round to round. */
export interface RoundFinding {
  findingId: number;
  siteId: number;
  /** Made of site, kind and subject. */
  key: string;
}

/** A round as it is compared. */
export interface ComparedRound {
  charged: readonly RoundFinding[];
  /** Sites that were measured, whose findings may count as gone. */
  measuredSites: ReadonlySet<number>;
  /** `site/key` of what could not be measured this time. */
  unmeasured: ReadonlySet<string>;
}

/** What became of a finding between two rounds. */
export type RoundChange = 'new' | 'mended' | 'still-open' | 'reopened' | 'not-measured';

/** One name for the same thing on the same site. */
export function roundKey({ siteId, key }: Pick<RoundFinding, 'siteId' | 'key'>): string {
  return `${siteId}/${key}`;
}

/** What is charged now and was not the round before: only of these it matters what was earlier. */
export function chargedAnew(
  before: Pick<ComparedRound, 'charged'>,
  after: Pick<ComparedRound, 'charged'>,
): RoundFinding[] {
  const was = new Set(before.charged.map(roundKey));
  return after.charged.filter((finding) => !was.has(roundKey(finding)));
}

/**
 * Compares a round with the one before. Charged in both: still open. Charged now only: new, or
 * reopened when a round before those two charged it. Charged before only: mended, unless the site
 * or the thing could not be measured this time.
 */
export function compareRounds(
  before: ComparedRound,
  after: ComparedRound,
  earlierKeys: ReadonlySet<string>,
): { change: RoundChange; finding: RoundFinding }[] {
  const was = new Set(before.charged.map(roundKey));
  const is = new Set(after.charged.map(roundKey));
  const now = after.charged.map((finding) => {
    const key = roundKey(finding);
    const change: RoundChange = was.has(key)
      ? 'still-open'
      : earlierKeys.has(key)
        ? 'reopened'
        : 'new';
    return { change, finding };
  });
  const gone = before.charged
    .filter((finding) => !is.has(roundKey(finding)))
    .map((finding) => {
      const isMeasured =
        after.measuredSites.has(finding.siteId) && !after.unmeasured.has(roundKey(finding));
      const change: RoundChange = isMeasured ? 'mended' : 'not-measured';
      return { change, finding };
    });
  return [...now, ...gone];
}
