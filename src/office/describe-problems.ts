import type { SiteResult } from '#domain/result.ts';
import { describeGaps, describeSite } from '#publish/wording.ts';
import { loadWording } from './run-instruments.ts';

/** A site's problems in the words of the annex, on one line; empty when there are none. */
export function describeProblems(site: SiteResult): string {
  const wording = loadWording();
  const phrases = describeSite(site, wording).map(({ text }) => text);
  const gap = describeGaps(site, wording);
  return [...phrases, ...(gap === null ? [] : [gap])].join('；');
}
