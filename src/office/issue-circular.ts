import { assert } from '#base/assert.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { Refusal } from '#base/refusal.ts';
import { openBrowser } from '#crawl/browser.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Circular } from '#domain/circular.ts';
import type { Result } from '#domain/result.ts';
import { annexCsv, annexSheet } from '#publish/annex.ts';
import { checkResult } from '#publish/check-result.ts';
import { buildCircular } from '#publish/circular-model.ts';
import { openData } from '#publish/open-data.ts';
import { parseBrief } from '#publish/parse-brief.ts';
import { assertPublishable } from '#publish/reconcile.ts';
import { renderHtml } from '#publish/render-html.ts';
import { renderMarkdown } from '#publish/render-markdown.ts';
import { loadSchema, readTextFile } from '#store/load-data.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { sealRun } from '#store/seal.ts';
import { writeWorkbook } from '#store/workbook.ts';
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
const NO_SANDBOX = 'PDF: this system lets Chromium start no sandbox; it printed without one.';

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
  // What writes the document is large: it is loaded when the crawl has let go of its memory.
  const { renderDocx } = await import('#publish/render-docx.ts');
  const html = renderHtml(circular, result, indicatorTitles(folder));
  // One after the other: of a large run each is large.
  const write = (name: string, data: string | Uint8Array) => {
    folder.write(name, data);
    issued.files.push(name);
  };
  write('circular.docx', await renderDocx(circular));
  write('circular.html', html);
  write('circular.md', renderMarkdown(circular));
  write('annex.xlsx', writeWorkbook([annexSheet(circular)]));
  write('annex.csv', annexCsv(circular.annex));
  write('open-data.json', canonicalJson(openData(circular, result)));
  if (!options.pdf) return;
  const pdf = await printPdf(html, issued);
  if (pdf !== null) write('circular.pdf', pdf);
}

/** What the rubric calls its lines, for the explanations. */
function indicatorTitles(folder: RunFolder): Record<string, string> {
  const { vetoes, deductions, bonus } = rubricOfRun(folder.settings);
  return Object.fromEntries(
    [...vetoes, ...deductions, ...bonus].map(({ id, title }) => [id, title.zh]),
  );
}

/** The PDF; null, with a note, when there is no browser here: the other forms stand anyway. */
async function printPdf(html: string, issued: Issued): Promise<Uint8Array | null> {
  try {
    const browser = await openBrowser({});
    try {
      if (!browser.sandboxed) issued.notes.push(NO_SANDBOX);
      return await browser.printPdf(html);
    } finally {
      await browser.close();
    }
  } catch (error) {
    issued.notes.push(`PDF: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}
