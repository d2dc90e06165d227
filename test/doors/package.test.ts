import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { promisify } from 'node:util';

// The package as a stranger gets it: packed, and installed from the registry into an empty folder
// (npm's cache holds what `npm ci` fetched, so little is asked for). Where the registry cannot be
// reached, the tarball is unpacked and the checkout's own node_modules are linked beside it.

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
const INSTALL_LIMIT_MS = 60_000;
/** npm's own scripts must find this Node first. */
const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  npm_config_update_notifier: 'false',
};

let folder: string;
let files: string[];
let how: 'registry' | 'linked';
let xunwang: string;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunwang-package-'));
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
    env,
  });
  const [report] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('['))) as [
    { filename: string; files: { path: string }[] },
  ];
  files = report.files.map(({ path }) => path);
  const prefix = join(folder, 'prefix');
  how = await install(join(folder, report.filename), prefix);
  xunwang = join(prefix, 'bin', 'xunwang');
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function install(tarball: string, prefix: string): Promise<'registry' | 'linked'> {
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=0'];
  try {
    const args = ['install', '-g', '--prefix', prefix, ...quietly, tarball];
    await run('npm', args, { cwd: folder, env, timeout: INSTALL_LIMIT_MS });
    return 'registry';
  } catch {
    const home = join(prefix, 'lib', 'node_modules', 'xunwang');
    rmSync(prefix, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    mkdirSync(join(prefix, 'bin'));
    await run('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
    // As npm does: the program is made executable, and known by its name.
    chmodSync(join(home, 'bin', 'xunwang.js'), 0o755);
    symlinkSync(join(home, 'bin', 'xunwang.js'), join(prefix, 'bin', 'xunwang'));
    return 'linked';
  }
}

/** Calls the installed program in an empty folder of its own. */
async function call(
  args: readonly string[],
  cwd: string,
): Promise<{ code: number; stdout: string }> {
  try {
    const { stdout } = await run(xunwang, args, { cwd, env });
    return { code: 0, stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    assert.equal(typeof code, 'number', String(error));
    return { code, stdout: `${stdout}${stderr}` };
  }
}

function emptyFolder(one: TestContext): string {
  const empty = mkdtempSync(join(folder, 'empty-'));
  one.diagnostic(how === 'registry' ? 'installed from the registry' : 'linked: no registry here');
  return empty;
}

test('the package carries compiled JavaScript and data, no TypeScript and no tests', () => {
  assert.deepEqual(
    files.filter((path) => /\.ts$|(?:^|\/)(?:test|testing|shared)\//.test(path)),
    [],
  );
  for (const path of [
    'bin/xunwang.js',
    'dist/main.js',
    'console/dist/index.html',
    'dist/city/plans/xianning-2019q2.yaml',
    'rubrics/cn-census-2015.yaml',
    'lexicons/channel-kinds.yaml',
    'wording/circular.zh.yaml',
    'clocks/office-clocks.yaml',
    'LICENSE',
    'README.md',
  ]) {
    assert.ok(files.includes(path), path);
  }
});

test('the installed program says its version, the one of the package', async (one) => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { code, stdout } = await call(['--version'], emptyFolder(one));
  assert.deepEqual([code, stdout], [0, `${version}\n`]);
});

test('the installed program lists its rubrics and checks them', async (one) => {
  const empty = emptyFolder(one);
  const list = await call(['rubric', 'list'], empty);
  assert.equal(list.code, 0);
  assert.match(list.stdout, /cn-census-2015/);
  assert.match(list.stdout, /cn-indicators-2019/);
  assert.equal((await call(['rubric', 'check', 'cn-census-2015'], empty)).code, 0);
});

test('the installed program serves a city, inspects it and verifies the run', async (one) => {
  const empty = emptyFolder(one);
  const words = ['city', 'serve', '--seed', '4', '--sites', '2', '--out', 'city'];
  const city = spawn(xunwang, words, { cwd: empty, env, stdio: ['ignore', 'pipe', 'inherit'] });
  one.after(() => city.kill('SIGKILL'));
  await once(city.stdout, 'data');
  const options = ['--as-of', '2019-05-27', '--allow-net', '127.0.0.0/8', '--recheck', '1x50ms'];
  const inspected = await call(
    ['inspect', 'city/sites.csv', '--out', 'run', '--no-pdf', '--json', ...options],
    empty,
  );
  assert.ok(existsSync(join(empty, 'run', 'circular.docx')), inspected.stdout);
  const result = JSON.parse(readFileSync(join(empty, 'run', 'result.json'), 'utf8'));
  assert.equal(result.sites.length, 2);
  const verified = await call(['verify', 'run'], empty);
  assert.equal(verified.code, 0, verified.stdout);
  city.kill('SIGINT');
  const [code] = await once(city, 'exit');
  assert.equal(code, 130);
});
