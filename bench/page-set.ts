import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CivilDate } from '#base/civil-date.ts';
import { answerPath } from '#city/answer-path.ts';
import { families } from '#city/families/index.ts';
import { renderAnswer } from '#city/render-answer.ts';
import { DEFAULT_AS_OF, makeCityPlan } from '#city/serve-city.ts';
import { buildWorld, type CityOrigins, entryHref, type SiteWorld } from '#city/site-world.ts';
import type { PageBytes } from '#read/read-page.ts';

/** A page held in memory, with a name to speak of it. */
export interface NamedPage extends PageBytes {
  name: string;
}

/** Pages to measure with, and a word on where they come from. */
export interface PageSet {
  source: string;
  pages: NamedPage[];
}

/** Real pages beside the checkout, which not everybody has. */
export const SHARED_FOLDER = join(import.meta.dirname, '..', '..', 'shared', 'pages', 'gov');
/** What the simulated pages are called. */
export const CITY = 'simulated city';
const SEED = 7;
const SITES = 24;
const ENTRIES_PER_CHANNEL = 3;

/** The real pages of a folder when it is there, else pages of a simulated city. */
export async function loadPages(folder: string = SHARED_FOLDER): Promise<PageSet> {
  if (!existsSync(folder)) return { source: CITY, pages: await cityPages() };
  return { source: 'real pages', pages: folderPages(folder) };
}

/** Every page below a folder, in the order of names, with the address its index file tells. */
export function folderPages(folder: string): NamedPage[] {
  const addresses = addressesIn(join(folder, 'sources.tsv'));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.html?$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .toSorted();
  return files.map((path) => {
    const name = relative(folder, path);
    const url = addresses.get(name) ?? `http://www.sample.gov.cn/${name}`;
    return { name, ...placed(url, new Uint8Array(readFileSync(path)), 'text/html') };
  });
}

function addressesIn(index: string): Map<string, string> {
  const addresses = new Map<string, string>();
  if (!existsSync(index)) return addresses;
  for (const line of readFileSync(index, 'utf8').split('\n').slice(1)) {
    const [file = '', , , url = ''] = line.trim().split('\t');
    if (/^https?:/.test(url)) addresses.set(file, url);
  }
  return addresses;
}

/** Pages of every template family: home, channels, some entries of each. Nothing is served. */
export async function cityPages(): Promise<NamedPage[]> {
  const plan = await makeCityPlan({ seed: SEED, sites: SITES });
  const keys = plan.sites.map(({ key }) => [key, `http://${key}.sample.gov.cn`]);
  const origins: CityOrigins = {
    sites: Object.fromEntries(keys),
    outside: 'http://outside.sample',
    dead: 'http://dead.sample',
  };
  return plan.sites.flatMap((site) => {
    const family = families.find(({ id }) => id === site.family);
    if (!family) throw new Error(`no family ${site.family}`);
    return sitePages(buildWorld(site, plan.asOf, family, origins));
  });
}

function sitePages(world: SiteWorld): NamedPage[] {
  const paths = ['/', ...world.channelAt.keys()];
  for (const channel of world.plan.channels) {
    const most = Math.min(channel.count, ENTRIES_PER_CHANNEL);
    for (let entry = 0; entry < most; entry++) paths.push(entryHref(world, channel, entry));
  }
  const pages: NamedPage[] = [];
  for (const path of paths) {
    const answer = answerPath(world, { path, cookie: '', askedBefore: 0 });
    if (answer.kind !== 'page' || answer.status !== 200) continue;
    const made = renderAnswer(answer, world.family);
    if (!made) continue;
    const url = `${world.origin}${path}`;
    const type = made.headers['content-type'] ?? '';
    pages.push({ name: url, ...placed(url, made.body, type, world.asOf) });
  }
  return pages;
}

function placed(
  url: string,
  bytes: Uint8Array,
  contentType: string,
  asOf: CivilDate = DEFAULT_AS_OF,
): PageBytes {
  const isHomepage = /^https?:\/\/[^/]+\/?$/.test(url);
  return { url, bytes, contentType, asOf, isHomepage };
}
