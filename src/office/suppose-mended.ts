import { Refusal } from '#base/refusal.ts';
import { type WhatIf, whatIf } from '#score/what-if.ts';
import { openRunFolder } from '#store/run-folder.ts';
import { judgeSite } from './judge-site.ts';
import { rubricOfRun } from './run-instruments.ts';
import { findSite } from './find-site.ts';
import { observationAsOf } from './saved-run.ts';

/** What a site would score if some of its findings were mended. Refuses ids it does not have. */
export function supposeMended(dir: string, siteWord: string, findingIds: string[]): WhatIf {
  const folder = openRunFolder(dir);
  const site = findSite(folder.settings.sites, siteWord);
  const rubric = rubricOfRun(folder.settings);
  const { inspection } = judgeSite(observationAsOf(folder, site, folder.settings.asOf), rubric);
  const { findings, looked } = inspection;
  const unknown = findingIds.filter((id) => !findings.some((finding) => finding.id === id));
  if (unknown.length > 0) {
    throw new Refusal('finding-unknown', { finding: unknown.join('、'), site: site.unit });
  }
  return whatIf({ kind: site.kind, findings, looked }, rubric, findingIds);
}
