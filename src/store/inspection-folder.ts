import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assert } from '#base/assert.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import { onDisk } from './disk-refusal.ts';
import { createRunFolder, openRunFolder, type RunFolder } from './run-folder.ts';

/** Where an inspection of a campaign keeps its evidence: a run of one site. */
export function inspectionDir(evidenceDir: string, campaignId: number, siteKey: string): string {
  return join(evidenceDir, inspectionFolder(campaignId, siteKey));
}

/** The same below the evidence folder, as the database names it. */
export function inspectionFolder(campaignId: number, siteKey: string): string {
  assert(/^[\w.-]+$/.test(siteKey) && !siteKey.startsWith('.'), `no name of a folder: ${siteKey}`);
  return `campaigns/${campaignId}/${siteKey}`;
}

/**
 * The run of an inspection that was begun before, or a new one. One that ended with the seal
 * `doneBefore` is kept beside (`<key>~1`, `<key>~2`): the site is to be looked at anew.
 */
export function openInspectionFolder(
  dir: string,
  doneBefore: string | null,
  settings: () => RunSettings,
): RunFolder {
  if (existsSync(join(dir, 'run.json'))) {
    const folder = openRunFolder(dir);
    if (doneBefore === null || folder.finished()?.seal !== doneBefore) return folder;
    setAside(dir);
  }
  onDisk(dir, () => {
    // A death between folder and settings leaves a folder that nothing was kept in yet.
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dirname(dir), { recursive: true });
  });
  return createRunFolder(dir, settings());
}

function setAside(dir: string): void {
  let number = 1;
  while (existsSync(`${dir}~${number}`)) number += 1;
  onDisk(dir, () => renameSync(dir, `${dir}~${number}`));
}
