import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { answerReport } from '#office/answer-report.ts';
import { closeReport } from '#office/close-report.ts';
import { deliverToWriters } from '#office/deliver-to-writers.ts';
import { openSenders } from '#office/open-senders.ts';
import { samplePublicSide } from '#office/testing/matter-desks.ts';
import { openSmtp, smtpAt, textOf } from '#office/testing/tiny-smtp.ts';
import { receiptOf, type ServedPortal, servePortal, tokenOf } from './serve-portal.ts';

// What somebody who means ill sends, over real sockets: refused with a clear word, written down by
// its code, and nothing of ours shown.

const MINUTE_MS = 60_000;
const SCRIPT = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;

let portal: ServedPortal;
let address = 0;
before(async () => {
  portal = await servePortal({ XUNWANG_PUBLIC_SUBMISSIONS: '8' });
});
after(() => portal.close());

/** Everybody has an address of their own, unless a test wants one. */
const headers = (own = `198.51.100.${++address}`) => ({ 'x-forwarded-for': own });

async function get(path: string): Promise<string> {
  return await (await fetch(`${portal.origin}${path}`, { headers: headers() })).text();
}

async function post(
  path: string,
  form: Record<string, string> | FormData,
  own?: string,
): Promise<{ status: number; text: string }> {
  const body = form instanceof FormData ? form : new URLSearchParams(form);
  const response = await fetch(`${portal.origin}${path}`, {
    method: 'POST',
    body,
    headers: headers(own),
  });
  return { status: response.status, text: await response.text() };
}

async function aged(path: string): Promise<string> {
  const token = tokenOf(await get(path));
  portal.setAhead((aheadMs += MINUTE_MS));
  return token;
}
let aheadMs = 0;

const report = (more: Record<string, string> = {}) => ({
  page: 'http://minzheng.example.gov.cn/a.html',
  fault: 'typo',
  text: `错字 ${Math.random()}`,
  seen: 'yes',
  ...more,
});

/** No line of ours: no stack, no file, no query, no name of a table. */
function isQuiet(text: string): void {
  assert.doesNotMatch(
    text,
    /\.ts:\d|node_modules|\bselect \w+ from|error_reports|postgres|at async/i,
  );
}

test('a script in every field is shown as a text, wherever it comes back', async () => {
  for (const path of ['/report', '/ask', '/follow']) {
    const fields = ['page', 'fault', 'text', 'name', 'phone', 'email', 'kind', 'unit', 'title'];
    const all = [...fields, 'mayPublish', 'token', 'proof', 'receipt', 'seen'];
    const form = Object.fromEntries(all.map((name) => [name, SCRIPT]));
    const { status, text } = await post(path, form);
    assert.equal(status, 422, path);
    assert.doesNotMatch(text, /<script>alert|<img src=x/, path);
    isQuiet(text);
  }
  const token = await aged('/report');
  const sent = await post('/report', report({ token, text: SCRIPT, name: SCRIPT.slice(0, 40) }));
  assert.equal(sent.status, 200);
  assert.ok(sent.text.includes('&lt;script&gt;alert(&#39;x&#39;)'), 'it is kept as it was written');
  assert.doesNotMatch(sent.text, /<script>alert|<img src=x/);
  for (const path of [`/rounds?q=${SCRIPT}`, `/answers?q=${SCRIPT}`, `/report?page=${SCRIPT}`]) {
    assert.doesNotMatch(await get(encodeURI(path)), /<script>alert|<img src=x/);
  }
});

test('addresses of private hosts are refused, however they are written', async () => {
  const inner = [
    'http://127.0.0.1:5432/',
    'http://localhost/',
    'http://10.0.0.8/',
    'http://[::1]/',
    'http://[::ffff:192.168.1.1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://user:word@minzheng.example.gov.cn/',
    'http://intranet/',
  ];
  for (const page of inner) {
    const token = await aged('/report');
    const { status, text } = await post('/report', report({ token, page }));
    assert.equal(status, 422, page);
    assert.match(text, /不是可以公开访问的网页地址/, page);
  }
  const rows = await portal.office.db.selectFrom('error_reports').select('page_url').execute();
  assert.equal(rows.length, 1, 'only the one of the test before');
});

test('a form that no page of ours gave, one of a program, one too fast: none goes in', async () => {
  const forged = await post(
    '/report',
    report({ token: 'kq0.AAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBBBBBBBB' }),
  );
  assert.match(forged.text, /表单打开太久或者不完整/);
  const trapped = await post('/report', report({ token: await aged('/report'), website: 'x' }));
  assert.match(trapped.text, /只有程序才会填写/);
  const fast = await post('/report', report({ token: tokenOf(await get('/report')) }));
  assert.match(fast.text, /提交得太快/);
  const guessed = await post(
    '/report',
    report({ token: tokenOf(await get('/report')), proof: '1' }),
  );
  assert.match(guessed.text, /提交得太快/, 'a wrong answer to the sum is none');
});

test('more than the limit from one address waits; so does the same text from many', async () => {
  const own = '203.0.113.9';
  const send = async (more = {}, from?: string) =>
    await post('/report', report({ token: await aged('/report'), ...more }), from);
  portal.setAhead((aheadMs += 70 * MINUTE_MS));
  assert.equal((await send({}, own)).status, 200);
  portal.setAhead((aheadMs -= MINUTE_MS));
  assert.equal((await send({}, own)).status, 200);
  const third = await send({}, own);
  assert.match(third.text, /过于频繁/, 'two an hour without a script: a quarter of eight');
  assert.match(third.text, /错字/, 'and what was written is kept');
  for (let time = 0; time < 3; time++) assert.equal((await send({ text: '同样的话' })).status, 200);
  assert.match((await send({ text: ' 同样的 话' })).text, /一小时内已提交 3 次/);
});

test('what may be spam waits for a clerk, and no unit sees it before', async () => {
  portal.setAhead((aheadMs += 70 * MINUTE_MS));
  const token = await aged('/report');
  const text = '专业代开发票，诚信可靠';
  assert.equal((await post('/report', report({ token, text }))).status, 200);
  const row = await portal.office.db
    .selectFrom('error_reports')
    .select(['state', 'suspicion', 'unit_id'])
    .where('text', '=', text)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { state: 'received', suspicion: ['advert'], unit_id: null });
});

test('receipts are not guessed: one answer for all, and soon none', async () => {
  const own = '203.0.113.77';
  const wrong = ['', 'x', '0000-0000-0000-0000-0000', 'ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ', "' or 1=1 --"];
  const told = new Set<string>();
  for (const receipt of wrong) {
    const { status, text } = await post('/follow', { receipt }, own);
    assert.equal(status, 422);
    told.add(/<div class="mistakes"[^]*?<\/div>/.exec(text)?.[0] ?? '');
    isQuiet(text);
  }
  assert.equal(told.size, 1, 'the same words for what cannot be one and what nobody has');
  for (let time = 0; time < 15; time++) {
    await post(
      '/follow/rate',
      { receipt: 'AAAA-AAAA-AAAA-AAAA-AAAA', satisfaction: 'neutral' },
      own,
    );
  }
  const token = await aged('/report');
  const receipt = receiptOf((await post('/report', report({ token }))).text);
  assert.equal((await post('/follow', { receipt }, own)).status, 429, 'even the right one');
  assert.equal((await post('/follow', { receipt })).status, 200, 'for others it is');
  assert.ok(!portal.log.some((line) => JSON.stringify(line).includes(receipt)), 'in no log');
});

test('a rating sent again is refused, and so is reopening twice', async () => {
  const token = await aged('/report');
  const receipt = receiptOf((await post('/report', report({ token }))).text);
  const { id } = await portal.office.db
    .selectFrom('error_reports')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await portal.office.db.updateTable('error_reports').set({ suspicion: [] }).execute();
  const desk = (who: 'editor' | 'inspector') => ({
    ...portal.office.desk(who),
    now: () => new Date(Date.now() + aheadMs).toISOString(),
  });
  await answerReport(desk('editor'), id, { truth: 'true', text: '已更正' });
  await closeReport(desk('inspector'), id, { truth: 'true', publicText: null });
  const rating = { receipt, satisfaction: 'satisfied' };
  assert.match((await post('/follow/rate', rating)).text, /评价已提交/);
  assert.match((await post('/follow/rate', rating)).text, /每次答复只能评价一次/);
  const reopening = { receipt, reason: '没有改' };
  assert.match((await post('/follow/reopen', reopening)).text, /已要求重新办理/);
  assert.match((await post('/follow/reopen', reopening)).text, /不能重新提出|已重新提出过一次/);
});

test('the link of a mail: it opens for ten days, rates once, and is not guessed', async (context) => {
  const { port, mails } = await openSmtp(context);
  const senders = openSenders({
    smtp: smtpAt(port),
    allowNet: [],
    origin: portal.origin,
    portal: portal.origin,
    isWorkingDay: () => true,
  });
  context.after(() => senders.close());
  const token = await aged('/report');
  await post('/report', report({ token, email: 'somebody@example.com' }));
  const now = () => new Date(Date.now() + aheadMs).toISOString();
  const desk = (who: 'editor' | 'inspector' | { job: string }) => ({
    ...portal.office.desk(who),
    now,
    publicSide: samplePublicSide,
  });
  const { id } = await portal.office.db
    .selectFrom('error_reports')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await answerReport(desk('editor'), id, { truth: 'true', text: '已更正' });
  await closeReport(desk('inspector'), id, { truth: 'true', publicText: null });
  // In the morning, when mail goes out.
  portal.setAhead((aheadMs += 16 * 60 * MINUTE_MS));
  while (mails.length < 2) {
    await deliverToWriters(desk({ job: 'mail-writers' }), senders);
    portal.setAhead((aheadMs += 60 * MINUTE_MS));
  }
  const text = textOf(mails[1]?.data ?? '');
  const link = /http:\S+\/mail\/\S+/.exec(text)?.[0] ?? '';
  const key = link.split('/').at(-1) ?? '';
  const open = async (at: string) => await fetch(at, { headers: headers() });
  const shown = await open(link);
  assert.equal(shown.status, 200);
  assert.equal(shown.headers.get('cache-control'), 'no-store');
  assert.match(await shown.text(), /已更正/);
  assert.equal((await open(link)).status, 200, 'looking at it uses nothing up');
  const rating = { receipt: key, satisfaction: 'satisfied' };
  assert.match((await post('/follow/rate', rating)).text, /评价已提交/);
  assert.match((await post('/follow/rate', rating)).text, /每次答复只能评价一次/);
  assert.equal((await open(link.replace(/.{4}$/, 'ZZZZ'))).status, 422);
  portal.setAhead((aheadMs += 11 * 24 * 60 * MINUTE_MS));
  assert.equal((await open(link)).status, 422, 'its time is over');
  isQuiet(await (await open(link)).text());
  assert.ok(!portal.log.some((line) => JSON.stringify(line).includes(key)), 'in no log');
});

test('uploads: by what they are; bombs, scripts and other kinds are not taken', async () => {
  const token = await aged('/report');
  const receipt = receiptOf((await post('/report', report({ token }))).text);
  const upload = async (bytes: Uint8Array | string, type: string, name = 'a.jpg') => {
    const form = new FormData();
    form.set('receipt', receipt);
    form.set(
      'picture',
      new Blob([typeof bytes === 'string' ? bytes : Buffer.from(bytes)], { type }),
      name,
    );
    return await post('/follow/picture', form);
  };
  const zip = Buffer.concat([Buffer.from('PK\x03\x04'), gzipSync(Buffer.alloc(50 << 20))]);
  for (const [bytes, type] of [
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
    ['<script>alert(1)</script>', 'image/jpeg'],
    ['GIF89a\x01\x00', 'image/gif'],
    [zip, 'image/png'],
    [pngOf(60_000, 60_000), 'image/png'],
  ] as const) {
    const { status, text } = await upload(bytes, type);
    assert.equal(status, 422, type);
    assert.match(text, /只收 JPEG 或 PNG 图片/);
  }
  const good = await upload(pngOf(4, 4), 'text/html', '../../x.html');
  assert.match(good.text, /图片已收下/);
  const link = /\/public\/pictures\/\d+\?[^"]+/.exec(good.text)?.[0].replaceAll('&amp;', '&') ?? '';
  const shown = await fetch(new URL(link, portal.origin), { headers: headers() });
  assert.equal(shown.headers.get('content-type'), 'image/png');
  assert.doesNotMatch(Buffer.from(await shown.arrayBuffer()).toString('latin1'), /somebody/);
  const bare = await fetch(new URL(link.split('?')[0] ?? '', portal.origin), {
    headers: headers(),
  });
  assert.equal(bare.status, 404);
  portal.setAhead((aheadMs += 2 * 60 * MINUTE_MS));
  const late = await fetch(new URL(link, portal.origin), { headers: headers() });
  assert.equal(late.status, 404, 'an hour later it is nobody’s');
  await Promise.all([upload(pngOf(5, 5), 'image/png'), upload(pngOf(6, 6), 'image/png')]);
  assert.match((await upload(pngOf(7, 7), 'image/png')).text, /每件事最多附 3 张图片|已经有 3 张/);
});

test('a hundred megabytes, packed bodies, other kinds of bodies', async () => {
  const large = await sendLarge(portal.port, 100 << 20);
  assert.match(large.head, /^HTTP\/1\.1 413/);
  assert.ok(large.sentBytes < 20 << 20, `it took ${large.sentBytes} bytes`);
  const packed = await fetch(`${portal.origin}/report`, {
    method: 'POST',
    body: gzipSync(Buffer.alloc(10 << 20, 'a')),
    headers: {
      ...headers(),
      'content-encoding': 'gzip',
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
  assert.equal(packed.status, 415);
  for (const type of ['application/json', 'text/xml', 'text/plain']) {
    const response = await fetch(`${portal.origin}/ask`, {
      method: 'POST',
      body: '{"kind":"question"}',
      headers: { ...headers(), 'content-type': type },
    });
    assert.equal(response.status, 415, type);
    isQuiet(await response.text());
  }
  const torn = await fetch(`${portal.origin}/ask`, {
    method: 'POST',
    body: '--x\r\nbroken',
    headers: { ...headers(), 'content-type': 'multipart/form-data; boundary=x' },
  });
  assert.ok([415, 422].includes(torn.status));
});

test('all of it was written down, and nothing of it broke anything', () => {
  for (const code of [
    'page-url-mistake',
    'form-stale',
    'form-too-fast',
    'form-by-program',
    'receipt-unknown',
    'already-rated',
    'picture-mistake',
    'request-too-large',
    'media-type-other',
    'same-text-often',
    'request-too-often',
  ] as const) {
    assert.ok(portal.refused.includes(code), code);
  }
  assert.ok(portal.log.some(({ route, status }) => route === '/public/follow' && status === 429));
  assert.deepEqual(portal.broken, []);
});

/** A PNG that says it is so large, whatever it holds. */
function pngOf(width: number, height: number): Uint8Array {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', size),
    chunk('tEXt', Buffer.from('Author\0somebody')),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Sends a body that says nothing of its length, until it is told to stop. */
async function sendLarge(
  port: number,
  bytes: number,
): Promise<{ head: string; sentBytes: number }> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let head = '';
    let sentBytes = 0;
    const chunk = Buffer.alloc(64 << 10, 'a');
    socket.on('data', (data) => {
      head += data.toString('latin1');
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ head, sentBytes }));
    socket.write(
      'POST /public/follow/picture HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n' +
        'Content-Type: multipart/form-data; boundary=x\r\nX-Forwarded-For: 192.0.2.200\r\n\r\n',
    );
    const more = () => {
      while (sentBytes < bytes && !socket.destroyed) {
        socket.write(`${chunk.length.toString(16)}\r\n`);
        sentBytes += chunk.length;
        socket.write(chunk);
        if (!socket.write('\r\n')) return void socket.once('drain', more);
      }
    };
    more();
  });
}
