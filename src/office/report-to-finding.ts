import { shortHash } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import type { Evidence, Finding, NamedMeasure } from '#domain/finding.ts';
import { type ReportedKind, usualKind } from '#domain/reported-kinds.ts';
import type { Visit } from '#domain/visit.ts';
import { maskPersonalData } from '#publish/personal-data.ts';
import { findCapture, listCaptures } from '#store/captures.ts';
import type { ReportRow } from '#store/error-reports.ts';
import { findMeasuredInspection, insertFinding } from '#store/found-reports.ts';
import { campaignAtHand } from './campaign-at-hand.ts';
import { type Act, type Desk, perform } from './desk.ts';
import { reportAtHand } from './matter-at.ts';
import { rescoreInspection } from './rescore-inspection.ts';
import { takeReportStep } from './step-matter.ts';

/**
 * A true fault becomes a finding of a campaign that is under review: suspected, so that a person
 * still reviews it, with the captured page as its evidence. Gives the finding's number.
 */
export async function reportToFinding(
  desk: Desk,
  id: number,
  { campaignId, kind }: { campaignId: number; kind?: ReportedKind | undefined },
): Promise<number> {
  return await perform(desk, async (act) => {
    const campaign = await campaignAtHand(desk, act, campaignId, 'finding.review');
    const row = await reportAtHand(desk, act, id, 'matter.review');
    const { truth, site_id: siteId, finding_id: before } = row;
    if (before !== null) throw new Refusal('report-found-before', { finding: before });
    if (truth !== 'true' && truth !== 'partly') {
      throw new Refusal('report-not-true', { truth: truth ?? '—' });
    }
    if (siteId === null) throw new Refusal('report-site-unknown');
    const inspectionId = await findMeasuredInspection(act.tx, { campaignId, siteId });
    if (inspectionId === null || campaign.state !== 'reviewing') {
      throw new Refusal('site-not-inspected');
    }
    const finding = await findingOf(act, row, kind ?? usualKind[row.fault]);
    const findingId = await insertFinding(act.tx, { inspectionId, campaignId, siteId }, finding);
    await act.note({
      act: 'finding.reported',
      thing: 'finding',
      thingId: findingId,
      after: { report: id, kind: finding.kind, inspectionId },
    });
    const changes = { finding_id: findingId };
    const data = { finding: findingId, campaignId };
    await takeReportStep(act, row, { do: 'set-truth', truth }, { what: 'finding', changes, data });
    await rescoreInspection(act, inspectionId);
    return findingId;
  });
}

async function findingOf(act: Act, row: ReportRow, kind: ReportedKind): Promise<Finding> {
  const captures = await listCaptures(act.tx, row.id);
  const first = captures.find(({ failure }) => failure === null) ?? captures[0];
  const visit = first ? ((await findCapture(act.tx, first.id))?.visit ?? null) : null;
  const evidence = evidenceOf(row, visit);
  return {
    id: `report-${row.id}-${shortHash(`${kind} ${row.page_url}`, 8)}`,
    kind,
    state: 'suspected',
    url: row.page_url,
    foundOn: kind === 'link-dead' ? row.page_url : null,
    anchorText: null,
    channel: null,
    measure: measureOf(row, kind, evidence),
    evidence: [evidence],
    reason: 'needs-person',
  };
}

function measureOf({ id, text }: ReportRow, kind: ReportedKind, seen: Evidence): NamedMeasure {
  const report = { report: id, span: maskPersonalData(text).slice(0, 200), entry: null };
  if (kind !== 'link-dead') return report;
  return { report: id, position: 'other', outcome: seen.outcome, status: seen.status };
}

/** The captured visit; without one, that somebody said so. */
function evidenceOf(
  { id, page_url: url, received_at, text }: ReportRow,
  visit: Visit | null,
): Evidence {
  const excerpt = maskPersonalData(text).slice(0, 500);
  const base = { excerpt, look: 0 };
  if (visit === null) {
    const said = { visit: `report-${id}`, url, at: received_at, status: null, outcome: 'reported' };
    return { ...base, ...said, bodyHash: null };
  }
  const { outcome } = visit;
  const isAnswered = outcome.kind === 'answered';
  return {
    ...base,
    visit: visit.id,
    url: visit.url,
    at: visit.at,
    status: isAnswered ? outcome.status : null,
    outcome: isAnswered ? 'answered' : outcome.why,
    bodyHash: isAnswered ? outcome.bodyHash : null,
  };
}
