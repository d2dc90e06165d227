import { sha256 } from '#base/hash.ts';
import { partsOfUrl } from '#base/url.ts';
import { decodeBody } from './decode-body.ts';
import type { Exchange, FetchRequest } from './exchange.ts';
import { FetchError, failureOf } from './failure-reason.ts';
import type { Chain } from './follow-redirects.ts';
import type { Answer } from './net-answer.ts';

/** The whole of a fetch as a plain value: body decoded and hashed, heads as text. */
export async function toExchange(
  request: FetchRequest,
  chain: Chain,
  ms: number,
): Promise<Exchange> {
  const { sent, finalUrl, via } = chain;
  const requestHead = requestHeadOf(chain);
  if ('error' in sent) return failed({ finalUrl, via, requestHead }, sent.error, ms);
  if (sent.answer.cut === 'time' && !request.partial) {
    const error = new FetchError('timeout', `${sent.answer.body.length} bytes, then no end`);
    return failed({ finalUrl, via, requestHead }, error, ms);
  }
  return await answered(request, chain, sent.answer, requestHead, ms);
}

async function answered(
  request: FetchRequest,
  chain: Chain,
  answer: Answer,
  requestHead: string,
  ms: number,
): Promise<Exchange> {
  const headers = headersOf(answer.rawHeaders);
  const coding = headers['content-encoding'] ?? '';
  const { bytes, isCut } = await decodeBody(answer.body, coding, request.maxBytes);
  return {
    finalUrl: chain.finalUrl,
    via: chain.via,
    outcome: {
      kind: 'answered',
      status: answer.status,
      contentType: headers['content-type'] ?? '',
      bodyHash: sha256(bytes),
      bodyBytes: bytes.length,
      truncated: isCut || answer.cut !== null,
      insecure: chain.isInsecure,
      ms: Math.round(ms),
    },
    headers,
    bytes,
    ...(!isCut && answer.cut === null && wireOf(answer.body, bytes, coding)),
    requestHead,
    responseHead: responseHeadOf(answer),
    firstByteMs: answer.firstByteMs,
  };
}

/** A copy: what came may be part of a larger buffer that would travel with it. */
function wireOf(body: Buffer, bytes: Buffer, coding: string): Pick<Exchange, 'wire'> {
  const isPacked = /^(?:x-)?gzip$/i.test(coding.trim()) && bytes !== body;
  return isPacked && body.length < bytes.length ? { wire: new Uint8Array(body) } : {};
}

function failed(
  to: Pick<Exchange, 'finalUrl' | 'via' | 'requestHead'>,
  error: unknown,
  ms: number,
): Exchange {
  return {
    ...to,
    outcome: { kind: 'failed', ...failureOf(error), ms: Math.round(ms) },
    headers: {},
    bytes: new Uint8Array(),
    responseHead: '',
    firstByteMs: null,
  };
}

function requestHeadOf({ finalUrl, requestHeaders: headers, version }: Chain): string {
  const { host, pathname, search } = partsOfUrl(finalUrl);
  const lines = [`GET ${pathname}${search} HTTP/${version ?? '1.1'}`, `host: ${host}`];
  for (let index = 0; index + 1 < headers.length; index += 2) {
    lines.push(`${headers[index]}: ${headers[index + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function responseHeadOf({ status, statusText, rawHeaders }: Answer): string {
  const lines = [`HTTP/1.1 ${status} ${statusText}`.trimEnd()];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function headersOf(rawHeaders: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = Object.create(null);
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const value = readable(rawHeaders[index + 1] ?? '');
    const before = headers[name];
    headers[name] = before === undefined ? value : `${before}, ${value}`;
  }
  return { ...headers };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** File names come as raw UTF-8 now and then; anything else stays one character a byte. */
function readable(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  try {
    return UTF8.decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
