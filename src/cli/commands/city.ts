import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '#domain/site.ts';
import { planNames, type ServeOptions, serveCity } from '#city/serve-city.ts';
import type { AddCommand } from '../commands.ts';
import { parseCount } from '../parse-options.ts';
import { sitesCsv } from '../sites-csv.ts';
import type { Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';

interface CityOptions {
  plan?: string;
  seed?: string;
  sites?: string;
  pages?: string;
  asOf?: string;
  port: string;
  out?: string;
}

/** `xunwang city serve`: the simulated city, until Ctrl-C. */
export const addCity: AddCommand = (program, terminal) => {
  const text = cliText(terminal.language);
  const city = program.command('city').summary(text.city).description(text.city);
  city
    .command('serve')
    .summary(text.cityServe)
    .description(text.cityServe)
    .option('--plan <name>', `${text.plan} (${planNames.join(', ')})`)
    .option('--seed <n>', text.seed)
    .option('--sites <n>', text.sites)
    .option('--pages <n>', text.pages)
    .option('--as-of <date>', text.asOf)
    .option('--port <n>', text.port, '0')
    .option('--out <dir>', text.cityOut)
    .addHelpText(
      'after',
      `\n${text.examples}\n  xunwang city serve --plan xianning-2019q2 --out city\n  xunwang city serve --seed 7 --sites 35 --out city\n`,
    )
    .action((options: CityOptions) => serve(options, terminal));
};

async function serve(options: CityOptions, terminal: Terminal): Promise<void> {
  const city = await serveCity(serveOptions(options));
  if (options.out !== undefined) {
    mkdirSync(options.out, { recursive: true });
    writeFileSync(join(options.out, 'sites.csv'), sitesCsv(city.sites));
    writeFileSync(join(options.out, 'truth.json'), `${JSON.stringify(city.truth, null, 2)}\n`);
  }
  terminal.out(announce(city.sites, options.out, terminal));
  if (!terminal.signal.aborted) {
    await new Promise((resolve) => terminal.signal.addEventListener('abort', resolve));
  }
  await city.close();
}

function announce(sites: readonly Site[], out: string | undefined, terminal: Terminal): string {
  const list = sites.map((site) => `  ${site.homepage}  ${site.unit}`).join('\n');
  const files = out === undefined ? '' : `${join(out, 'sites.csv')}  ${join(out, 'truth.json')}\n`;
  const ready =
    terminal.language === 'zh'
      ? `模拟城市已启动，${sites.length} 个网站（Ctrl-C 停止）：`
      : `The simulated city is up with ${sites.length} sites (Ctrl-C stops it):`;
  return `${ready}\n${list}\n${files}`;
}

function serveOptions(options: CityOptions): ServeOptions {
  const count = (
    name: '--seed' | '--sites' | '--pages',
    text: string | undefined,
    least: number,
  ) => (text === undefined ? undefined : parseCount(name, text, least));
  const seed = count('--seed', options.seed, 0);
  const sites = count('--sites', options.sites, 1);
  const pages = count('--pages', options.pages, 1);
  return {
    port: parseCount('--port', options.port, 0),
    ...(options.plan !== undefined && { plan: options.plan }),
    ...(seed !== undefined && { seed }),
    ...(sites !== undefined && { sites }),
    ...(pages !== undefined && { pages }),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
  };
}
