import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BrowserFiles } from './browser-files.ts';

/** The user nobody: may read what all may read, and owns only the profile made for it. */
const NOBODY = 65534;
const LISTENING = /DevTools listening on (ws:\/\/\S+)/;
const LIBRARY_MISSING = /error while loading shared libraries/;

/** A running browser that we started. */
export interface BrowserProcess {
  /** Its DevTools address, on this machine only. */
  endpoint: string;
  /** False where the system has no user namespaces to build the sandbox from. */
  sandboxed: boolean;
  /** Its process group; null where there are none. */
  group: number | null;
  /** Its folder for everything it writes; gone when it is stopped. */
  profile: string;
  /** Ends the browser with all its children and removes its profile. */
  stop(): Promise<void>;
}

interface Attempt {
  sandbox: boolean;
  libraries: boolean;
  extra: readonly string[];
}

/** How a start ended that gave no browser. */
class StartFailure extends Error {
  override name = 'StartFailure';
}

/**
 * Starts the browser as an unprivileged user when we are root, first with its sandbox and the
 * system's own libraries, then with what the system turns out to lack. `startMs`: for each try;
 * `extra`: further arguments.
 */
export async function startBrowser(
  files: BrowserFiles,
  startMs: number,
  extra: readonly string[] = [],
): Promise<BrowserProcess> {
  const attempt: Attempt = { sandbox: true, libraries: false, extra };
  for (;;) {
    try {
      return await startOnce(files, attempt, startMs);
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
      if (LIBRARY_MISSING.test(error.message) && !attempt.libraries && files.libraries !== null) {
        attempt.libraries = true;
      } else if (attempt.sandbox) attempt.sandbox = false;
      else throw error;
    }
  }
}

async function startOnce(
  files: BrowserFiles,
  attempt: Attempt,
  startMs: number,
): Promise<BrowserProcess> {
  const isRoot = process.getuid?.() === 0;
  const profile = await makeProfile(files, isRoot);
  const command = [files.executable, ...browserArguments(profile, attempt)];
  const child = spawnGuarded(command, {
    env: environment(files, profile, attempt),
    cwd: profile,
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const kill = () => killGroup(child);
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended(child);
    await groupEnded(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const endpoint = await devToolsAddress(child, startMs);
    const group = process.platform === 'win32' ? null : (child.pid ?? null);
    return { endpoint, sandboxed: attempt.sandbox, group, profile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A folder for profile, caches and home, owned by whom the browser runs as. */
async function makeProfile(files: BrowserFiles, isRoot: boolean): Promise<string> {
  const profile = await mkdtemp(join(files.folder, 'profile-'));
  const fontCache = join(profile, 'fontconfig');
  await mkdir(fontCache);
  await writeFile(join(profile, 'fonts.conf'), fontsConf(files.fontFiles, fontCache));
  await chmod(profile, 0o700);
  if (isRoot) await Promise.all([profile, fontCache].map((path) => chown(path, NOBODY, NOBODY)));
  if (isRoot) await chmod(join(profile, 'fonts.conf'), 0o644);
  return profile;
}

function browserArguments(profile: string, { sandbox, extra }: Attempt): string[] {
  return [
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--mute-audio',
    '--hide-scrollbars',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-domain-reliability',
    '--font-render-hinting=none',
    '--lang=zh-CN',
    ...(sandbox ? [] : ['--no-sandbox']),
    ...extra,
    'about:blank',
  ];
}

function environment(files: BrowserFiles, profile: string, attempt: Attempt): NodeJS.ProcessEnv {
  const paths = [process.env.LD_LIBRARY_PATH, attempt.libraries ? files.libraries : null];
  return {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: profile,
    TMPDIR: profile,
    LANG: 'C.UTF-8',
    TZ: 'Asia/Shanghai',
    FONTCONFIG_FILE: join(profile, 'fonts.conf'),
    LD_LIBRARY_PATH: paths.filter((path) => path).join(':'),
  };
}

/**
 * Runs a command at the head of a process group of its own that ends as a whole with the command,
 * or with us however we end: the shell waits for our end of the pipe to close.
 */
function spawnGuarded(command: string[], options: object): ChildProcess {
  const [program = '', ...rest] = command;
  const stdio: ('pipe' | 'ignore')[] = ['pipe', 'ignore', 'pipe'];
  if (process.platform === 'win32') return spawn(program, rest, { ...options, stdio });
  const guard = '("$0" "$@" </dev/null; kill -KILL 0) & read -r _; kill -KILL 0';
  return spawn('/bin/sh', ['-c', guard, ...command], { ...options, stdio, detached: true });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Waits, half a second at most, until the last process of the killed group is gone. */
async function groupEnded({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined || process.platform === 'win32') return;
  for (let tries = 0; tries < 25; tries++) {
    try {
      process.kill(-pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The address the browser prints when it is ready; what it printed instead is the failure. */
function devToolsAddress(child: ChildProcess, startMs: number): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new StartFailure(`${why}: ${printed.trim().slice(-600)}`));
    const timer = setTimeout(() => fail(`not ready after ${startMs} ms`), startMs);
    timer.unref();
    child.once('error', (error) => fail(error.message));
    child.once('exit', () => fail('ended at once'));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-20_000);
      const endpoint = LISTENING.exec(printed)?.[1];
      if (endpoint === undefined) return;
      clearTimeout(timer);
      resolve(endpoint);
    });
  });
}

/** Only our fonts, so that a page looks, and its text reads, the same on every machine. */
export function fontsConf(fontFiles: readonly string[], cacheFolder: string): string {
  const folders = [...new Set(fontFiles.map((file) => dirname(file)))];
  const alias = (family: string, ours: string) =>
    `<match target="pattern"><test name="family"><string>${family}</string></test>` +
    `<edit name="family" mode="append" binding="strong"><string>${ours}</string></edit></match>`;
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    ...folders.map((folder) => `<dir>${folder.replaceAll('&', '&amp;')}</dir>`),
    `<cachedir>${cacheFolder.replaceAll('&', '&amp;')}</cachedir>`,
    ...SERIF.map((family) => alias(family, 'Noto Serif SC')),
    ...SANS.map((family) => alias(family, 'Noto Sans SC')),
    '</fontconfig>',
  ].join('\n');
}

const SERIF = [
  '方正小标宋简体',
  '方正小标宋_GBK',
  '仿宋_GB2312',
  '仿宋',
  'FangSong',
  '楷体_GB2312',
  '楷体',
  'KaiTi',
  '宋体',
  'SimSun',
  'NSimSun',
  'serif',
];
const SANS = ['黑体', 'SimHei', '微软雅黑', 'Microsoft YaHei', 'PingFang SC', 'sans-serif'];
