import { assert } from '#base/assert.ts';
import { Refusal } from '#base/refusal.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Circular } from '#domain/circular.ts';
import type { Result } from '#domain/result.ts';
import { checkResult } from '#publish/check-result.ts';
import { buildCircular } from '#publish/circular-model.ts';
import { parseBrief } from '#publish/parse-brief.ts';
import { assertPublishable } from '#publish/reconcile.ts';
import { loadSchema, readTextFile } from '#store/load-data.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { sealRun } from '#store/seal.ts';
import { renderDocuments } from './render-documents.ts';
import { loadWording, rubricOfRun } from './run-instruments.ts';

const BRIEF_FILE = 'brief.yaml';
const DOCUMENTS = [
  'circular.docx',
  'circular.html',
  'circular.md',
  'circular.pdf',
  'annex.xlsx',
  'annex.csv',
  'open-data.json',
];

export interface IssueOptions {
  /** Text and name of the brief; null: the one saved with the run, if any. */
  brief: BriefFile | null;
  pdf: boolean;
}

export interface BriefFile {
  file: string;
  text: string;
}

/** What became of a circular. */
export interface Issued {
  /** Names of the documents within the run's folder. */
  files: string[];
  circular: Circular | null;
  /** Why nothing was published; null when it was. */
  refusal: Refusal | null;
  /** Why there is no PDF, or what to know of it. */
  notes: string[];
}

/** Reads a brief and checks it, before any work is done on its account. */
export function readBrief(file: string): BriefFile {
  const brief = { file, text: readTextFile(file) };
  parseBrief(brief.text, file);
  return brief;
}

/** A brief as a value. Refuses as `readBrief` does. */
export function loadBrief(file: string): CampaignBrief {
  return parseBrief(readTextFile(file), file);
}

/**
 * Writes circular, annex and open data of a result into its run's folder, after every figure was
 * reconciled with the scorecards. A circular that contradicts them, or with too many sites
 * unmeasured, is refused: nothing of it is written, and what an earlier call wrote is gone. The
 * run is sealed in either case.
 */
export async function issueCircular(
  folder: RunFolder,
  result: Result,
  options: IssueOptions,
): Promise<Issued> {
  const issued: Issued = { files: [], circular: null, refusal: null, notes: [] };
  for (const name of DOCUMENTS) folder.remove(name);
  try {
    const mistakes = checkResult(result, loadSchema('result'));
    assert(mistakes.length === 0, `result.json breaks its schema: ${mistakes.join('; ')}`);
    issued.circular = buildCircular(result, briefOf(folder, options.brief), loadWording());
    assertPublishable(issued.circular, result);
    await writeDocuments(folder, issued.circular, result, options, issued);
  } catch (error) {
    // What the disk refuses is no verdict on the circular: make room, resume, and it is issued.
    if (!(error instanceof Refusal) || error.code.startsWith('disk-')) throw error;
    issued.refusal = error;
  }
  const seal = sealRun(folder);
  folder.finish({ finishedAt: result.finishedAt, seal });
  return issued;
}

function briefOf(folder: RunFolder, given: BriefFile | null): CampaignBrief {
  if (given !== null) folder.write(BRIEF_FILE, given.text);
  const text = given?.text ?? folder.readText(BRIEF_FILE);
  return text === null ? {} : parseBrief(text, given?.file ?? BRIEF_FILE);
}

async function writeDocuments(
  folder: RunFolder,
  circular: Circular,
  result: Result,
  options: IssueOptions,
  issued: Issued,
): Promise<void> {
  const rubric = rubricOfRun(folder.settings);
  const take = (name: string, data: string | Uint8Array) => {
    folder.write(name, data);
    issued.files.push(name);
  };
  const { pdf } = options;
  issued.notes.push(...(await renderDocuments(circular, result, rubric, { pdf, take })));
}
