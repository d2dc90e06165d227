import { connect } from 'node:net';
import type { WorkServer } from './crawl-work.ts';

/** What the server can do when hardly anything is done with its answers. */
export interface ServerCost {
  requestsPerSecond: number;
  /** The server's own. Microseconds of CPU. */
  microsecondsPerRequest: number;
}

const REQUESTS = 10_000;
const CONNECTIONS = 16;

/** Asks for pages over a few bare connections and only counts the bytes that come back. */
export async function serverCost({ served, use }: WorkServer): Promise<ServerCost> {
  const addresses = (served.urls.length > 0 ? served.urls : served.homepages).slice(0, REQUESTS);
  const { hostname, port, host } = new URL(addresses[0] ?? '');
  const paths = addresses.map((url) => new URL(url)).filter((url) => url.host === host);
  const before = await use();
  const startedMs = performance.now();
  let asked = 0;
  const next = () => {
    const path = asked < REQUESTS ? (paths[asked % paths.length]?.pathname ?? '/') : null;
    asked += 1;
    return path;
  };
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () => askInTurn(hostname, Number(port), next)),
  );
  const seconds = (performance.now() - startedMs) / 1000;
  const after = await use();
  const requests = after.requests - before.requests;
  return {
    requestsPerSecond: requests / seconds,
    microsecondsPerRequest: ((after.cpuSeconds - before.cpuSeconds) / requests) * 1e6,
  };
}

/** One keep-alive connection: a request, all of its answer, the next request. */
function askInTurn(host: string, port: number, next: () => string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host);
    let bytesLeft = 0;
    const ask = () => {
      const path = next();
      if (path === null) return socket.destroy();
      return socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip\r\n\r\n`);
    };
    socket.on('data', (bytes: Buffer) => {
      if (bytesLeft === 0) bytesLeft = lengthOf(bytes);
      bytesLeft -= bytes.length;
      if (bytesLeft === 0) ask();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
    ask();
  });
}

/** Head and body of the answer that begins here; heads of this server come in one packet. */
function lengthOf(bytes: Buffer): number {
  const headEnd = bytes.indexOf('\r\n\r\n') + 4;
  const head = bytes.toString('latin1', 0, headEnd);
  return headEnd + Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
}
