import { performance } from 'node:perf_hooks';
import { addRegion } from '#office/add-region.ts';
import { askChannels, askSite, askSites, askUnits } from '#office/ask-register.ts';
import type { Desk } from '#office/desk.ts';
import { exportRegister } from '#office/export-register.ts';
import { importRegister } from '#office/import-register.ts';
import { previewImport } from '#office/preview-import.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import type { BenchOptions } from './run.ts';

// npm run bench -- register [--rounds N] : lists, searches and files of a register of 14,000 sites.

const SITES = 14_000;
const COUNTIES = 100;
const USERS = 20;

const kinds = ['财政局', '民政局', '司法局', '商务局', '林业局', '水利局', '教育局', '审计局'];

/** A question with an order number, so that users do not all ask the same. */
type Question = (desk: Desk, order: number) => Promise<unknown>;

const questions: Readonly<Record<string, Question>> = {
  'sites, first page': (desk) => askSites(desk, { limit: 50 }),
  'sites, deep page': (desk, order) => askSites(desk, { limit: 50, after: 1 + order * 397 }),
  'sites, page of 200': (desk) => askSites(desk, { limit: 200 }),
  'search, common word': (desk) => askSites(desk, { q: '财政', limit: 50 }),
  'search, one site': (desk, order) => askSites(desk, { q: `s${order * 41}.x`, limit: 50 }),
  'search, nothing': (desk, order) => askSites(desk, { q: `无此网站${order}`, limit: 50 }),
  'search, short, nothing': (desk) => askSites(desk, { q: '鬱', limit: 50 }),
  'filter by county and kind': (desk, order) =>
    askSites(desk, { region: 3 + (order % COUNTIES), kind: 'department', limit: 50 }),
  'filter by rare state': (desk) => askSites(desk, { state: 'suspended', limit: 50 }),
  'as on a day': (desk) => askSites(desk, { day: '2019-05-28', limit: 50 }),
  'as on a day, search': (desk) => askSites(desk, { day: '2019-05-28', q: '审计局', limit: 50 }),
  'units, search': (desk, order) => askUnits(desk, { q: `${order % COUNTIES}号县水利`, limit: 50 }),
  'one site': (desk, order) => askSite(desk, 11 + order),
  'channels of a site': (desk, order) => askChannels(desk, 11 + order, { limit: 200 }),
};

export async function benchRegister({ rounds, json }: BenchOptions): Promise<void> {
  const office = await openSampleOffice();
  try {
    const figures: Record<string, unknown> = await fill(office);
    for (const [name, question] of Object.entries(questions)) {
      figures[name] = await measure(office, rounds, question);
    }
    const regionId = office.places.city.id;
    for (const form of ['csv', 'xlsx'] as const) {
      const ask: Question = (desk) => exportRegister(desk, { regionId, form });
      const started = performance.now();
      await ask(office.desk('inspector'), 0);
      figures[`export, ${form}, first`] = `${Math.round(performance.now() - started)} ms`;
      figures[`export, ${form}`] = await measure(office, rounds, ask);
    }
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : table(figures));
  } finally {
    await office.close();
  }
}

/** Imports a file of all sites, as an office would. */
async function fill(office: SampleOffice): Promise<Record<string, string>> {
  const desk = office.desk('inspector');
  const city = office.places.city.id;
  for (let county = 0; county < COUNTIES; county++) {
    await addRegion(desk, { name: `${county}号县`, parentId: city });
  }
  const bytes = new TextEncoder().encode(sheet());
  const file = { name: 'bench.csv', bytes, regionId: city };
  const started = performance.now();
  const { token, counts } = await previewImport(desk, file);
  const previewed = performance.now();
  if (token === null) throw new Error(`${counts.mistakes} mistakes in the file of the bench`);
  await importRegister(desk, file, token);
  const imported = performance.now();
  return {
    'preview of 14,000 lines': `${Math.round(previewed - started)} ms`,
    'import of 14,000 lines': `${Math.round(imported - previewed)} ms`,
  };
}

function sheet(): string {
  const lines = ['序号,单位名称,首页网址,网站标识码,地区,别名,状态'];
  for (let site = 0; site < SITES; site++) {
    const county = site % COUNTIES;
    const name = `${county}号县${kinds[site % kinds.length]}${Math.floor(site / COUNTIES)}处`;
    const code = String(4_300_000_000 + site);
    const state = site % 1000 === 999 ? '临时下线' : '在线';
    const home = `http://s${site}.xian${county}.gov.cn/`;
    lines.push(
      [site + 20, name, home, code, `咸宁市/${county}号县`, `${name}别名`, state].join(','),
    );
  }
  return lines.join('\n');
}

interface Figures {
  p50: number;
  p99: number;
}

/** Every user asks `rounds` times, all at once; times as a user waits for them. */
async function measure(office: SampleOffice, rounds: number, ask: Question): Promise<Figures> {
  const desk = office.desk('inspector');
  await ask(desk, 0);
  const times: number[] = [];
  const user = async (number: number) => {
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      await ask(desk, (number * rounds + round) % 300);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: USERS }, (_, number) => user(number)));
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) /
    10;
  return { p50: at(0.5), p99: at(0.99) };
}

function table(figures: Record<string, unknown>): string {
  const lines = Object.entries(figures).map(([name, figure]) => {
    const { p50, p99 } = figure as Figures;
    const words = typeof figure === 'string' ? figure : `p50 ${p50} ms  p99 ${p99} ms`;
    return `${name.padEnd(28)} ${words}`;
  });
  return `${USERS} users at once, ${SITES} sites\n${lines.join('\n')}\n`;
}
