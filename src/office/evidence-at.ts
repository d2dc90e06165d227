import { existsSync } from 'node:fs';
import { assert } from '#base/assert.ts';
import { targetKey, type Url } from '#base/url.ts';
import type { InspectionCard } from '#domain/campaign.ts';
import type { Finding } from '#domain/finding.ts';
import type { Visit } from '#domain/visit.ts';
import {
  type FindingRow,
  findScoredInspection,
  type ScoredInspection,
} from '#store/heard-findings.ts';
import { inspectionDir } from '#store/inspection-folder.ts';
import { loadVisits } from '#store/load-observation.ts';
import { openRecordReader, type RecordProblem, type SavedRecord } from '#store/read-record.ts';
import { openRunFolder, type RunFolder } from '#store/run-folder.ts';
import type { Desk } from './desk.ts';
import { visibleFinding } from './findings-at-hand.ts';

/** Why a visit is shown with a finding: it proves it, or it is the page where the link stands. */
export type EvidenceRole = 'proof' | 'found-on';

/** A visit that a finding rests on, as it lies in the archive. */
export interface KeptProof {
  role: EvidenceRole;
  visit: Visit;
  record: SavedRecord | RecordProblem;
}

/** A finding that may be seen, with what the archive has of it. */
export interface EvidenceAt {
  row: FindingRow;
  inspection: ScoredInspection & { card: InspectionCard };
  /** Null when the evidence is not on this machine, or was deleted by its term. */
  folder: RunFolder | null;
  /** In the order of the finding's own list; a page that it does not name comes first. */
  proofs: KeptProof[];
}

/** Opens the archive of a finding. Refuses `not-found` also when it may not be seen. */
export async function evidenceAt(desk: Desk, findingId: number): Promise<EvidenceAt> {
  const row = await visibleFinding(desk, desk.db, findingId);
  const found = await findScoredInspection(desk.db, row.inspectionId, { lock: false });
  assert(found?.card, 'who has findings was measured');
  const inspection = { ...found, card: found.card };
  const dir = inspectionDir(desk.evidenceDir, row.campaignId, inspection.site.key);
  if (!existsSync(dir)) return { row, inspection, folder: null, proofs: [] };
  const folder = openRunFolder(dir);
  return { row, inspection, folder, proofs: proofsOf(folder, inspection.site.key, row) };
}

function proofsOf(folder: RunFolder, siteKey: string, { finding }: FindingRow): KeptProof[] {
  const visits = loadVisits(folder, siteKey);
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  const record = openRecordReader(folder, siteKey);
  const kept = (visit: Visit): KeptProof => {
    return { role: roleOf(finding, visit.url), visit, record: record(visit.id) };
  };
  const proofs = finding.evidence.flatMap(({ visit: id }) => {
    const visit = byId.get(id);
    return visit ? [kept(visit)] : [];
  });
  if (finding.foundOn === null || proofs.some(isFoundOn)) return proofs;
  // Findings of older runs do not name the page itself.
  const page = visits.find(
    ({ url, purpose, outcome }) =>
      purpose !== 'picture' && outcome.kind === 'answered' && roleOf(finding, url) === 'found-on',
  );
  return page ? [kept(page), ...proofs] : proofs;
}

function isFoundOn({ role, visit }: KeptProof): boolean {
  return role === 'found-on' && visit.purpose !== 'picture';
}

/** What an address is to a finding: the page where its link stands, or what it is about. */
export function roleOf({ foundOn, url }: Finding, address: Url): EvidenceRole {
  if (foundOn === null || targetKey(foundOn) === targetKey(url)) return 'proof';
  return targetKey(address) === targetKey(foundOn) ? 'found-on' : 'proof';
}
