import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BucketAddress } from '../bucket/bucket.ts';

/** A store of objects on a loopback address that takes only what is signed rightly. */
export interface LoopbackBucket {
  address: BucketAddress;
  /** Objects by their whole path: `/bucket/prefix/key`. */
  objects: Map<string, Buffer>;
  /** Answers every request with this status, while it is set. */
  failWith: number | null;
  close(): Promise<void>;
}

const KEYS = { key: 'test-key', secret: 'test-secret/+', region: 'cn-test-1' };

export async function openLoopbackBucket(): Promise<LoopbackBucket> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const bucket: LoopbackBucket = {
    address: { endpoint, bucket: '佐证', prefix: 'office one/', ...KEYS },
    objects,
    failWith: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (bucket.failWith !== null) return void response.writeHead(bucket.failWith).end('<Error/>');
    const wrong = whatIsWrong(request, body);
    if (wrong !== null) return void response.writeHead(403).end(`<Code>${wrong}</Code>`);
    const path = decodeURIComponent(request.url ?? '');
    const found = objects.get(path);
    if (request.method === 'PUT') objects.set(path, body);
    else if (found === undefined) return void response.writeHead(404).end('<Code>NoSuchKey</Code>');
    else if (request.method === 'DELETE') objects.delete(path);
    response.writeHead(200).end(request.method === 'GET' ? found : undefined);
  }
  return bucket;
}

/** As S3 checks it: from the request as it came, and nothing else. */
function whatIsWrong(request: IncomingMessage, body: Buffer): string | null {
  const { headers, method = '', url = '' } = request;
  const sent =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request,SignedHeaders=([^,]+),Signature=(\w{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!sent) return 'AccessDenied';
  const [, key = '', day = '', region = '', names = '', signature = ''] = sent;
  if (key !== KEYS.key || region !== KEYS.region) return 'InvalidAccessKeyId';
  const bodyHash = createHash('sha256').update(body).digest('hex');
  if (headers['x-amz-content-sha256'] !== bodyHash) return 'XAmzContentSHA256Mismatch';
  const stamp = String(headers['x-amz-date']);
  const sentMs = Date.parse(stamp.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));
  if (Math.abs(sentMs - Date.now()) > 15 * 60_000) return 'RequestTimeTooSkewed';
  if (!names.split(';').includes('host')) return 'AccessDenied';
  const lines = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const request256 = createHash('sha256')
    .update(`${method}\n${url}\n\n${lines.join('')}\n${names}\n${bodyHash}`)
    .digest('hex');
  const text = `AWS4-HMAC-SHA256\n${stamp}\n${day}/${region}/s3/aws4_request\n${request256}`;
  let signing: Buffer = Buffer.from(`AWS4${KEYS.secret}`);
  for (const part of [day, region, 's3', 'aws4_request', text]) {
    signing = createHmac('sha256', signing).update(part).digest();
  }
  return signing.toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}
