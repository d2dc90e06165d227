import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathOfKey, sha256Hex, signRequest } from './sign-request.ts';

// The examples of the documentation of Signature Version 4 for S3, with the keys it gives.
const keys = {
  key: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const at = new Date('2013-05-24T00:00:00Z');
const host = 'https://examplebucket.s3.amazonaws.com';

function signatureOf(parts: Parameters<typeof signRequest>[0]): string | undefined {
  return signRequest(parts, keys, at)['authorization']?.split('Signature=')[1];
}

test('requests are signed as the documentation of S3 signs its examples', () => {
  const empty = sha256Hex('');
  const get = {
    method: 'GET',
    url: new URL(`${host}/test.txt`),
    headers: { range: 'bytes=0-9' },
    bodyHash: empty,
  };
  assert.equal(
    signatureOf(get),
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
  const put = {
    method: 'PUT',
    url: new URL(`${host}/${pathOfKey('test$file.text')}`),
    headers: {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    },
    bodyHash: sha256Hex('Welcome to Amazon S3.'),
  };
  assert.equal(
    signatureOf(put),
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  );
  const list = {
    method: 'GET',
    url: new URL(`${host}/?max-keys=2&prefix=J`),
    headers: {},
    bodyHash: empty,
  };
  assert.equal(
    signatureOf(list),
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  );
});
