import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** Connections stay open, one a user; fresh ones for each question, since idle ones are closed. */
let agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Begins with fresh connections. */
export function reconnect(): void {
  agent.destroy();
  agent = new Agent({ keepAlive: true, maxSockets: 64 });
}

/** How long an answer took, until its first byte and until its last. */
export interface Answered {
  status: number;
  firstMs: number;
  ms: number;
  bytes: number;
  text: string;
  headers: Record<string, unknown>;
}

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Sent as a form of a page, instead of a body. */
  form?: Record<string, string>;
  /** The text is wanted, not its length alone. */
  keep?: boolean;
}

/**
 * Asks over a socket and reads the answer to its end. Who rests for five seconds may take up a
 * connection just as the service closes it as idle: he asks again over another, as browsers do.
 */
export async function ask(
  address: string,
  path: string,
  call: Call = {},
  started = performance.now(),
): Promise<Answered> {
  const { method = 'GET', headers = {}, keep = false } = call;
  const { type, text } = bodyOf(call);
  return await new Promise((resolve, reject) => {
    const options = { method, agent, headers: { ...type, ...headers } };
    const asked = request(new URL(path, address), options, (response) => {
      let [bytes, firstMs] = [0, 0];
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => {
        if (bytes === 0) firstMs = performance.now() - started;
        bytes += chunk.length;
        if (keep || response.statusCode !== 200) chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          firstMs,
          ms: performance.now() - started,
          bytes,
          text: Buffer.concat(chunks).toString(),
          headers: response.headers,
        }),
      );
    });
    asked.on('error', (error) => {
      if (asked.reusedSocket) resolve(ask(address, path, call, started));
      else reject(error);
    });
    asked.end(text);
  });
}

function bodyOf({ body, form }: Call) {
  if (form !== undefined) {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return { type, text: new URLSearchParams(form).toString() };
  }
  if (body === undefined) return { type: {}, text: undefined };
  return { type: { 'content-type': 'application/json' }, text: JSON.stringify(body) };
}
