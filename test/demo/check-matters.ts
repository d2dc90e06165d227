import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { present } from '#base/assert.ts';
import { parseSettings } from '#domain/parse-settings.ts';
import { acceptFindings } from '#office/accept-findings.ts';
import { askFindings } from '#office/ask-findings.ts';
import { listCampaigns } from '#office/ask-campaigns.ts';
import type { Desk } from '#office/desk.ts';
import { draftCircular } from '#office/draft-circular.ts';
import { type Office, openOffice } from '#office/open-office.ts';
import { reconcileCircular } from '#office/reconcile-circular.ts';
import { skipHearing } from '#office/skip-hearing.ts';
import { renderMarkdown } from '#publish/render-markdown.ts';
import { findCircular } from '#store/circulars.ts';
import { verifyLedger } from '#store/ledger.ts';
import { findCredentials, postsOf } from '#store/people.ts';
import { startDemo } from './start-demo.ts';

// `npm run check:demo-matters`: plays the demo's year, lets its campaign of 2019 Q2 be measured,
// drafts the circular and holds sections (二) and (三) against the published one. Then one inquiry
// is changed by hand, and the reconciliation must name it.

const WANTED = [
  /反映问题11条/,
  /通山县人民政府网站5条/,
  /咸宁市政府门户网站1条/,
  /崇阳县人民政府网站1条/,
  /咸宁市民政局网站1条/,
  /咸宁市交通运输局网站1条/,
  /咸宁旅游网1条/,
  /咸宁市房地产管理局网站1条/,
  /563件/,
  /442件/,
  /90件/,
  /31件/,
  /咸安区政府办、通城县政府办、市住建局/,
];

const say = (line: string) => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'xunwang-check-matters-'));
const data = join(folder, 'demo');
const demo = startDemo(data);
try {
  await demo.until('demo-ready');
  await demo.stop();
  const { values } = parseSettings({ XUNWANG_DATA: data });
  const office = await openOffice(values, undefined, () => '2019-05-27T08:00:00.000Z');
  try {
    process.exitCode = (await isCounted(office)) ? 0 : 1;
  } finally {
    await office.close();
  }
} finally {
  await demo.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function isCounted(office: Office): Promise<boolean> {
  const inspector = await inspectorOf(office);
  const circular = await draft(inspector);
  const row = present(await findCircular(office.db, circular), 'a draft');
  const text = renderMarkdown(row.circular);
  for (const line of text.split('\n')) if (/我为政府网站找错|网络问政/.test(line)) say(line);
  const missing = WANTED.filter((one) => !one.test(text));
  say(`figures of the seed that are missing: ${missing.length}`);
  await reconcileCircular(inspector, circular);
  const { broken, lines } = await verifyLedger(office.db);
  say(`reconciled; ledger ${lines} lines, ${broken === null ? 'unbroken' : 'broken'}`);
  return missing.length === 0 && broken === null && (await namesChange(office));
}

async function inspectorOf(office: Office): Promise<Desk> {
  const { id } = present(await findCredentials(office.db, 'inspector'), 'the inspector');
  const posts = await postsOf(office.db, id);
  const actor = { kind: 'person', id, name: '监管员甲', posts, secondFactorAt: null } as const;
  return { ...office.desk('check'), actor };
}

async function draft(inspector: Desk): Promise<number> {
  const [campaign] = (await listCampaigns(inspector, { limit: 1 })).items;
  const { id } = present(campaign, 'the campaign of the quarter');
  const asked = { campaign: id, state: 'confirmed', review: 'open', limit: 200 } as const;
  for (;;) {
    const { items } = await askFindings(inspector, asked);
    if (items.length === 0) break;
    await acceptFindings(
      inspector,
      items.map((one) => one.id),
    );
  }
  await skipHearing(inspector, id, '核对演示数据');
  return await draftCircular(inspector, id);
}

/** Changes an answered inquiry past every act; true when the reconciliation names it. */
async function namesChange(office: Office): Promise<boolean> {
  const inspector = await inspectorOf(office);
  const [circular] = await office.db
    .selectFrom('circulars')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  const victim = await office.db
    .selectFrom('inquiries')
    .select('id')
    .where('state', '=', 'published')
    .where('received_at', '>=', '2019-04-02T00:00:00.000Z')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const { db } = office;
  const changed = db.updateTable('inquiries').set({ state: 'handling' });
  await changed.where('id', '=', victim.id).execute();
  const { id } = present(circular, 'a circular');
  const told = await reconcileCircular(inspector, id).then(
    () => 'nothing',
    (error: Error) => error.message,
  );
  say(`inquiry ${victim.id} changed by hand: ${told}`);
  return told.includes(`inquiry ${victim.id} state`);
}
