import { chargedAnew, compareRounds, type RoundChange } from '#domain/compare-rounds.ts';
import { Refusal } from '#base/refusal.ts';
import type { FindingKind } from '#domain/finding.ts';
import { may } from '#domain/rights.ts';
import { findCampaign } from '#store/campaigns.ts';
import { chargedInRounds, listEarlierRounds, listSaid, loadRound } from '#store/rounds.ts';
import { describeFinding } from '#publish/wording.ts';
import type { Desk } from './desk.ts';
import { loadWording } from './run-instruments.ts';

/** «Reopened» looks back so many rounds before the two: six years of quarters. */
const MOST_ROUNDS_BACK = 24;

/** What became of each charged finding between two rounds. */
export interface Comparison {
  before: number;
  after: number;
  counts: Record<RoundChange, number>;
  changes: {
    change: RoundChange;
    siteId: number;
    findingId: number;
    key: string;
    unit: string;
    kind: FindingKind;
    /** In the words of the circular. */
    sentence: string;
  }[];
}

/**
 * Compares two rounds of a region, of one site or of all: new, mended, still open, reopened, and
 * what could not be measured this time. For the office: units see their findings one by one.
 */
export async function askComparison(
  desk: Desk,
  { after, before, site }: { after: number; before: number; site?: number | undefined },
): Promise<Comparison> {
  const [later, former] = [await seen(desk, after), await seen(desk, before)];
  const siteId = site ?? null;
  const was = await loadRound(desk.db, former, siteId);
  const is = await loadRound(desk.db, later, siteId);
  const rounds = await listEarlierRounds(desk.db, former, MOST_ROUNDS_BACK);
  const earlier = await chargedInRounds(desk.db, rounds, chargedAnew(was, is));
  const compared = compareRounds(was, is, earlier);
  const counts = { new: 0, mended: 0, 'still-open': 0, reopened: 0, 'not-measured': 0 };
  for (const { change } of compared) counts[change] += 1;
  const ids = compared.map(({ finding }) => finding.findingId);
  const said = new Map((await listSaid(desk.db, ids)).map((one) => [one.id, one]));
  const changes = compared.flatMap(({ change, finding }) => {
    const one = said.get(finding.findingId);
    if (!one) return [];
    const sentence = describeFinding(one.finding, loadWording());
    return [{ change, ...finding, unit: one.unit, kind: one.finding.kind, sentence }];
  });
  return { before, after, counts, changes };
}

async function seen(desk: Desk, id: number) {
  const campaign = await findCampaign(desk.db, id);
  const place = { region: campaign?.region_path ?? '', unit: null };
  if (!campaign || !may(desk.actor, 'finding.read', place)) {
    throw new Refusal('not-found', { thing: 'campaign', id });
  }
  return campaign;
}
