import type { Instant } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { ControlState } from '#domain/availability.ts';
import type { Net } from './net.ts';

/** Hosts of others whose answers tell whether our own network works. */
export interface ControlHosts {
  /**
   * How many answer, asked now or at most `freshMs` ago; never rejects. Any answer will do,
   * whatever its status: it came through our network.
   */
  ask(freshMs: number): Promise<ControlState>;
}

const TIMEOUT_MS = 10_000;
const ENOUGH_BYTES = 1024;

/** Whether a majority of the control hosts answers. */
export function isNetworkUp({ asked, answered }: ControlState): boolean {
  return 2 * answered > asked;
}

/** The control hosts at these addresses; null when there are none. */
export function createControlHosts(
  net: Net,
  urls: readonly Url[],
  now: () => Instant,
): ControlHosts | null {
  if (urls.length === 0) return null;
  let askedMs = Number.NEGATIVE_INFINITY;
  let latest: Promise<ControlState> | null = null;
  return {
    ask(freshMs) {
      const nowMs = Date.parse(now());
      if (latest === null || nowMs - askedMs > freshMs) {
        askedMs = nowMs;
        latest = askAll(net, urls);
      }
      return latest;
    },
  };
}

async function askAll(net: Net, urls: readonly Url[]): Promise<ControlState> {
  const limits = { maxBytes: ENOUGH_BYTES, timeoutMs: TIMEOUT_MS, partial: true };
  const exchanges = await Promise.all(urls.map((url) => net.fetch({ url, ...limits })));
  const answered = exchanges.filter(({ outcome }) => outcome.kind === 'answered').length;
  return { asked: urls.length, answered };
}
