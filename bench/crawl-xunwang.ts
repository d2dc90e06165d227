import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '#domain/result.ts';
import type { Job, Outcome, Runner } from './crawl-runner.ts';

const ROOT = join(import.meta.dirname, '..');

/** Our own full inspection, in a process of its own: crawl, read, archive, recheck, judge, score. */
export const xunwang: Runner = {
  name: 'xunwang',
  version: (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string })
    .version,
  settings:
    'inspect --recheck 1x0s --no-pdf --browser off: fetches, archives, judges, scores; politeness on',
  fits: () => true,
  command,
  outcome,
};

function command({ served, timeoutSeconds, folder }: Job): string[] {
  const rows = served.homepages.map((homepage, index) => {
    return `样本单位${index + 1},${homepage},${served.kinds[index] ?? 'portal'}`;
  });
  const list = join(folder, 'sites.csv');
  writeFileSync(list, `unit,homepage,kind\n${rows.join('\n')}\n`);
  const perSite = Math.ceil(served.pages / served.homepages.length);
  // Pages of one shape may take four fifths of the budget; the sites differ in size.
  const maxPages = Math.max(10_000, perSite * 2);
  const options =
    `--out ${join(folder, 'run')} --as-of ${served.asOf} --allow-net 127.0.0.0/8 ` +
    `--recheck 1x0s --timeout ${timeoutSeconds}s --max-pages ${maxPages} --no-pdf --browser off`;
  return [
    process.execPath,
    join(ROOT, 'bin', 'xunwang.js'),
    'inspect',
    list,
    ...options.split(' '),
  ];
}

function outcome({ folder }: Job): Outcome {
  const { sites } = JSON.parse(readFileSync(join(folder, 'run', 'result.json'), 'utf8')) as Result;
  const dead = sites.flatMap(({ findings }) =>
    findings.filter(({ kind, state }) => kind === 'link-dead' && state === 'confirmed'),
  );
  return {
    pages: sites.reduce((sum, { totals }) => sum + totals.pages, 0),
    links: sites.reduce((sum, { totals }) => sum + totals.links, 0),
    dead: dead.map(({ url }) => url),
  };
}
