import { canonicalJson } from '#base/canonical-json.ts';
import { openBrowser } from '#crawl/browser.ts';
import type { Circular } from '#domain/circular.ts';
import type { Result } from '#domain/result.ts';
import type { Rubric } from '#domain/rubric.ts';
import { annexCsv, annexSheet } from '#publish/annex.ts';
import { openData } from '#publish/open-data.ts';
import { renderHtml } from '#publish/render-html.ts';
import { renderMarkdown } from '#publish/render-markdown.ts';
import { writeWorkbook } from '#store/write-workbook.ts';

const NO_SANDBOX = 'PDF: this system lets Chromium start no sandbox; it printed without one.';

/** Takes one document; called as soon as it is there, since of a large run each is large. */
export type TakeDocument = (name: string, data: string | Uint8Array) => void;

/**
 * Renders circular, annex and open data in every form, one after the other; the PDF only where a
 * browser is. Gives what to know of the PDF, or why there is none.
 */
export async function renderDocuments(
  circular: Circular,
  result: Result,
  rubric: Rubric,
  { pdf, take }: { pdf: boolean; take: TakeDocument },
): Promise<string[]> {
  // What writes the document is large: it is loaded when the crawl has let go of its memory.
  const { renderDocx } = await import('#publish/render-docx.ts');
  const html = renderHtml(circular, result, indicatorTitles(rubric));
  take('circular.docx', await renderDocx(circular));
  take('circular.html', html);
  take('circular.md', renderMarkdown(circular));
  take('annex.xlsx', writeWorkbook([annexSheet(circular)]));
  take('annex.csv', annexCsv(circular.annex));
  take('open-data.json', canonicalJson(openData(circular, result)));
  if (!pdf) return [];
  const { bytes, notes } = await printPdf(html);
  if (bytes !== null) take('circular.pdf', bytes);
  return notes;
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
