import { failureOf } from './failure-reason.ts';
import { createGuard } from './guard.ts';
import { createAgent, guardedLookup, type Resolve, systemResolve } from './net-connect.ts';

/** How a webhook answered; what the world does wrong is a value. */
export type WebhookAnswer =
  | { kind: 'answered'; status: number }
  | { kind: 'forbidden'; why: string }
  | { kind: 'failed'; why: string };

export interface WebhookNet {
  post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<WebhookAnswer>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 10_000;
/** Of an answer nothing is read but its status; a little lets the connection be used again. */
const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * The way out for webhooks: private addresses are refused as they are to the crawl, certificates
 * must hold, redirects are not followed, since a signed body goes to the named address alone.
 */
export function openWebhookNet(options: {
  allowNet: readonly string[];
  userAgent: string;
  resolve?: Resolve;
}): WebhookNet {
  const guard = createGuard(options.allowNet);
  const closing = new AbortController();
  const dispatcher = createAgent({
    guard,
    lookup: guardedLookup(guard, options.resolve ?? systemResolve),
    connectTimeoutMs: TIMEOUT_MS,
    isLenient: false,
    keepAlive: true,
    closing: closing.signal,
  });
  return {
    async post(url, headers, body) {
      try {
        // Loaded when there is something to post: it brings the whole library.
        const { request } = await import('undici');
        const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(TIMEOUT_MS)]);
        const answer = await request(url, {
          method: 'POST',
          headers: { ...headers, 'user-agent': options.userAgent },
          body,
          dispatcher,
          signal,
        });
        await answer.body.dump({ limit: MAX_ANSWER_BYTES });
        return { kind: 'answered', status: answer.statusCode };
      } catch (error) {
        const { why, detail } = failureOf(error);
        const kind = why === 'forbidden-address' ? 'forbidden' : 'failed';
        return { kind, why: `${why}: ${detail}` };
      }
    },
    async close() {
      closing.abort();
      await dispatcher.destroy();
    },
  };
}
