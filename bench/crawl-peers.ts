import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job, Outcome, Runner } from './crawl-runner.ts';

const FOLDER = join(import.meta.dirname, 'peers');
const LYCHEE = join(FOLDER, 'bin', 'lychee');
const COLLY = join(FOLDER, 'bin', 'colly');
const PYTHON = join(FOLDER, 'venv', 'bin', 'python');
/** As many second tries as Xunwang looks again. */
const RETRIES = 1;

/** The crawlers and link checkers to be measured beside, installed or not. */
export function peerRunners(): Runner[] {
  return [
    scripted('linkinator', npmVersion('linkinator'), 32, 'no retry (its default)', [
      process.execPath,
      join(FOLDER, 'run-linkinator.js'),
    ]),
    scripted('crawlee', npmVersion('@crawlee/cheerio'), 16, 'CheerioCrawler, memory storage', [
      process.execPath,
      join(FOLDER, 'run-crawlee.js'),
    ]),
    scripted('scrapy', said([PYTHON, '-m', 'scrapy', 'version']), 16, 'a plain Spider', [
      PYTHON,
      join(FOLDER, 'spider.py'),
    ]),
    scripted('colly', goVersion(COLLY, 'gocolly/colly'), 64, 'async', [COLLY]),
    lychee(),
    muffet(),
  ];
}

/** A crawler behind a script of ours that reads a job and writes an outcome. */
function scripted(
  name: string,
  version: string | null,
  concurrency: number,
  words: string,
  command: readonly string[],
): Runner {
  return {
    name,
    version,
    settings: `${words}, ${concurrency} requests at once`,
    fits: () => true,
    command: ({ served, timeoutSeconds, folder }) => {
      const path = join(folder, 'job.json');
      const { homepages } = served;
      const out = join(folder, 'outcome.json');
      const job = { homepages, concurrency, retries: RETRIES, timeoutSeconds, out };
      writeFileSync(path, JSON.stringify(job));
      return [...command, path];
    },
    outcome: ({ folder }) => readJson(join(folder, 'outcome.json')) as Outcome,
  };
}

/** The part of lychee's JSON that is used. */
interface LycheeReport {
  unique: number;
  error_map: Record<string, { url: string }[]>;
  timeout_map: Record<string, { url: string }[]>;
}

function lychee(): Runner {
  return {
    name: 'lychee',
    version: said([LYCHEE, '--version']),
    settings: 'follows no links: is given all pages; 128 requests at once, no pause, 1 retry',
    fits: ({ served }) => served.urls.length > 0,
    command: ({ served, timeoutSeconds, folder }) => {
      const list = join(folder, 'pages.txt');
      writeFileSync(list, served.urls.join('\n'));
      const options =
        `--max-concurrency 128 --host-concurrency 128 --host-request-interval 0ms ` +
        `--timeout ${timeoutSeconds} --max-retries ${RETRIES} --retry-wait-time 1 --no-progress ` +
        `--cache=false --format json --output ${join(folder, 'report.json')} --files-from ${list}`;
      return [LYCHEE, ...options.split(' ')];
    },
    outcome: ({ served, folder }) => {
      const report = readJson(join(folder, 'report.json')) as LycheeReport;
      const failed = [...Object.values(report.error_map), ...Object.values(report.timeout_map)];
      const dead = new Set(failed.flat().map(({ url }) => url));
      return { pages: served.urls.length, links: report.unique, dead: [...dead] };
    },
  };
}

/** One page of muffet's JSON. */
interface MuffetPage {
  url: string;
  links: { url: string; error?: string }[];
}

function muffet(): Runner {
  const binary = join(FOLDER, 'bin', 'muffet');
  const job = ({ folder }: Job) => join(folder, 'report.json');
  return {
    name: 'muffet',
    version: said([binary, '--version']),
    settings: '256 connections, 64 to a host',
    // It takes one site.
    fits: ({ served }) => served.homepages.length === 1,
    command: (asked) => {
      const options =
        `--max-connections 256 --max-connections-per-host 64 --buffer-size 65536 ` +
        `--timeout ${asked.timeoutSeconds} --format json --verbose ${asked.served.homepages[0]}`;
      return ['sh', '-c', '"$@" > "$0"', job(asked), binary, ...options.split(' ')];
    },
    outcome: (asked) => {
      const pages = readJson(job(asked)) as MuffetPage[];
      const links = pages.flatMap((page) => page.links);
      const dead = links.filter(({ error }) => error !== undefined);
      return {
        pages: pages.length,
        links: new Set(links.map(({ url }) => url)).size,
        dead: [...new Set(dead.map(({ url }) => url))],
      };
    },
  };
}

function npmVersion(name: string): string | null {
  const path = join(FOLDER, 'node_modules', name, 'package.json');
  return existsSync(path) ? (readJson(path) as { version: string }).version : null;
}

function goVersion(binary: string, module: string): string | null {
  const line = spawnSync('go', ['version', '-m', binary], { encoding: 'utf8' }).stdout ?? '';
  if (!existsSync(binary)) return null;
  return new RegExp(`${module}\\S*\\s+v([\\d.]+)`).exec(line)?.[1] ?? '';
}

/** The version in what a command prints; null when it cannot be run. */
function said([command = '', ...words]: readonly string[]): string | null {
  if (!existsSync(command)) return null;
  const { stdout, status } = spawnSync(command, words, { encoding: 'utf8' });
  return status === 0 ? (/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? '') : null;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
