import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, test } from 'node:test';
import type { Site } from '#domain/site.ts';
import { SiteLocks } from '#store/site-locks.ts';
import { acceptFindings } from './accept-findings.ts';
import { askInspection } from './ask-inspections.ts';
import type { Desk } from './desk.ts';
import { draftCircular } from './draft-circular.ts';
import { lastLook, listWaitingLastLooks } from './last-look.ts';
import { measureSite } from './measure-site.ts';
import { openCampaign } from './open-campaign.ts';
import { reconcileCircular } from './reconcile-circular.ts';
import { returnCircular } from './return-circular.ts';
import { signCircular } from './sign-circular.ts';
import { skipHearing } from './skip-hearing.ts';
import { startCampaign } from './start-campaign.ts';
import { submitCircular } from './submit-circular.ts';
import { serveChangingSite } from './testing/changing-site.ts';
import { openSmallOffice, type SmallOffice } from './testing/small-office.ts';
import { Workshop } from './workshop.ts';

const workshop = new Workshop(0);
after(() => workshop.close());

const brief = { region: '模拟市', period: '2019年第二季度' };

/** Signs; another person than who wrote it. */
async function leaderOf({ db, inspector }: SmallOffice): Promise<Desk> {
  const { id } = await db
    .insertInto('people')
    .values({ login: 'leader', name: '测试签发人' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { actor } = inspector;
  assert.equal(actor.kind, 'person');
  const place = { region: actor.posts[0]?.place.region ?? '', unit: null };
  const secondFactorAt = new Date().toISOString();
  const posts = [{ role: 'leader' as const, place }];
  return { ...inspector, actor: { ...actor, id, posts, secondFactorAt } };
}

test('what recovered is dropped before anybody signs, and what did not stands', async (t) => {
  const web = await serveChangingSite();
  t.after(() => web.close());
  const { homepage } = web;
  const site: Site = {
    key: 'one',
    unit: '某局',
    homepage,
    siteIdCode: null,
    kind: 'portal',
  };
  const office = await openSmallOffice([site]);
  const { db, inspector, job } = office;
  const locks = new SiteLocks(db);
  t.after(async () => {
    await locks.close();
    await office.close();
  });
  web.setNewest(new Date().toISOString().slice(0, 10));
  web.setDead(['/a', '/b']);
  const today = new Date().toISOString().slice(0, 10);
  const campaign = await openCampaign(inspector, {
    regionId: office.regionId,
    name: '抽查',
    period: '2019年第二季度',
    asOf: today,
    rubric: 'cn-census-2015',
    brief,
    settings: {
      recheck: { times: 1, spacingMs: 10 },
      allowNet: ['127.0.0.0/8'],
      browser: 'off',
      lastLook: true,
      unmeasuredLimit: 1,
    },
  });
  await startCampaign(inspector, campaign);
  const { id: inspection } = await db
    .selectFrom('inspections')
    .select('id')
    .executeTakeFirstOrThrow();
  const signal = new AbortController().signal;
  const bench = { worker: 'w', locks, signal, heartbeatMs: 1000, workshop };
  assert.equal(await measureSite(job, inspection, bench), 'measured');
  const findings = await db
    .selectFrom('findings')
    .select(['id', 'kind', 'finding'])
    .where('state', '=', 'confirmed')
    .execute();
  const dead = findings.filter(({ kind }) => kind === 'link-dead');
  assert.equal(dead.length, 2);
  const ids = findings.map(({ id }) => id);
  await acceptFindings(inspector, ids);
  await skipHearing(inspector, campaign, '测试');
  const leader = await leaderOf(office);
  const circular = await draftCircular(inspector, campaign);
  await reconcileCircular(inspector, circular);
  await submitCircular(inspector, circular);
  await assert.rejects(signCircular(leader, circular), { code: 'last-look-open' });
  const before = await askInspection(inspector, inspection);

  web.setDead(['/b']);
  assert.deepEqual(await listWaitingLastLooks(office), [inspection]);
  const watch = {
    now: job.now,
    wait: async (ms: number) => void (await sleep(ms)),
    signal,
    report: () => undefined,
    threads: 0,
  };
  assert.equal(await lastLook(job, inspection, { watch, locks }), 1);
  assert.equal(await lastLook(job, inspection, { watch, locks }), null, 'once');
  const left = await db
    .selectFrom('findings')
    .select('finding')
    .where('kind', '=', 'link-dead')
    .where('state', '=', 'confirmed')
    .execute();
  assert.deepEqual(
    left.map(({ finding }) => finding.url),
    [`${homepage}b`],
  );
  const after = await askInspection(inspector, inspection);
  assert.notDeepEqual(after.card?.deductions, before.card?.deductions);
  const line = await db
    .selectFrom('ledger')
    .select(['thing_id', 'reason'])
    .where('act', '=', 'finding.recovered')
    .execute();
  assert.equal(line.length, 1);
  assert.match(String(line[0]?.reason), /last look before publication/);

  await assert.rejects(signCircular(leader, circular), { code: 'circular-stale' });
  await returnCircular(inspector, circular, '有问题已恢复');
  assert.equal(await draftCircular(inspector, campaign), circular);
  await reconcileCircular(inspector, circular);
  assert.deepEqual(await listWaitingLastLooks(office), [], 'not again within a day');
  await submitCircular(inspector, circular);
  await signCircular(leader, circular);
});
