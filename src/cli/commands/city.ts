import { join } from 'node:path';
import { chinaDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Site } from '#domain/site.ts';
import { saveFileBelow } from '#office/save-file.ts';
import { planNames, type ServeOptions, serveCity } from '#city/serve-city.ts';
import type { PageReader } from '#city/truth-model.ts';
import type { AddCommand } from '../add-command.ts';
import { parseAsOf, parseCount } from '../parse-options.ts';
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
  reader: string;
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
    .option('--as-of <date>', text.asOfCity)
    .option('--port <n>', text.port, '0')
    .option('--reader <fetch|browser>', text.reader, 'browser')
    .option('--out <dir>', text.cityOut)
    .addHelpText(
      'after',
      `\n${text.examples}\n  xunwang city serve --plan xianning-2019q2 --out city\n  xunwang city serve --seed 7 --sites 35 --out city\n`,
    )
    .action((options: CityOptions) => serve(options, terminal));
};

async function serve(options: CityOptions, terminal: Terminal): Promise<void> {
  const city = await startCity(serveOptions(options));
  try {
    if (options.out !== undefined) {
      saveFileBelow(join(options.out, 'sites.csv'), sitesCsv(city.sites));
      const truth = `${JSON.stringify(city.truth, null, 2)}\n`;
      saveFileBelow(join(options.out, 'truth.json'), truth);
    }
    terminal.out(announce(city.sites, options.out, terminal));
    if (!terminal.signal.aborted) {
      await new Promise((resolve) => terminal.signal.addEventListener('abort', resolve));
    }
  } finally {
    await city.close();
  }
}

async function startCity(options: ServeOptions): ReturnType<typeof serveCity> {
  try {
    return await serveCity(options);
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (errno !== 'EADDRINUSE' && errno !== 'EACCES') throw error;
    throw new Refusal('port-taken', { port: options.port ?? 0, errno });
  }
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
    port: parsePort(options.port),
    reader: parseReader(options.reader),
    ...(options.plan !== undefined && { plan: options.plan }),
    ...(seed !== undefined && { seed }),
    ...(sites !== undefined && { sites }),
    ...(pages !== undefined && { pages }),
    ...(options.asOf !== undefined && {
      asOf: parseAsOf(options.asOf, chinaDate(new Date().toISOString())),
    }),
  };
}

function parseReader(text: string): PageReader {
  if (text !== 'fetch' && text !== 'browser') throw new Refusal('reader-malformed', { text });
  return text;
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Refusal('port-malformed', { text });
}
