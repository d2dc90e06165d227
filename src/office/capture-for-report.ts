import { findReport } from '#store/error-reports.ts';
import { attachCapture } from './attach-capture.ts';
import { capturePage, type CaptureTerms } from './capture-page.ts';
import type { Desk } from './desk.ts';
import type { Watch } from './watch.ts';

/** A look at the page of an error report; what page it is stands with the report, and in no log. */
export interface DueCapture {
  reportId: number;
  when: 'submitted' | 'answered';
}

/**
 * What a look came to; `stopped`: the worker was told to stop, and the look is due again; `gone`:
 * there is no such report any more.
 */
export type Looked = 'captured' | 'failed' | 'stopped' | 'gone';

/**
 * Looks at a reported page, when it was reported or after the unit's answer, and keeps what was
 * seen with the report. A look that fails is kept with its reason: it stands in nobody's way.
 */
export async function captureForReport(
  desk: Desk,
  { reportId, when }: DueCapture,
  way: { terms: CaptureTerms; watch: Watch },
): Promise<Looked> {
  const report = await findReport(desk.db, reportId);
  if (report === null) return 'gone';
  const nothing = { visit: null, title: null, text: null, picture: null, folder: null, seal: null };
  try {
    const seen = await capturePage(desk, report.page_url, way);
    if (seen === null) return 'stopped';
    const visit = seen.failure === null ? seen.visit : null;
    await attachCapture(desk, reportId, { ...seen, visit, when });
    return seen.failure === null ? 'captured' : 'failed';
  } catch (error) {
    if (way.watch.signal.aborted) return 'stopped';
    await attachCapture(desk, reportId, { ...nothing, when, at: desk.now(), failure: 'ours' });
    throw error;
  }
}
