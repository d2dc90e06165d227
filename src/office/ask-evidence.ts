import type { Instant } from '#base/civil-date.ts';
import { toPoints } from '#base/points.ts';
import type { StateOf } from '#domain/moves.ts';
import { may } from '#domain/rights.ts';
import type { RubricRef, Verdict } from '#domain/scorecard.ts';
import type { Evidence } from '#domain/finding.ts';
import type { Site } from '#domain/site.ts';
import type { Hop, Visit } from '#domain/visit.ts';
import { findCampaign } from '#store/campaigns.ts';
import { listHeard } from '#store/heard-findings.ts';
import { findInspection } from '#store/inspections.ts';
import { ledgerOfFinding } from '#store/ledger-of-finding.ts';
import { namesOf } from '#store/names-of.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';
import {
  type EvidenceAt,
  evidenceAt,
  type EvidenceRole,
  type KeptProof,
  roleOf,
} from './evidence-at.ts';
import { scoreInspection } from './score-inspection.ts';

/** One look, as it was saved. */
export interface EvidenceVisit {
  visit: string;
  role: EvidenceRole;
  url: string;
  finalUrl: string;
  at: Instant;
  /** 0 for the crawl itself, 1… for each time it was looked at again. */
  look: number;
  method: 'fetch' | 'browser';
  /** Null when nothing was answered. */
  status: number | null;
  /** `answered`, or why not (`dns`, `refused`, `timeout` …), with the words of the system. */
  outcome: string;
  detail: string | null;
  ms: number | null;
  bytes: number | null;
  hops: Hop[];
  /** Request line and headers as sent, status line and headers as answered. */
  request: string | null;
  response: string | null;
  bodyHash: string | null;
  excerpt: string | null;
  /** Whether its page, or a picture of it, can be shown. */
  hasPage: boolean;
  hasPicture: boolean;
  /** The archive has lost it, or it was changed since. */
  problem: 'missing' | 'damaged' | null;
}

/** A line of the ledger that concerns the finding. */
export interface EvidenceLedgerLine {
  number: number;
  at: Instant;
  act: string;
  thing: string;
  reason: string | null;
  hash: string;
  /** `person:7`; for the office. Null for the unit. */
  actor: string | null;
}

/** What a site comes to. */
export interface Sum {
  verdict: Verdict;
  /** As people write it: 98.8; null after a veto. */
  score: number | null;
}

/** What stands behind a finding, beside what `askFinding` tells. */
export interface EvidenceView {
  findingId: number;
  site: Site;
  campaign: {
    id: number;
    name: string;
    period: string;
    asOf: string;
    state: StateOf<'campaign'>;
    /** Whether an approved explanation takes the charge away. */
    explanationsLift: boolean;
  };
  rubric: RubricRef;
  visits: EvidenceVisit[];
  /** Closes the archive of the inspection; null when it was never sealed. */
  seal: string | null;
  isArchived: boolean;
  ledger: EvidenceLedgerLine[];
  /** Names of the persons in it, by number; for the office. */
  people: { id: number; name: string }[];
  /** The site with this finding charged, and without. */
  sum: { charged: Sum; lifted: Sum };
}

/** The evidence of a finding: every look, its headers and hops, hashes, ledger, the sum. */
export async function askEvidence(desk: Desk, findingId: number): Promise<EvidenceView> {
  const at = await evidenceAt(desk, findingId);
  const { row, inspection, folder, proofs } = at;
  const isOffice = may(desk.actor, 'finding.read', { region: row.place.region, unit: null });
  const ledger = await ledgerOfFinding(desk.db, row);
  const campaign = await findCampaign(desk.db, row.campaignId);
  const sealed = await findInspection(desk.db, row.inspectionId);
  return {
    findingId,
    site: inspection.site,
    campaign: {
      id: row.campaignId,
      name: campaign?.name ?? '',
      period: campaign?.period ?? '',
      asOf: inspection.asOf,
      state: row.campaignState,
      explanationsLift: inspection.settings.explanationsLift,
    },
    rubric: campaignRubric(inspection).ref,
    visits: visitsOf(at, proofs),
    seal: sealed?.seal ?? null,
    isArchived: folder !== null,
    ledger: ledger.map(({ actor, ...line }) => ({ ...line, actor: isOffice ? actor : null })),
    people: isOffice ? await namesOf(desk.db, peopleIn(at, ledger)) : [],
    sum: await sumsOf(desk, at),
  };
}

/** What the archive has, and for the rest what the finding itself remembers. */
function visitsOf({ row, folder }: EvidenceAt, proofs: readonly KeptProof[]): EvidenceVisit[] {
  const { finding } = row;
  const kept = new Map(proofs.map((one) => [one.visit.id, one]));
  const shown = finding.evidence.map((proof) => {
    const one = kept.get(proof.visit);
    kept.delete(proof.visit);
    const role = roleOf(finding, proof.url);
    return one ? visitOf(one, proof) : { ...remembered(proof, folder !== null), role };
  });
  return [...[...kept.values()].map((one) => visitOf(one, null)), ...shown];
}

function visitOf({ role, visit, record }: KeptProof, proof: Evidence | null): EvidenceVisit {
  const { outcome, via: hops } = visit;
  const isAnswered = outcome.kind === 'answered';
  const saved = 'problem' in record ? null : record;
  return {
    ...placeOf(visit),
    role,
    hops,
    status: isAnswered ? outcome.status : null,
    outcome: isAnswered ? 'answered' : outcome.why,
    detail: isAnswered ? null : outcome.detail,
    ms: outcome.ms,
    bytes: isAnswered ? outcome.bodyBytes : null,
    request: saved?.requestHead ?? null,
    response: saved?.responseHead ?? null,
    bodyHash: isAnswered ? outcome.bodyHash : null,
    excerpt: proof?.excerpt ?? null,
    hasPage: visit.purpose !== 'picture' && isPage(visit) && (saved?.body ?? null) !== null,
    hasPicture: proof?.picture !== undefined,
    problem: 'problem' in record ? record.problem : null,
  };
}

function placeOf({ id, url, finalUrl, at, look, method }: Visit) {
  return { visit: id, url, finalUrl, at, look, method: method ?? ('fetch' as const) };
}

/** What can be shown as lines of words. */
export function isPage({ outcome }: Visit): boolean {
  return outcome.kind === 'answered' && /html|xml|text\/plain|^$/i.test(outcome.contentType);
}

function remembered(proof: Evidence, isArchived: boolean): EvidenceVisit {
  const { picture: _picture, ...known } = proof;
  return {
    ...known,
    role: 'proof',
    finalUrl: proof.url,
    method: 'fetch',
    detail: null,
    ms: null,
    bytes: null,
    hops: [],
    request: null,
    response: null,
    hasPage: false,
    hasPicture: false,
    // Visits of the monitoring are kept as a series: there is no page to lose.
    problem: isArchived && /^v\d{6,}$/.test(proof.visit) ? 'missing' : null,
  };
}

function peopleIn({ row }: EvidenceAt, ledger: readonly { actor: string }[]): number[] {
  const actors = ledger.flatMap(({ actor }) => {
    const number = /^person:(\d+)$/.exec(actor)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  const ruledBy = row.finding.channel?.ruling?.by ?? null;
  const reviewers = [row.reviewedBy, row.secondedBy, ruledBy].filter((id) => id !== null);
  return [...new Set([...actors, ...reviewers])];
}

/** The site's sum, with this finding charged and with its charge lifted. */
async function sumsOf({ db }: Desk, { row, inspection }: EvidenceAt): Promise<EvidenceView['sum']> {
  const { asOf, settings, site, card } = inspection;
  const heard = await listHeard(db, { inspectionId: row.inspectionId });
  const rubric = campaignRubric(inspection);
  const terms = { asOf, explanationsLift: settings.explanationsLift };
  const sumWith = (isLifted: boolean): Sum => {
    const appeals = isLifted ? (['upheld'] as const) : [];
    const charged = { state: 'confirmed', review: 'accepted', appeals, explanations: [] } as const;
    const findings = heard.map((one) => (one.id === row.id ? { ...one, ...charged } : one));
    const scored = scoreInspection(
      { kind: site.kind, looked: card.looked, ...terms },
      findings,
      rubric,
    );
    const { verdict, score } = scored;
    return { verdict, score: score === null ? null : toPoints(score) };
  };
  return { charged: sumWith(false), lifted: sumWith(true) };
}
