import { Refusal } from '#base/refusal.ts';
import type { Settings } from '#domain/settings.ts';
import { type Bucket, openBucket } from '#store/bucket/bucket.ts';

/** The bucket that evidence is kept in; null when none is set. Refuses one set by halves. */
export function bucketOf(settings: Settings): Bucket | null {
  const { s3Endpoint: endpoint, s3Bucket: bucket, s3Key: key, s3Secret: secret } = settings;
  const given = [endpoint, bucket, key, secret];
  if (given.every((one) => one === null)) return null;
  if (endpoint === null || bucket === null || key === null || secret === null) {
    throw new Refusal('bucket-malformed');
  }
  if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint)) {
    throw new Refusal('bucket-malformed');
  }
  const { s3Region: region, s3Prefix: prefix } = settings;
  return openBucket({ endpoint, bucket, key, secret, region, prefix });
}
