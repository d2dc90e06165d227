import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canonicalJson } from '#base/canonical-json.ts';
import { Refusal } from '#base/refusal.ts';
import type { Url } from '#base/url.ts';
import type { ProbePlan } from '#domain/availability.ts';
import type { Site } from '#domain/site.ts';
import { onDisk } from './disk-refusal.ts';
import { createFolder } from './run-folder.ts';
import { writeFileAtomic } from './write-file-atomic.ts';

export const PROBE_SCHEMA = 'xunwang-probe/1';

const SETTINGS_FILE = 'probe.json';
const SERIES_NAME = 'availability.jsonl';

/** `probe.json`: everything a probe was asked to do, so that it can be resumed. */
export interface ProbeSettings {
  schema: string;
  /** Version of the program that began it. */
  engine: string;
  sites: Site[];
  plan: ProbePlan;
  timeoutMs: number;
  controls: Url[];
  /** Where the owner of a server can write to; null: nowhere. */
  contact: string | null;
  userAgent: string;
  allowNet: string[];
}

/** The folder of a probe: its settings, a series a site, the plot. */
export class ProbeFolder {
  readonly dir: string;
  readonly settings: ProbeSettings;

  constructor(dir: string, settings: ProbeSettings) {
    this.dir = dir;
    this.settings = settings;
  }

  /** Where the series of a site lies. */
  seriesPath(siteKey: string): string {
    return join(this.dir, seriesName(siteKey));
  }

  /** Writes a whole file of the folder. */
  write(name: string, data: string): void {
    writeFileAtomic(join(this.dir, name), data);
  }
}

/** Where the series of a site lies in the folder of a probe, and of an inspection alike. */
export function seriesName(siteKey: string): string {
  return `sites/${siteKey}/${SERIES_NAME}`;
}

/** Makes the folder of a new probe. Refuses as `createRunFolder` does. */
export function createProbeFolder(dir: string, settings: ProbeSettings): ProbeFolder {
  return new ProbeFolder(createFolder(dir, SETTINGS_FILE, canonicalJson(settings)), settings);
}

/** Opens the folder of a probe. Refuses `run-missing`, `probe-not-one`, `run-damaged`. */
export function openProbeFolder(dir: string): ProbeFolder {
  const path = resolve(dir);
  if (!existsSync(path)) throw new Refusal('run-missing', { dir });
  const file = join(path, SETTINGS_FILE);
  const isThere = onDisk(file, () => statSync(file, { throwIfNoEntry: false })?.isFile());
  if (!isThere) throw new Refusal('probe-not-one', { dir });
  return new ProbeFolder(path, parseSettings(readFileSync(file, 'utf8'), file));
}

function parseSettings(text: string, file: string): ProbeSettings {
  let settings: Partial<ProbeSettings> | null;
  try {
    settings = JSON.parse(text) as Partial<ProbeSettings> | null;
  } catch (error) {
    throw new Refusal('run-damaged', { file, detail: (error as Error).message });
  }
  const isWhole = settings?.schema === PROBE_SCHEMA && settings.sites && settings.plan;
  if (!isWhole) throw new Refusal('run-damaged', { file, detail: `no ${PROBE_SCHEMA}` });
  return settings as ProbeSettings;
}
