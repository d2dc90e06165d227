import { shortHash } from '#base/hash.ts';
import { targetKey } from '#base/url.ts';
import { sampleFinding } from '#score/testing/sample-findings.ts';
import { toJson } from '#store/json-column.ts';
import type { ChangingSite } from './changing-site.ts';
import { sampleSettings } from './sample-campaign.ts';
import type { SampleOffice } from './sample-office.ts';

/** Leaves the unit one charged finding: a dead link of a site that can be visited. Its number. */
export async function chargeOneDeadLink(
  office: SampleOffice,
  site: Pick<ChangingSite, 'homepage'>,
): Promise<number> {
  const { db, inspectionIds } = office;
  const inspection = inspectionIds['minzheng'] ?? 0;
  const url = `${site.homepage}a`;
  const key = `f-${shortHash(`minzheng|link-dead|${targetKey(url)}`)}`;
  const finding = sampleFinding({ kind: 'link-dead', id: key, url });
  finding.evidence.push({
    visit: 'v1',
    url,
    at: '2019-05-27T01:00:00.000Z',
    status: 404,
    outcome: 'answered',
    bodyHash: null,
    excerpt: null,
    look: 0,
  });
  await db.deleteFrom('findings').where('inspection_id', '=', inspection).execute();
  const { id } = await db
    .insertInto('findings')
    .values({
      inspection_id: inspection,
      campaign_id: office.campaignId,
      site_id: office.siteIds['minzheng'] ?? 0,
      key,
      kind: 'link-dead',
      state: 'confirmed',
      finding: toJson(finding),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { card, site: snapshot } = await db
    .selectFrom('inspections')
    .select(['card', 'site'])
    .where('id', '=', inspection)
    .executeTakeFirstOrThrow();
  const deductions = [{ indicator: 'homepage-links', points: 1, count: 1, findings: [key] }];
  await db
    .updateTable('inspections')
    .set({
      card: toJson({ ...card, deductions }),
      site: toJson({ ...snapshot, homepage: site.homepage }),
    })
    .where('id', '=', inspection)
    .execute();
  const settings = { ...sampleSettings, allowNet: ['127.0.0.0/8'] };
  await db
    .updateTable('campaigns')
    .set({ state: 'published', settings: toJson(settings) })
    .execute();
  return id;
}
