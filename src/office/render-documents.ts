import { canonicalJson } from '#base/canonical-json.ts';
import { openBrowser } from '#crawl/browser.ts';
import type { Circular } from '#domain/circular.ts';
import type { Result } from '#domain/result.ts';
import type { Rubric } from '#domain/rubric.ts';
import { annexCsv, annexSheet } from '#publish/annex.ts';
import { openData } from '#publish/open-data.ts';
import { renderDocx } from '#publish/render-docx.ts';
import { renderHtml } from '#publish/render-html.ts';
import { renderMarkdown } from '#publish/render-markdown.ts';
import { writeWorkbook } from '#store/workbook.ts';

const NO_SANDBOX = 'PDF: this system lets Chromium start no sandbox; it printed without one.';

/** All forms of a circular by file name, and what to know of the PDF or why there is none. */
export interface Documents {
  documents: [name: string, data: string | Uint8Array][];
  notes: string[];
}

/** Renders circular, annex and open data in every form; the PDF only where a browser is. */
export async function renderDocuments(
  circular: Circular,
  result: Result,
  rubric: Rubric,
  { pdf }: { pdf: boolean },
): Promise<Documents> {
  const html = renderHtml(circular, result, indicatorTitles(rubric));
  const documents: Documents['documents'] = [
    ['circular.docx', await renderDocx(circular)],
    ['circular.html', html],
    ['circular.md', renderMarkdown(circular)],
    ['annex.xlsx', writeWorkbook([annexSheet(circular)])],
    ['annex.csv', annexCsv(circular.annex)],
    ['open-data.json', canonicalJson(openData(circular, result))],
  ];
  if (!pdf) return { documents, notes: [] };
  const { bytes, notes } = await printPdf(html);
  return { documents: bytes ? [...documents, ['circular.pdf', bytes]] : documents, notes };
}

/** What the rubric calls its lines, for the explanations. */
function indicatorTitles({ vetoes, deductions, bonus }: Rubric): Record<string, string> {
  return Object.fromEntries(
    [...vetoes, ...deductions, ...bonus].map(({ id, title }) => [id, title.zh]),
  );
}

/** The PDF; null, with a note, when there is no browser here: the other forms stand anyway. */
async function printPdf(html: string): Promise<{ bytes: Uint8Array | null; notes: string[] }> {
  try {
    const browser = await openBrowser({});
    try {
      const notes = browser.sandboxed ? [] : [NO_SANDBOX];
      return { bytes: await browser.printPdf(html), notes };
    } finally {
      await browser.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { bytes: null, notes: [`PDF: ${why}`] };
  }
}
