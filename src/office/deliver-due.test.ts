import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import type { NewNotice } from '#domain/notice.ts';
import { addWebhook } from './add-webhook.ts';
import { askMailChoice, askNotices, chooseMail, markRead } from './ask-notices.ts';
import { askWebhookEvents, askWebhooks } from './ask-webhooks.ts';
import { deliverDue } from './deliver-due.ts';
import { notify } from './notify.ts';
import { openSenders } from './open-senders.ts';
import { stopWebhook } from './stop-webhook.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';
import { openSmtp, textOf } from './testing/tiny-smtp.ts';
import { tryWebhook } from './try-webhook.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
  await office.db
    .updateTable('people')
    .set({ mail: sql<string>`login || '@example.gov.cn'` })
    .execute();
});
after(async () => await office.close());

/** Monday 3 June 2019, some hour in China. */
const china = (time: string, day = '2019-06-03') =>
  new Date(`${day}T${time}:00+08:00`).toISOString();
const isWorkingDay = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());

function sendersOf(context: TestContext, port: number | null, allowNet = ['127.0.0.0/8']) {
  const smtp = {
    host: '127.0.0.1',
    port: port ?? 0,
    isSecure: false,
    requireTls: false,
    user: null,
    password: null,
    from: '巡网 <xunwang@example.gov.cn>',
  };
  const origin = 'https://xunwang.example.gov.cn/';
  const senders = openSenders({
    smtp: port === null ? null : smtp,
    allowNet,
    origin,
    isWorkingDay,
  });
  context.after(() => senders.close());
  return senders;
}

const desk = () => office.desk({ job: 'deliver' });

async function tell(notice: Partial<NewNotice> & Pick<NewNotice, 'kind' | 'subject'>, at: string) {
  const to = { unit: office.places.unit.id };
  const rest = { to, siteId: office.siteIds['minzheng'] ?? null, args: {}, link: '/orders/7' };
  return await office.db.transaction().execute((tx) => notify(tx, { ...rest, ...notice }, at));
}

test('a unit is told once, in both languages, and reads it', async () => {
  office.setClock(china('10:00'));
  const { editor, head } = office.people;
  const notice = { kind: 'recheck-failed', subject: 'order:7:1' } as const;
  const args = { unit: '市民政局', campaign: '2019年第二季度抽查', open: 2, times: 1 };
  assert.deepEqual(await tell({ ...notice, args }, china('10:00')), [editor.id, head.id]);
  assert.deepEqual(await tell({ ...notice, args }, china('10:05')), []);
  const { items, unread } = await askNotices(office.desk('editor'), { limit: 10 });
  assert.equal(unread, 1);
  assert.equal(items[0]?.zh.title, '复查未通过：市民政局');
  assert.match(items[0]?.en.text ?? '', /2 findings of 市民政局 in .* are still there \(time 1\)/);
  await markRead(office.desk('otherEditor'), { id: items[0]?.id ?? 0 });
  assert.equal((await askNotices(office.desk('editor'), { limit: 10 })).unread, 1);
  await markRead(office.desk('editor'), { id: items[0]?.id ?? 0 });
  const unreadOnly = await askNotices(office.desk('editor'), { unread: true, limit: 10 });
  assert.deepEqual([unreadOnly.unread, unreadOnly.items], [0, []]);
  await markRead(office.desk('head'), { upTo: 1_000_000 });
});

test('a role is told at its place, or in the nearest region above that has somebody', async () => {
  const { county, city } = office.places;
  const at = (region: string) => ({ region, unit: null });
  const told = (role: 'inspector' | 'leader', region: string, subject: string) =>
    tell({ kind: 'campaign-measured', subject, to: { role, place: at(region) } }, china('10:00'));
  const { countyInspector, inspector, inspector2, leader } = office.people;
  assert.deepEqual(await told('inspector', county.path, 'a'), [countyInspector.id]);
  assert.deepEqual(await told('leader', county.path, 'b'), [leader.id]);
  assert.deepEqual(await told('inspector', city.path, 'c'), [inspector.id, inspector2.id]);
});

test('mail waits for morning, comes as one digest, and never twice', async (context) => {
  await office.db.deleteFrom('deliveries').execute();
  const { port, mails } = await openSmtp(context);
  const senders = sendersOf(context, port);
  await chooseMail(office.desk('head'), 'none');
  assert.deepEqual(await askMailChoice(office.desk('head')), { mail: 'none' });
  office.setClock(china('21:00'));
  const args = { what: '整改答复', due: '6月10日' };
  await tell({ kind: 'deadline-near', subject: 'd1', args }, china('21:00'));
  await tell({ kind: 'order-issued', subject: 'o1', args: { campaign: '抽查' } }, china('21:00'));
  await tell({ kind: 'portal-outage', subject: 'p1' }, china('21:00'));
  assert.equal((await deliverDue(desk(), senders)).mails, 1);
  assert.match(textOf(mails[0]?.data ?? ''), /门户网站无法访问/);
  office.setClock(china('07:59', '2019-06-04'));
  assert.equal((await deliverDue(desk(), senders)).mails, 0);
  office.setClock(china('09:00', '2019-06-04'));
  const [first, second] = await Promise.all([
    deliverDue(desk(), senders),
    deliverDue(desk(), senders),
  ]);
  assert.equal(first.mails + second.mails, 1);
  assert.deepEqual(mails[1]?.to, ['editor@example.gov.cn']);
  const text = textOf(mails[1]?.data ?? '');
  assert.match(text, /1\. 即将到期：整改答复/);
  assert.match(text, /2\. 整改通知：抽查/);
  assert.match(text, /https:\/\/xunwang\.example\.gov\.cn\/orders\/7/);
  assert.match(mails[1]?.data ?? '', /^Message-ID: <notices-[0-9a-f]+@xunwang/im);
  assert.equal((await deliverDue(desk(), senders)).mails, 0);
  assert.equal(mails.length, 2);
});

test('a server that is down is tried again, a mailbox that is refused is not', async (context) => {
  const down = sendersOf(context, 1);
  office.setClock(china('10:00', '2019-06-05'));
  await tell({ kind: 'order-issued', subject: 'o2' }, china('10:00', '2019-06-05'));
  assert.equal((await deliverDue(desk(), down)).failed, 1);
  assert.equal((await deliverDue(desk(), down)).failed, 0);
  const { port, mails } = await openSmtp(context);
  office.setClock(china('10:02', '2019-06-05'));
  assert.equal((await deliverDue(desk(), sendersOf(context, port))).mails, 1);
  assert.equal(mails.length, 1);
  const refusing = await openSmtp(context, '550 no such mailbox');
  await tell({ kind: 'order-issued', subject: 'o3' }, china('10:02', '2019-06-05'));
  assert.equal((await deliverDue(desk(), sendersOf(context, refusing.port))).failed, 1);
  office.setClock(china('10:00', '2019-06-09'));
  assert.deepEqual(await deliverDue(desk(), sendersOf(context, refusing.port)), {
    mails: 0,
    events: 0,
    failed: 0,
    postponed: 0,
  });
});

test('without a mail server mails wait, and none is lost', async (context) => {
  office.setClock(china('10:00', '2019-06-10'));
  await tell({ kind: 'order-issued', subject: 'o4' }, china('10:00', '2019-06-10'));
  assert.equal((await deliverDue(desk(), sendersOf(context, null))).mails, 0);
  const { port } = await openSmtp(context);
  assert.equal((await deliverDue(desk(), sendersOf(context, port))).mails, 1);
});

/** A receiver of webhooks that answers by a list of statuses, the last one for good. */
async function openReceiver(context: TestContext, statuses: number[]) {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createHttpServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.statusCode = statuses[Math.min(got.length, statuses.length) - 1] ?? 200;
      response.setHeader('location', 'http://127.0.0.1:1/');
      response.end('thanks');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got };
}

test('a webhook gets what it listens to, signed, again until it says yes', async (context) => {
  const { url, got } = await openReceiver(context, [500, 302, 204]);
  const admin = office.desk('admin');
  const regionId = office.places.city.id;
  const { id, secret } = await addWebhook(admin, { regionId, url, kinds: ['signal-breach'] });
  office.setClock(china('22:00', '2019-06-11'));
  const senders = sendersOf(context, null);
  await tell(
    { kind: 'signal-breach', subject: 's1', args: { what: '首页10天未更新' } },
    china('22:00', '2019-06-11'),
  );
  await tell({ kind: 'signal-watch', subject: 's1' }, china('22:00', '2019-06-11'));
  await tell({ kind: 'signal-breach', subject: 's1' }, china('22:01', '2019-06-11'));
  const round = () => deliverDue(desk(), senders);
  assert.deepEqual([(await round()).failed, (await round()).failed], [1, 0]);
  office.setClock(china('22:01', '2019-06-11'));
  assert.equal((await round()).failed, 1);
  office.setClock(china('22:06', '2019-06-11'));
  assert.equal((await round()).events, 1);
  assert.equal((await round()).events, 0);
  assert.equal(got.length, 3);
  const ids = got.map(({ body }) => (JSON.parse(body) as { id: string }).id);
  assert.equal(new Set(ids).size, 1);
  const { headers, body } = got[2] ?? { headers: {}, body: '' };
  const expected = createHmac('sha256', secret)
    .update(`${headers['xunwang-timestamp']}.${body}`)
    .digest('hex');
  assert.equal(headers['xunwang-signature'], `sha256=${expected}`);
  const told = JSON.parse(body) as { kind: string; site: { unit: string }; args: object };
  assert.deepEqual([told.kind, told.site.unit], ['signal-breach', '市民政局']);
  const events = await askWebhookEvents(admin, id, { limit: 10 });
  assert.deepEqual(
    events.items.map(({ state, attempts }) => [state, attempts]),
    [['sent', 3]],
  );
});

test('a private address is refused for good unless it is allowed', async (context) => {
  const { url, got } = await openReceiver(context, [200]);
  const admin = office.desk('admin');
  const { id } = await addWebhook(admin, { regionId: office.places.city.id, url, kinds: ['*'] });
  await tryWebhook(admin, id);
  assert.equal((await deliverDue(desk(), sendersOf(context, null, []))).failed, 1);
  const [event] = (await askWebhookEvents(admin, id, { limit: 10 })).items;
  assert.equal(event?.state, 'failed');
  assert.match(event?.error ?? '', /forbidden-address/);
  assert.equal(got.length, 0);
  office.setClock(china('22:07', '2019-06-11'));
  await tryWebhook(admin, id);
  assert.equal((await deliverDue(desk(), sendersOf(context, null))).events, 1);
  await stopWebhook(admin, id);
  await tell({ kind: 'signal-watch', subject: 's9' }, china('22:07', '2019-06-11'));
  assert.equal((await deliverDue(desk(), sendersOf(context, null))).events, 0);
  assert.equal((await askWebhooks(admin, { limit: 10 })).items.length, 2);
  const foreign = askWebhookEvents(office.desk('inspector'), id, { limit: 10 });
  await assert.rejects(foreign, { code: 'not-found' });
});
