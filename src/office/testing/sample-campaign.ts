import type { Instant } from '#base/civil-date.ts';
import { toCentipoints } from '#base/points.ts';
import type { CampaignSettings, InspectionCard } from '#domain/campaign.ts';
import type { Finding } from '#domain/finding.ts';
import type { SiteResult } from '#domain/result.ts';
import { smallResult } from '#publish/testing/sample-result.ts';
import { packagedRubric, rubricText } from '#score/testing/packaged-rubric.ts';
import { scoreSite } from '#score/score-site.ts';
import type { Database } from '#store/database/database.ts';
import { toJson } from '#store/json-column.ts';
import type { SampleRegister } from './sample-register.ts';

/** Numbers of what is in the sample campaign. */
export interface SampleCampaign {
  campaignId: number;
  /** By key of the site. */
  inspectionIds: Record<string, number>;
  /** By the finding's own id: `minzheng-0-0`. */
  findingIds: Record<string, number>;
}

export const sampleSettings: CampaignSettings = {
  recheck: { times: 2, spacingMs: 1000 },
  limits: { maxPages: 10_000, maxBodyBytes: 8 << 20, timeoutMs: 15_000 },
  robots: 'obey',
  browser: 'off',
  pictures: 0,
  contact: null,
  allowNet: [],
  passLine: null,
  unmeasuredLimit: 0.2,
  explanationsLift: false,
  lastLook: false,
};

/** The campaign of 2019 Q2: all ten sites measured, nothing reviewed yet. */
export async function insertSampleCampaign(
  db: Database,
  { places, siteIds }: SampleRegister,
  openedBy: number,
  at: Instant,
): Promise<SampleCampaign> {
  const { id: campaignId } = await db
    .insertInto('campaigns')
    .values({
      region_id: places.city.id,
      name: '2019年第二季度政府网站抽查',
      period: '2019年第二季度',
      state: 'reviewing',
      as_of: '2019-05-27',
      rubric: toJson({ id: 'cn-census-2015', text: rubricText('cn-census-2015'), overlays: [] }),
      settings: toJson(sampleSettings),
      sample: toJson({ mode: 'all', share: 1, strata: [], seed: '1', excluded: [] }),
      brief: toJson({ region: '咸宁市', period: '2019年第二季度', date: '2019-05-27' }),
      opened_by: openedBy,
      opened_at: at,
      started_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const inspectionIds: Record<string, number> = {};
  const findingIds: Record<string, number> = {};
  for (const [position, site] of smallResult().sites.entries()) {
    const siteId = siteIds[site.key] ?? 0;
    const findings = site.findings.map(proven);
    const inspection = await insertInspection(db, { campaignId, siteId, position, site, at });
    inspectionIds[site.key] = inspection;
    for (const finding of findings) {
      const { id } = await db
        .insertInto('findings')
        .values({
          inspection_id: inspection,
          campaign_id: campaignId,
          site_id: siteId,
          key: finding.id,
          kind: finding.kind,
          state: finding.state,
          finding: toJson(finding),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      findingIds[finding.id] = id;
    }
  }
  return { campaignId, inspectionIds, findingIds };
}

/** With an address of its own, and two visits that saw it. */
function proven(finding: Finding): Finding {
  const evidence = [0, 1].map((look) => ({
    visit: `v-${finding.id}-${look}`,
    url: finding.url,
    at: `2019-05-27T01:0${look}:00.000Z`,
    status: finding.kind === 'link-dead' ? 404 : 200,
    outcome: 'answered',
    bodyHash: null,
    excerpt: null,
    look,
  }));
  return { ...finding, evidence };
}

interface Measured {
  campaignId: number;
  siteId: number;
  position: number;
  site: SiteResult;
  at: Instant;
}

async function insertInspection(
  db: Database,
  { campaignId, siteId, position, site, at }: Measured,
): Promise<number> {
  const card = cardOf(site);
  const { key, unit, homepage, siteIdCode, kind } = site;
  const { id } = await db
    .insertInto('inspections')
    .values({
      campaign_id: campaignId,
      site_id: siteId,
      position,
      site: toJson({ key, unit, homepage, siteIdCode, kind }),
      state: 'measured',
      attempts: 1,
      started_at: at,
      finished_at: at,
      verdict: card.verdict,
      score: card.score === null ? null : toCentipoints(card.score),
      card: toJson(card),
      first_card: toJson(card),
      seal: `sha256:${'0'.repeat(64)}`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Scored anew from the findings, so that it agrees with what rescoring gives. */
function cardOf(site: SiteResult): InspectionCard {
  const unmeasured = site.verdict === 'incomplete' ? 60 : 0;
  const looked = { total: 100, unmeasured, neverOpened: false };
  const { kind, findings } = site;
  const scored = scoreSite({ kind, findings, looked }, packagedRubric('cn-census-2015'));
  return {
    verdict: scored.verdict,
    score: scored.score === null ? null : scored.score / 100,
    vetoes: scored.vetoes.map((veto) => ({ indicator: veto.indicator, findings: veto.findings })),
    deductions: scored.deductions.map((line) => ({ ...line, points: line.points / 100 })),
    bonus: [],
    unpriced: scored.unpriced,
    gaps: scored.gaps,
    totals: site.totals,
    looked,
  };
}
