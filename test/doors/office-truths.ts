import { isDeepStrictEqual } from 'node:util';
import type { CityTruth } from '#city/truth-model.ts';
import type { SmallOffice } from '#office/testing/small-office.ts';
import { verifyRun } from '#office/verify-run.ts';
import { inspectionDir } from '#store/inspection-folder.ts';
import { verifyLedger } from '#store/ledger.ts';

/** What must be true of a campaign that came to review, whatever was killed meanwhile. */
export async function untruthsOf(
  { db, evidenceDir }: Pick<SmallOffice, 'db' | 'evidenceDir'>,
  truth: CityTruth,
  campaignId: number,
): Promise<string[]> {
  const untruths: string[] = [];
  const campaign = await db
    .selectFrom('campaigns')
    .select('state')
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  if (campaign.state !== 'reviewing') untruths.push(`the campaign is ${campaign.state}`);
  const inspections = await db
    .selectFrom('inspections')
    .select(['id', 'site', 'state', 'verdict', 'score', 'seal', 'error'])
    .where('campaign_id', '=', campaignId)
    .execute();
  for (const one of inspections) {
    const name = one.site.key;
    if (one.state !== 'measured') untruths.push(`${name} is ${one.state}: ${one.error}`);
    const told = truth.sites.find(({ homepage }) => homepage === one.site.homepage);
    if (one.verdict !== told?.verdict) untruths.push(`${name}: ${one.verdict}`);
    const score = one.score === null ? null : one.score / 100;
    if (score !== told?.score) untruths.push(`${name}: ${score} points, not ${told?.score}`);
    untruths.push(...(await strangeFindings(db, one.id, name, told?.findings ?? [])));
    const { doubts } = verifyRun(inspectionDir(evidenceDir, campaignId, name));
    untruths.push(...doubts.map((doubt) => `${name}: ${JSON.stringify(doubt)}`));
  }
  const { broken } = await verifyLedger(db);
  if (broken !== null) untruths.push(`the ledger breaks at ${broken.number}`);
  return untruths;
}

async function strangeFindings(
  db: SmallOffice['db'],
  inspectionId: number,
  name: string,
  truth: CityTruth['sites'][number]['findings'],
): Promise<string[]> {
  const rows = await db
    .selectFrom('findings')
    .select(['key', 'kind', 'finding'])
    .where('inspection_id', '=', inspectionId)
    .where('state', '=', 'confirmed')
    .execute();
  const told = truth.filter(({ state }) => state === 'confirmed');
  const names = (list: { kind: string; url: string }[]) =>
    list.map(({ kind, url }) => `${kind} ${url}`).sort();
  const found = names(rows.map(({ kind, finding }) => ({ kind, url: finding.url })));
  if (isDeepStrictEqual(found, names(told))) return [];
  return [`${name}: found ${found.join(', ')}; true are ${names(told).join(', ')}`];
}
