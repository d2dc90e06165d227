import type { Url } from '#base/url.ts';
import type { Visit } from '#domain/visit.ts';
import type { CrawlContext } from './crawl-context.ts';
import { gatherUnread, renderPages } from './render-pages.ts';
import { takePictures } from './take-pictures.ts';
import { openRound, visitErrands } from './visit-errands.ts';

/** How a server turns programs away without an answer: a browser may fare better. */
const DOUBTFUL: ReadonlySet<string> = new Set(['reset', 'timeout', 'protocol', 'tls']);

/**
 * Captures one page as it is now: the answer to a fetch; where that does not tell all, the page as
 * a browser shows it; and a picture where a browser is to be had. Nothing else of the site is
 * asked for, robots.txt included: a person looked at this very page, and we look after them. Each
 * visit is handed to `context.keep`. False when stopped.
 */
export async function capturePage(url: Url, context: CrawlContext): Promise<boolean> {
  const round = openRound(context, 0);
  const unread = gatherUnread<null>();
  let isOpen = false;
  const note = ({ outcome }: Visit) => {
    isOpen ||= outcome.kind === 'answered';
  };
  const errand = { url, purpose: 'homepage' as const, isOwn: true };
  const isFetched = await visitErrands(round, [errand], (kept) => {
    const { outcome } = kept.visit;
    note(kept.visit);
    unread.note(kept, null);
    if (outcome.kind === 'failed' && DOUBTFUL.has(outcome.why)) unread.add(kept, null);
  });
  if (!isFetched) return false;
  if (!(await renderPages(round, unread.take(), ({ visit }) => note(visit)))) return false;
  return isOpen ? await takePictures([url], 0, context) : true;
}
