import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { Exchange, FetchRequest, Net } from '#crawl/net.ts';

/** A net that works, except where `isBroken` says so of the n-th fetch: then it fails as ours. */
export function breakNet(
  net: Net,
  isBroken: (count: number, request: FetchRequest) => boolean,
): Net {
  let count = 0;
  return {
    userAgent: net.userAgent,
    fetch: (request) => {
      count++;
      return isBroken(count, request) ? Promise.resolve(ourFailure(request)) : net.fetch(request);
    },
    close: () => net.close(),
  };
}

function ourFailure({ url }: FetchRequest): Exchange {
  return {
    finalUrl: url,
    via: [],
    outcome: { kind: 'failed', why: 'ours', detail: 'EMFILE', ms: 1 },
    headers: {},
    bytes: new Uint8Array(),
    requestHead: '',
    responseHead: '',
    firstByteMs: null,
  };
}

/** A disk that refuses one write; all others go through. */
export interface BrokenDisk {
  /** Writes so far, the refused one included. */
  writes(): number;
  mend(): void;
}

/** From now on the n-th write, rename or flush of this process fails with `errno`. */
export function breakDisk(n: number, errno: 'ENOSPC' | 'EIO'): BrokenDisk {
  let writes = 0;
  const count = () => {
    writes++;
    if (writes !== n) return;
    throw Object.assign(new Error(`${errno}: made for a test`), { code: errno });
  };
  const { writeFileSync, renameSync, fsyncSync } = fs;
  fs.writeFileSync = (...args) => (count(), writeFileSync(...args));
  fs.renameSync = (...args) => (count(), renameSync(...args));
  fs.fsyncSync = (...args) => (count(), fsyncSync(...args));
  syncBuiltinESMExports();
  return {
    writes: () => writes,
    mend: () => {
      Object.assign(fs, { writeFileSync, renameSync, fsyncSync });
      syncBuiltinESMExports();
    },
  };
}
