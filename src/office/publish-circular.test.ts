import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { present } from '#base/assert.ts';
import { sha256 } from '#base/hash.ts';
import { verifyLedger } from '#store/ledger.ts';
import { findAppeal } from '#store/appeals.ts';
import { findCircular, findCircularFile, latestCircular } from '#store/circulars.ts';
import { askDeadline, askDeadlines } from './ask-deadlines.ts';
import { askNotices } from './ask-notices.ts';
import { campaignResult } from './campaign-result.ts';
import { voidExplanation } from './void-explanation.ts';
import { findCampaign } from '#store/campaigns.ts';
import { askCircularFile, askPublishedCirculars } from './ask-circulars.ts';
import { assignAppeal } from './assign-appeal.ts';
import { claimExplanation } from './claim-explanation.ts';
import { decideAppeal } from './decide-appeal.ts';
import { decideExplanation } from './decide-explanation.ts';
import { draftCircular } from './draft-circular.ts';
import { editBrief } from './edit-brief.ts';
import { fileAppeal } from './file-appeal.ts';
import { hashOf, publishCircular } from './publish-circular.ts';
import { reconcileCircular } from './reconcile-circular.ts';
import { setAsideFindings } from './set-aside-findings.ts';
import { signCircular } from './sign-circular.ts';
import { startHearing } from './start-hearing.ts';
import { submitCircular } from './submit-circular.ts';
import { acceptAll, freshLeader } from './testing/sample-judging.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
let first: number;
let firstBytes: Map<string, string>;
const brief = (more: object) =>
  JSON.stringify({ region: '咸宁市', period: '2019年第二季度', date: '2019-06-05', ...more });

before(async () => {
  office = await openSampleOffice();
});
after(() => office.close());

const finding = (key: string) => present(office.findingIds[key], key);

async function bytesOf(id: number): Promise<Map<string, string>> {
  const rows = await office.db
    .selectFrom('circular_files')
    .select(['name', 'bytes'])
    .where('circular_id', '=', id)
    .execute();
  return new Map(rows.map(({ name, bytes }) => [name, sha256(bytes)]));
}

async function signAndPublish(id: number) {
  await reconcileCircular(office.desk('inspector'), id);
  await submitCircular(office.desk('inspector'), id);
  await signCircular(freshLeader(office), id);
  return await publishCircular(freshLeader(office), id, { pdf: false });
}

test('nothing is drafted before the units were heard and everything is reviewed', async () => {
  const inspector = office.desk('inspector');
  await assert.rejects(draftCircular(inspector, office.campaignId), {
    code: 'campaign-not-there',
  });
  await setAsideFindings(inspector, [finding('chongyang-0-0')], '抽查当日已恢复');
  const { until } = await startHearing(inspector, office.campaignId);
  assert.equal(until, '2019-05-31T16:00:00.000Z', 'three working days, to 24:00 in China');
  const { items } = await askNotices(office.desk('editor'), { limit: 10 });
  const told = items.find(({ kind }) => kind === 'hearing-opened');
  assert.match(told?.zh.text ?? '', /有\d+个问题。如有异议，请于2019-05-31前说明或申诉/);
  // The clock is of every unit that is heard: each sees it as its own, the office all of them.
  const clockOf = async (login: 'editor' | 'inspector') => {
    const { items: clocks } = await askDeadlines(office.desk(login), { limit: 50 });
    return clocks.map(({ id, thing, unit, units }) => ({ id, thing, unit, units }));
  };
  const [own] = await clockOf('editor');
  assert.deepEqual({ ...own, id: 0 }, { id: 0, thing: 'campaign', unit: '市民政局', units: 1 });
  assert.equal((await askDeadline(office.desk('editor'), own?.id ?? 0)).unit, '市民政局');
  const [all] = await clockOf('inspector');
  assert.deepEqual([all?.id, all?.unit, all?.units], [own?.id, null, 10]);
  await assert.rejects(draftCircular(inspector, office.campaignId), {
    code: 'findings-unreviewed',
  });
  await acceptAll(office);
  await assert.rejects(draftCircular(inspector, office.campaignId), { code: 'hearing-open' });
});

test('an explanation that does not lift the charge is printed beside it, with the error rate', async () => {
  const own = finding('minzheng-0-0');
  const statement = '链接指向的系统已下线';
  const id = await claimExplanation(office.desk('editor'), own, { statement, proof: null });
  const decision = { approve: true, validUntil: '2019-12-31', decision: '情况属实' } as const;
  await decideExplanation(office.desk('reviewer'), id, decision);
  office.setClock('2019-06-03T01:00:00.000Z');
  first = await draftCircular(office.desk('inspector'), office.campaignId);
  await editBrief(office.desk('inspector'), first, brief({ issuer: '市政府办公室' }));
  const draft = present(await findCircular(office.db, first), 'the draft');
  assert.deepEqual(draft.contradictions, []);
  const row = draft.circular.annex.rows.find(({ key }) => key === 'minzheng');
  assert.match(row?.problems.text ?? '', /首页不可用链接2个（单位说明：链接指向的系统已下线）/);
  const text = JSON.stringify(draft.circular.paragraphs);
  const { confirmed } = draft.error_rate;
  assert.equal(draft.error_rate.setAside, 1);
  assert.ok(text.includes('"field":"errorRate.share"') && confirmed > 10);
});

test('a brief that contradicts itself is kept with what contradicts, and cannot go on', async () => {
  const wrong = brief({ errorReports: { total: 3, replied: 5 } });
  const found = await editBrief(office.desk('inspector'), first, wrong);
  assert.ok(found.some(({ field }) => field === 'brief.errorReports.replied'));
  await assert.rejects(reconcileCircular(office.desk('inspector'), first), {
    code: 'circular-contradicts',
  });
  await assert.rejects(editBrief(office.desk('inspector'), first, 'titel: 通报'), {
    code: 'brief-mistake',
  });
  assert.deepEqual(await editBrief(office.desk('inspector'), first, brief({})), []);
});

test('who wrote it never signs it, and a stale second factor signs nothing', async () => {
  const writer = office.people.inspector;
  const place = present(writer.posts[0], 'a post').place;
  const both = {
    ...writer,
    posts: [...writer.posts, { role: 'leader' as const, place }],
    secondFactorAt: '2019-06-03T01:00:00.000Z',
  };
  await reconcileCircular(office.desk('inspector'), first);
  await submitCircular(office.desk('inspector2'), first);
  await assert.rejects(signCircular({ ...office.desk('inspector'), actor: both }, first), {
    code: 'same-person',
  });
  await assert.rejects(signCircular(office.desk('leader'), first), {
    code: 'second-factor-needed',
  });
  await signCircular(freshLeader(office), first);
});

test('a published version has its files and one hash over all, and everybody may read it', async () => {
  const { hash, files } = await publishCircular(freshLeader(office), first, { pdf: false });
  assert.deepEqual(files.toSorted(), [
    'annex.csv',
    'annex.xlsx',
    'circular.docx',
    'circular.html',
    'circular.md',
    'open-data.json',
  ]);
  firstBytes = await bytesOf(first);
  const hashes = [...firstBytes].map(([name, one]) => ({ name, hash: one }));
  const row = present(await findCircular(office.db, first), 'the version');
  assert.equal(row.hash, hash);
  assert.equal(hashOf(row.circular, hashes), hash);
  const [line] = (await askPublishedCirculars(office, {})).items;
  assert.equal(line?.id, first);
  assert.equal(line?.files.length, 6);
  const open = await askCircularFile(office, first, 'open-data.json');
  assert.equal(JSON.parse(new TextDecoder().decode(open.bytes)).counts.total, 10);
});

test('the database itself refuses any change of what was published', async () => {
  const refused = /was published/;
  const { db } = office;
  await assert.rejects(db.updateTable('circulars').set({ hash: 'x' }).execute(), refused);
  const back = db.updateTable('circulars').set({ state: 'draft' });
  await assert.rejects(back.execute(), refused);
  await assert.rejects(db.deleteFrom('circulars').execute(), refused);
  await assert.rejects(db.deleteFrom('circular_files').execute(), refused);
  await assert.rejects(db.updateTable('circular_files').set({ name: 'x' }).execute(), refused);
  const more = sql`insert into circular_files values (${first}, 'x', 'x', '', 'x')`;
  await assert.rejects(more.execute(db), refused);
});

test('an explanation that is voided later held when it was published', async () => {
  const campaign = present(await findCampaign(office.db, office.campaignId), 'the campaign');
  const before = await campaignResult(office.db, campaign);
  assert.equal(before.explanations.length, 1);
  const { id } = await office.db.selectFrom('explanations').select('id').executeTakeFirstOrThrow();
  await voidExplanation(office.desk('reviewer'), id, '栏目已变更');
  assert.deepEqual(await campaignResult(office.db, campaign), before);
});

test('an upheld appeal after publication drafts a numbered correction and keeps version 1', async () => {
  const own = finding('minzheng-0-1');
  const appeal = await fileAppeal(office.desk('head'), own, { grounds: '当日可打开', proof: null });
  const reviewer = office.people.reviewer.id;
  await assignAppeal(office.desk('leader'), appeal, reviewer);
  const decided = { upheld: true, decision: '经复核可以打开' };
  await assert.rejects(decideAppeal(office.desk('reviewer2'), appeal, decided), {
    code: 'appeal-not-yours',
  });
  await decideAppeal(office.desk('reviewer'), appeal, decided);
  const { before: was, after: is } = present(await findAppeal(office.db, appeal), 'the appeal');
  assert.equal(was?.score, 9800);
  assert.equal(is?.score, 9900);
  assert.ok(present(is?.rank, 'a rank') <= present(was?.rank, 'a rank'));
  const second = present(await latestCircular(office.db, office.campaignId), 'a correction');
  assert.deepEqual([second.number, second.state], [2, 'draft']);
  assert.equal(second.error_rate.upheld, 1);
  assert.match(JSON.stringify(second.circular.paragraphs), /经复核可以打开/);
  const row = second.circular.annex.rows.find(({ key }) => key === 'minzheng');
  assert.match(row?.problems.text ?? '', /单位说明：链接指向的系统已下线/);
  await signAndPublish(second.id);
  assert.equal((await findCircular(office.db, first))?.state, 'corrected');
  assert.deepEqual(await bytesOf(first), firstBytes, 'byte for byte');
  assert.notDeepEqual(await bytesOf(second.id), firstBytes);
  const kept = await askCircularFile(office, first, 'annex.csv');
  assert.equal(kept.hash, firstBytes.get('annex.csv'));
  assert.ok(await findCircularFile(office.db, second.id, 'annex.csv'));
});

test('an appeal after the deadline is refused, and the ledger holds', async () => {
  office.setClock('2019-06-20T01:00:00.000Z');
  const late = fileAppeal(office.desk('editor'), finding('minzheng-0-0'), {
    grounds: '迟到',
    proof: null,
  });
  await assert.rejects(late, { code: 'hearing-over' });
  assert.equal((await verifyLedger(office.db)).broken, null);
});
