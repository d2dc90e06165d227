import type { Site } from '#domain/site.ts';
import { onlySites } from './find-site.ts';
import { readSitesFile, sitesFromUrls } from '#store/sites-file.ts';

/** Sites from one list (csv, xlsx) or from addresses; of these only what `only` means, if anything. */
export function readSites(targets: readonly string[], only: readonly string[] = []): Site[] {
  return onlySites(allSites(targets), only);
}

function allSites(targets: readonly string[]): Site[] {
  const isAddress = (target: string) => /^https?:\/\//i.test(target);
  const [first = ''] = targets;
  if (targets.length === 1 && !isAddress(first)) return readSitesFile(first);
  return sitesFromUrls(targets);
}
