import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCircular } from '#office/issue-circular.ts';
import type { Result } from '#domain/result.ts';
import { openRunFolder, type RunFolder } from '#store/run-folder.ts';
import { inspectSimulatedCity } from '../city/inspect-simulated-city.ts';

/** Two random sites with stale and blank channels, dead links and guides: quick, and not clean. */
export const smallCity = { seed: 5, sites: 2 };

/** A finished run of the small city, circular and seal included. */
export interface SmallRun {
  dir: string;
  folder: RunFolder;
  result: Result;
  remove(): void;
}

/** Inspects the small city once, over HTTP. */
export async function makeSmallRun(): Promise<SmallRun> {
  const parent = mkdtempSync(join(tmpdir(), 'xunwang-replay-'));
  const dir = join(parent, 'run');
  const { result } = await inspectSimulatedCity(smallCity, dir);
  const folder = openRunFolder(dir);
  await issueCircular(folder, result, { brief: null, pdf: false });
  return { dir, folder, result, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
