import { createReadStream, createWriteStream } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { finished, pipeline } from 'node:stream/promises';
import { errnoOf } from '#store/disk-refusal.ts';
import { type BucketKeys, pathOfKey, sha256Hex, signRequest } from './sign-request.ts';

/** Where a bucket is, and as whom it is asked. */
export interface BucketAddress extends BucketKeys {
  /** Address of the S3-compatible service; the bucket is named in the path. */
  endpoint: string;
  bucket: string;
  /** Stands before every key, with its slash; may be empty. */
  prefix: string;
}

/**
 * What a request to the bucket came to. `missing`: no such object; `refused`: keys, rights or
 * signature; `busy`: the far side fails or asks to wait; `unreachable`: no answer at all.
 */
export type BucketOutcome =
  | { kind: 'done' }
  | { kind: 'failed'; why: 'missing' | 'refused' | 'busy' | 'unreachable'; detail: string };

/** A file on the disk, or a few bytes. */
export type BucketBody = { path: string; bytes: number; sha256: string } | { data: Uint8Array };

/** An S3-compatible bucket. Failures of the far side are values; those of our disk are thrown. */
export interface Bucket {
  put(key: string, body: BucketBody): Promise<BucketOutcome>;
  /** Into a new file. */
  get(key: string, path: string): Promise<BucketOutcome>;
  /** One that is not there is removed as well. */
  remove(key: string): Promise<BucketOutcome>;
}

/** Silence of the far side that is taken for its absence. */
const SILENT_MS = 30_000;
const EMPTY_HASH = sha256Hex('');
const MOST_DETAIL = 500;

export function openBucket(address: BucketAddress): Bucket {
  const ask = (method: string, key: string, body: BucketBody | null) =>
    send(address, method, key, body);
  return {
    put: async (key, body) => settle(await ask('PUT', key, body)),
    async get(key, path) {
      const answer = await ask('GET', key, null);
      if ('failed' in answer || answer.status !== 200) return await settle(answer);
      try {
        await pipeline(answer.message, createWriteStream(path, { flags: 'w', flush: true }));
        return { kind: 'done' };
      } catch (error) {
        if (isOfDisk(error)) throw error;
        return unreachable(error);
      }
    },
    async remove(key) {
      const outcome = await settle(await ask('DELETE', key, null));
      const isGone = outcome.kind === 'failed' && outcome.why === 'missing';
      return isGone ? { kind: 'done' } : outcome;
    },
  };
}

type Answer = { status: number; message: IncomingMessage } | { failed: unknown };

async function send(
  address: BucketAddress,
  method: string,
  key: string,
  body: BucketBody | null,
): Promise<Answer> {
  const base = address.endpoint.replace(/\/$/, '');
  const url = new URL(`${base}/${pathOfKey(`${address.bucket}/${address.prefix}${key}`)}`);
  const isFile = body !== null && 'path' in body;
  const bytes = body === null ? 0 : isFile ? body.bytes : body.data.length;
  const bodyHash = body === null ? EMPTY_HASH : isFile ? hexOf(body.sha256) : sha256Hex(body.data);
  const length: Record<string, string> = method === 'PUT' ? { 'content-length': `${bytes}` } : {};
  const headers = signRequest({ method, url, headers: length, bodyHash }, address, new Date());
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = open(url, { method, headers, timeout: SILENT_MS });
  request.once('timeout', () => request.destroy(new Error('no answer in time')));
  return await exchange(request, body);
}

async function exchange(request: ClientRequest, body: BucketBody | null): Promise<Answer> {
  const answered = new Promise<Answer>((resolve) => {
    request.once('response', (message) => resolve({ status: message.statusCode ?? 0, message }));
    request.once('error', (failed) => resolve({ failed }));
  });
  if (body === null || 'data' in body) {
    request.end(body?.data);
    return await answered;
  }
  const file = createReadStream(body.path);
  const read = finished(file);
  file.pipe(request);
  const [answer, ofDisk] = await Promise.all([
    answered.finally(() => file.destroy()),
    read.then(
      () => null,
      (error: unknown) => error,
    ),
  ]);
  if (isOfDisk(ofDisk)) throw ofDisk;
  return answer;
}

async function settle(answer: Answer): Promise<BucketOutcome> {
  if ('failed' in answer) return unreachable(answer.failed);
  const { status, message } = answer;
  const words = await textOf(message);
  if (status >= 200 && status < 300) return { kind: 'done' };
  const why = status === 404 ? 'missing' : status >= 500 || status === 429 ? 'busy' : 'refused';
  return { kind: 'failed', why, detail: `${status} ${words}`.trim() };
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of message) {
      if (text.length < MOST_DETAIL) text += String(chunk);
    }
  } catch {
    // What was said until then will do.
  }
  return text.slice(0, MOST_DETAIL);
}

function unreachable(error: unknown): BucketOutcome {
  const detail = error instanceof Error ? error.message || (errnoOf(error) ?? '') : String(error);
  return { kind: 'failed', why: 'unreachable', detail };
}

/** Errors of system calls on files have a path; those of sockets have none. */
function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'path' in error;
}

function hexOf(sha256: string): string {
  return sha256.replace(/^sha256:/, '');
}
