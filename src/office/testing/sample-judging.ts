import type { Finding, FindingKind, FindingState } from '#domain/finding.ts';
import { toJson } from '#store/json-column.ts';
import { acceptFindings } from '../accept-findings.ts';
import type { SampleOffice } from './sample-office.ts';

/** Puts a finding of a kind into an inspection of the sample campaign; gives its number. */
export async function plantFinding(
  office: SampleOffice,
  siteKey: string,
  { id, kind, state }: { id: string; kind: FindingKind; state: FindingState },
): Promise<number> {
  const url = `http://${siteKey}.example.gov.cn/${id}`;
  const finding: Finding = {
    id,
    kind,
    state,
    url,
    foundOn: null,
    anchorText: null,
    channel: null,
    measure: {},
    evidence: [],
    reason: state === 'suspected' ? 'needs-person' : null,
  };
  const row = await office.db
    .insertInto('findings')
    .values({
      inspection_id: office.inspectionIds[siteKey] ?? 0,
      campaign_id: office.campaignId,
      site_id: office.siteIds[siteKey] ?? 0,
      key: id,
      kind,
      state,
      finding: toJson(finding),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The inspector accepts whatever is confirmed and nobody has reviewed. */
export async function acceptAll(office: SampleOffice): Promise<void> {
  const rows = await office.db
    .selectFrom('findings')
    .select('id')
    .where('campaign_id', '=', office.campaignId)
    .where('state', '=', 'confirmed')
    .where('review', '=', 'open')
    .execute();
  await acceptFindings(
    office.desk('inspector'),
    rows.map(({ id }) => id),
  );
}

/** A second factor confirmed just now, for who signs and publishes at a set time. */
export function freshLeader(office: SampleOffice) {
  const desk = office.desk('leader');
  const { actor } = desk;
  return actor.kind === 'person'
    ? { ...desk, actor: { ...actor, secondFactorAt: desk.now() } }
    : desk;
}
