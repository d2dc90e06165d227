import type { Url } from '#base/url.ts';
import type { FetchRequest, Reader } from './exchange.ts';
import { failureOf } from './failure-reason.ts';
import { type Chain, followRedirects } from './follow-redirects.ts';
import { type Attempted, attempt, type Clocked, type Lines } from './net-attempt.ts';
import type { Sending } from './net-answer.ts';
import { sendLeniently } from './net-lenient.ts';

/** What a reader's browser says of itself; without our name, by which some servers refuse robots. */
const READER_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Chrome/140.0.0.0 Safari/537.36';

/**
 * Fetches as a reader does who clicks a link on a page he has open, in two ways that share nothing
 * with the crawl's: over HTTP/1.0 by the lenient parser, and, unless that opens the address, over
 * HTTP/1.1 on new connections. So nobody is blamed for what only our name, our parser or our
 * connections are refused.
 */
export async function fetchAsReader(
  request: FetchRequest,
  reader: Reader,
  lines: Lines,
): Promise<Chain> {
  const headers = readerHeaders(reader.from);
  const old = await followRedirects(request, headers, (sending, clocked) =>
    attemptOldStyle(lines, sending, clocked),
  );
  if (isOpened(old) || request.signal?.aborted) return { ...old, version: '1.0' };
  return await followRedirects(request, headers, attempt.bind(null, lines));
}

async function attemptOldStyle(
  lines: Lines,
  sending: Sending,
  clocked: Clocked,
): Promise<Attempted> {
  const way = { ...lines, version: '1.0' as const };
  const sent = await sendLeniently({ ...way, isLenientTls: false })(sending);
  if (!('error' in sent) || failureOf(sent.error).why !== 'tls') return { sent, isInsecure: false };
  const again = await sendLeniently({ ...way, isLenientTls: true })(clocked(sending));
  return { sent: again, isInsecure: true };
}

function isOpened({ sent }: Chain): boolean {
  return 'answer' in sent && sent.answer.status < 400;
}

function readerHeaders(from: Url): string[] {
  return [
    'user-agent',
    READER_AGENT,
    'accept',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
    'accept-language',
    'zh-CN,zh;q=0.9',
    'accept-encoding',
    'gzip, deflate',
    'referer',
    from,
    'upgrade-insecure-requests',
    '1',
  ];
}
