import { sha256 } from '#base/hash.ts';
import type { Url } from '#base/url.ts';
import type { Visit } from '#domain/visit.ts';
import type { Opened } from './courier.ts';
import type { CrawlContext } from './crawl-context.ts';
import { inOrder } from './in-order.ts';
import { nextVisitId, openRound, type Round } from './visit-errands.ts';

/** A picture is of the first screens alone: few need a tenth of this. */
const MAX_PICTURE_BYTES = 1 << 20;
const CEILING = 2;

/**
 * Takes pictures of pages for look `look`, the last one, and keeps each as a visit of its own. A
 * page that cannot be shown has none. Does nothing without a browser. False when stopped.
 */
export async function takePictures(
  urls: readonly Url[],
  look: number,
  context: CrawlContext,
): Promise<boolean> {
  const { courier, signal } = context;
  if (!courier.mayOpen || urls.length === 0) return true;
  const round = openRound(context, look);
  return await inOrder<Url, Opened>(urls, {
    begin: (url) => courier.open({ url, picture: true, ceiling: CEILING }, signal),
    finish: (url, taken) => keep(round, url, taken),
    weigh: ({ rendering }) =>
      rendering?.kind === 'rendered' ? (rendering.picture?.length ?? 0) : 0,
  });
}

async function keep(round: Round, url: Url, { at, rendering }: Opened): Promise<void> {
  if (rendering?.kind !== 'rendered' || rendering.picture === null) return;
  const { picture, status, finalUrl, ms } = rendering;
  if (picture.length > MAX_PICTURE_BYTES) return;
  const visit: Visit = {
    id: nextVisitId(round),
    url,
    finalUrl,
    at,
    look: round.look,
    purpose: 'picture',
    method: 'browser',
    via: [],
    outcome: {
      kind: 'answered',
      status,
      contentType: 'image/jpeg',
      bodyHash: sha256(picture),
      bodyBytes: picture.length,
      truncated: false,
      insecure: false,
      ms,
    },
    headers: {},
  };
  const heads = { requestHead: '', responseHead: '', headers: {}, firstByteMs: null };
  const exchange = { finalUrl, via: [], outcome: visit.outcome, bytes: picture, ...heads };
  await round.context.keep({ visit, exchange, facts: null });
}
