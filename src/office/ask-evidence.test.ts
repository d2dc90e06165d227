import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { inspectionDir } from '#store/inspection-folder.ts';
import { SiteLocks } from '#store/site-locks.ts';
import { acceptFindings } from './accept-findings.ts';
import { askCapturedPage, askPicture } from './ask-captured-page.ts';
import { askEvidence } from './ask-evidence.ts';
import { askFindings } from './ask-findings.ts';
import { measureSite } from './measure-site.ts';
import { openCampaign, previewOrder } from './open-campaign.ts';
import { startCampaign } from './start-campaign.ts';
import { sweepInspections } from './sweep-inspections.ts';
import { type ChangingSite, serveChangingSite } from './testing/changing-site.ts';
import { openSmallOffice, type SmallOffice } from './testing/small-office.ts';
import { tryRubric } from './try-rubric.ts';
import { Workshop } from './workshop.ts';

const workshop = new Workshop(0);
let site: ChangingSite;
let office: SmallOffice;
let campaign: number;

/** A real site with one dead link and an old channel, measured twice. */
before(async () => {
  site = await serveChangingSite();
  site.setDead(['/a']);
  const { homepage } = site;
  const key = 'changing';
  office = await openSmallOffice([
    { key, unit: '某局', homepage, siteIdCode: null, kind: 'department' },
  ]);
  const order = {
    regionId: office.regionId,
    name: '测试抽查',
    period: '2019年第二季度',
    asOf: '2019-05-27',
    rubric: 'cn-census-2015',
    settings: {
      recheck: { times: 1, spacingMs: 50 },
      allowNet: ['127.0.0.0/8'],
      browser: 'off' as const,
    },
  };
  const { sites } = await previewOrder(office.inspector, order);
  assert.equal(sites.length, 1);
  campaign = await openCampaign(office.inspector, order);
  await startCampaign(office.inspector, campaign);
  const { due } = await sweepInspections(office.job, { limit: 10, retryMs: 0 });
  const locks = new SiteLocks(office.db);
  const bench = {
    worker: 'worker-1',
    locks,
    signal: new AbortController().signal,
    heartbeatMs: 100,
    workshop,
  };
  for (const { inspectionId } of due) {
    assert.equal(await measureSite(office.job, inspectionId, bench), 'measured');
  }
  await locks.close();
});
after(async () => {
  await workshop.close();
  await office.close();
  await site.close();
});

async function deadLink() {
  const { items } = await askFindings(office.inspector, { campaign, kind: 'link-dead' });
  const found = items.find(({ url }) => url.endsWith('/a'));
  assert.ok(found);
  return found;
}

test('the evidence has every look with headers and hash, and the page where the link stands', async () => {
  const { id } = await deadLink();
  const { visits, sum, seal, isArchived } = await askEvidence(office.inspector, id);
  assert.ok(isArchived && seal?.startsWith('sha256:'));
  const [page, ...looks] = visits;
  assert.equal(page?.role, 'found-on');
  assert.deepEqual(
    looks.map(({ look, status, problem }) => [look, status, problem]),
    [
      [0, 404, null],
      [1, 404, null],
    ],
  );
  for (const { request, response, bodyHash } of looks) {
    assert.match(request ?? '', /^GET \/a HTTP/);
    assert.match(response ?? '', /^HTTP\/1\.1 404[\s\S]*content-type/i);
    assert.match(bodyHash ?? '', /^sha256:/);
  }
  assert.ok(Number(sum.lifted.score) > Number(sum.charged.score));
});

test('the captured page comes as words, the link that is dead marked', async () => {
  const { id } = await deadLink();
  const { visits } = await askEvidence(office.inspector, id);
  const page = await askCapturedPage(office.inspector, id, visits[0]?.visit ?? '');
  const marked = page.lines.flatMap(({ pieces }) => pieces.filter(({ isMarked }) => isMarked));
  assert.deepEqual(
    marked.map(({ text }) => text),
    ['办事'],
  );
  assert.equal(page.url, site.homepage);
  const lost = { code: 'not-found' };
  await assert.rejects(askCapturedPage(office.inspector, id, 'v999999'), lost);
  await assert.rejects(askPicture(office.inspector, id, visits[1]?.visit ?? ''), lost);
  // Units see nothing of it while the office still reviews.
  await assert.rejects(askEvidence(office.editor, id), lost);
});

test('what persons did stands in it by the ledger, with names for the office alone', async () => {
  const { id } = await deadLink();
  await acceptFindings(office.inspector, [id], null);
  const { ledger, people } = await askEvidence(office.inspector, id);
  assert.ok(ledger.some(({ act }) => act === 'review.accepted'));
  assert.deepEqual(
    people.map(({ name }) => name),
    ['测试inspector'],
  );
  await office.db.updateTable('campaigns').set({ state: 'hearing' }).execute();
  const seen = await askEvidence(office.editor, id);
  assert.deepEqual(seen.people, []);
  assert.ok(seen.ledger.every(({ actor }) => actor === null));
});

test('another pass line is tried without keeping anything', async () => {
  const before = await office.db.selectFrom('inspections').select(['verdict', 'score']).execute();
  const tried = await tryRubric(office.inspector, campaign, {
    rubric: 'cn-census-2015',
    overlays: [],
    passLine: 100,
  });
  assert.equal(tried.sites[0]?.after.verdict, 'fail');
  assert.equal(tried.sites[0]?.after.score, tried.sites[0]?.before.score);
  const asked = { rubric: 'cn-census-2015', overlays: [] };
  await assert.rejects(tryRubric(office.editor, campaign, asked), { code: 'not-found' });
  const now = await office.db.selectFrom('inspections').select(['verdict', 'score']).execute();
  assert.deepEqual(now, before);
});

test('a list can be narrowed to what a person has to decide', async () => {
  const { id } = await deadLink();
  const waiting = await askFindings(office.inspector, { campaign, reviewable: 'yes' });
  assert.ok(waiting.items.every(({ isReviewable }) => isReviewable));
  assert.ok(waiting.items.some((one) => one.id === id));
});

test('without an archive the finding tells what it remembers', async () => {
  const { id, siteKey } = await deadLink();
  rmSync(inspectionDir(office.evidenceDir, campaign, siteKey), { recursive: true });
  const { visits, isArchived } = await askEvidence(office.inspector, id);
  assert.equal(isArchived, false);
  assert.deepEqual(
    visits.map(({ role, status, response, hasPage }) => [role, status, response, hasPage]),
    [
      ['found-on', 200, null, false],
      ['proof', 404, null, false],
      ['proof', 404, null, false],
    ],
  );
});
