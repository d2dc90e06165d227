import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { buildCircular } from '#publish/circular-model.ts';
import { renderHtml } from '#publish/render-html.ts';
import { circularLines } from '#publish/runs-of.ts';
import { fullBrief, shippedWording, smallResult } from '#publish/testing/sample-result.ts';
import { type Browser, openBrowser } from './browser.ts';
import { browserFiles } from './browser-files.ts';
import { fontsConf, startBrowser } from './browser-process.ts';
import { pdfPages } from './testing/pdf-text.ts';

const skip =
  process.platform === 'linux' && process.arch === 'x64' ? false : 'no packaged browser here';
let browser: Browser;

before(async () => {
  if (!skip) browser = await openBrowser();
});
after(async () => {
  if (!skip) await browser.close();
});

test('the text of a printed circular is exact, and its pages are numbered', { skip }, async () => {
  const circular = buildCircular(smallResult(), fullBrief(), shippedWording());
  const pages = pdfPages(await browser.printPdf(renderHtml(circular, smallResult())));
  assert.ok(pages.length >= 4, String(pages.length));
  pages.forEach((page, index) => assert.ok(page.includes(`— ${index + 1} —`), page.slice(0, 40)));
  const bare = (text: string) => text.replace(/\s/g, '');
  const text = pages.map((page) => bare(page.replace(/— \d+ —/, ''))).join('');
  for (const line of circularLines(circular)) assert.ok(text.includes(bare(line)), line);
  assert.doesNotMatch(text, /[\u2E80-\u2FDF\uFFFD]/);
});

test('printing loads nothing and runs nothing', { skip }, async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const pdf = await browser.printPdf(
    `<base href="http://127.0.0.1:${port}/"><img src="/a.png">
     <link rel="stylesheet" href="/b"><iframe src="/c"></iframe><p>仿宋</p>
     <script>document.body.textContent = 'ran'</script>`,
  );
  server.close();
  assert.equal(asked, 0);
  assert.deepEqual(
    pdfPages(pdf).map((page) => page.trim()),
    ['仿宋'],
  );
});

test('a stopped browser leaves neither a port nor a profile', { skip }, async () => {
  const files = await browserFiles(null);
  const running = await startBrowser(files, 20_000);
  assert.ok(existsSync(running.profile));
  await running.stop();
  assert.equal(await isOpen(running.endpoint), false);
  assert.equal(existsSync(running.profile), false);
});

test('without libraries and user namespaces it is started with ours and says so', {
  skip,
}, async () => {
  const files = await browserFiles(null);
  const folder = await mkdtemp(join(files.folder, 'profile-test-'));
  const executable = join(folder, 'chromium');
  const poor = `#!/bin/sh
    [ -n "$LD_LIBRARY_PATH" ] || { echo 'error while loading shared libraries' >&2; exit 127; }
    case " $* " in *" --no-sandbox "*) exec ${files.executable} "$@";; esac
    echo 'No usable sandbox!' >&2; exit 1`;
  await writeFile(executable, poor);
  await Promise.all([folder, executable].map((path) => chmod(path, 0o755)));
  try {
    const running = await startBrowser({ ...files, executable }, 20_000);
    assert.equal(running.sandboxed, false);
    await running.stop();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a browser ends when its owner is killed', { skip }, async () => {
  const program = `
    import { browserFiles } from '#crawl/browser-files.ts';
    import { startBrowser } from '#crawl/browser-process.ts';
    const { endpoint } = await startBrowser(await browserFiles(null), 20_000);
    console.log(endpoint);
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = (await once(owner.stdout, 'data')) as [Buffer];
  const endpoint = String(printed).trim();
  assert.equal(await isOpen(endpoint), true);
  owner.kill('SIGKILL');
  for (let tries = 0; tries < 100 && (await isOpen(endpoint)); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(await isOpen(endpoint), false);
});

test('an installed browser that does not start is refused with its reason', async () => {
  await assert.rejects(
    openBrowser({ executable: '/nonexistent/chromium', startMs: 5000 }),
    (error: Refusal) =>
      error instanceof Refusal &&
      error.code === 'browser-failed' &&
      /not found/.test(error.message),
  );
});

test('the font configuration names our folders and stands in for the official typefaces', () => {
  const conf = fontsConf(['/a&b/one.ttf', '/a&b/two.ttf'], '/cache');
  assert.equal(conf.match(/<dir>/g)?.length, 1);
  assert.match(conf, /<dir>\/a&amp;b<\/dir>/);
  assert.match(conf, /仿宋_GB2312.*Noto Serif SC/);
  assert.match(conf, /黑体.*Noto Sans SC/);
});

function isOpen(endpoint: string): Promise<boolean> {
  const socket = connect(Number(new URL(endpoint).port), '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}
