import { createHash, createHmac } from 'node:crypto';

/** Who signs, and for where. */
export interface BucketKeys {
  key: string;
  secret: string;
  region: string;
}

/** What is signed: everything that the far side must not take from somebody else. */
export interface SignedParts {
  method: string;
  url: URL;
  /** Further headers, by lower-case names. */
  headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, in hex. */
  bodyHash: string;
}

/**
 * Headers of a request to S3 signed by AWS Signature Version 4 (header form, one chunk):
 * docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html.
 */
export function signRequest(
  { method, url, headers, bodyHash }: SignedParts,
  { key, secret, region }: BucketKeys,
  now: Date,
): Record<string, string> {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = stamp.slice(0, 8);
  const all: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': bodyHash,
    'x-amz-date': stamp,
  };
  const names = Object.keys(all).toSorted();
  const query = [...url.searchParams]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .toSorted();
  const request = [
    method,
    url.pathname,
    query.join('&'),
    ...names.map((name) => `${name}:${all[name]?.trim()}`),
    '',
    names.join(';'),
    bodyHash,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', stamp, scope, sha256Hex(request)].join('\n');
  const signing = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secret}`,
  );
  const signature = hmac(signing, text).toString('hex');
  const signed = `SignedHeaders=${names.join(';')}`;
  return {
    ...all,
    authorization: `AWS4-HMAC-SHA256 Credential=${key}/${scope},${signed},Signature=${signature}`,
  };
}

/** A key as a path has it: every byte but letters, digits, `-._~` and the slash escaped. */
export function pathOfKey(key: string): string {
  return key.split('/').map(escaped).join('/');
}

export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
