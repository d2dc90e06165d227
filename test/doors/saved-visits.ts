import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How far a run has come, as its folder tells. */
export interface Saved {
  isBegun: boolean;
  visits: number;
  /** Visits that look again at something. */
  rechecks: number;
  /** Sites whose crawl has ended. */
  crawled: number;
}

/** Reads the folder of a run that may be under way. */
export function savedSoFar(folder: string): Saved {
  const sites = join(folder, 'sites');
  const saved = {
    isBegun: existsSync(join(folder, 'run.json')),
    visits: 0,
    rechecks: 0,
    crawled: 0,
  };
  if (!existsSync(sites)) return saved;
  for (const site of readdirSync(sites)) {
    const visits = join(sites, site, 'visits.jsonl');
    const text = existsSync(visits) ? readFileSync(visits, 'utf8') : '';
    saved.visits += text.split('\n').length - 1;
    saved.rechecks += text.split('"look":1').length - 1;
    if (existsSync(join(sites, site, 'cut.json'))) saved.crawled++;
  }
  return saved;
}
