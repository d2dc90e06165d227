import type { RequestListener, ServerResponse } from 'node:http';
import { answerPath } from './answer-path.ts';
import { renderAnswer, type Response } from './render-answer.ts';
import type { ResponseCache } from './response-cache.ts';
import { findPath, type SiteWorld } from './site-world.ts';

/** Answers requests for one site: pages from their address, the last ones from the cache. */
export function siteListener(world: SiteWorld, cache: ResponseCache): RequestListener {
  const asked = new Map<string, number>();
  return (request, response) => {
    const path = request.url ?? '/';
    const key = `${world.plan.key} ${path}`;
    const kept = cache.get(key);
    if (kept) return send(response, kept, request.method);
    const hasMemory = findPath(world, path).at === 'target';
    const askedBefore = asked.get(path) ?? 0;
    // Only planted addresses are counted, and a plan has few of them.
    if (hasMemory) asked.set(path, askedBefore + 1);
    const question = { path, cookie: request.headers.cookie ?? '', askedBefore };
    const answer = answerPath(world, question);
    if (answer.kind === 'silence') return;
    const made = renderAnswer(answer, world.family);
    if (!made) {
      request.socket.resetAndDestroy();
      return;
    }
    if (!hasMemory) cache.set(key, made);
    send(response, made, request.method);
  };
}

function send(response: ServerResponse, made: Response, method: string | undefined): void {
  response.writeHead(made.status, { ...made.headers, 'content-length': made.body.byteLength });
  response.end(method === 'HEAD' ? undefined : made.body);
}
