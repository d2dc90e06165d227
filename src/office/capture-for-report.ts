import { attachCapture, listDueCaptures } from './attach-capture.ts';
import { capturePage, type CaptureTerms } from './capture-page.ts';
import type { Desk } from './desk.ts';
import type { Watch } from './watch.ts';

/** A page to be looked at for an error report. */
export type DueCapture = Awaited<ReturnType<typeof listDueCaptures>>[number];

/** What a look came to; `stopped`: the worker was told to stop, and the look is due again. */
export type Looked = 'captured' | 'failed' | 'stopped';

/**
 * Looks at a reported page, when it was reported or after the unit's answer, and keeps what was
 * seen with the report. A look that fails is kept with its reason: it stands in nobody's way.
 */
export async function captureForReport(
  desk: Desk,
  { reportId, pageUrl, when }: DueCapture,
  way: { terms: CaptureTerms; watch: Watch },
): Promise<Looked> {
  const nothing = { visit: null, title: null, text: null, picture: null, folder: null, seal: null };
  try {
    const seen = await capturePage(desk, pageUrl, way);
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
