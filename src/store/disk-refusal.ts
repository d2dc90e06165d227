import { Refusal, type RefusalCode } from '#base/refusal.ts';

const CODES: Readonly<Record<string, RefusalCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-file-too-large',
  EACCES: 'disk-denied',
  EPERM: 'disk-denied',
  EROFS: 'disk-read-only',
  EMFILE: 'disk-too-many-files',
  ENFILE: 'disk-too-many-files',
  ENOENT: 'disk-moved',
  ENOTDIR: 'disk-moved',
  EISDIR: 'disk-moved',
  EEXIST: 'disk-moved',
  EIO: 'disk-failed',
  ENODEV: 'disk-failed',
  ESTALE: 'disk-failed',
};

/** The error code of a failed system call (`ENOSPC`), or null for any other error. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/**
 * What a failed write or read of `path` means for a person: a `Refusal` with its remedy where the
 * disk is the reason, otherwise the error itself (a mistake of ours).
 */
export function diskRefusal(error: unknown, path: string): unknown {
  const errno = errnoOf(error);
  const code = errno === null ? undefined : CODES[errno];
  return code ? new Refusal(code, { path, errno: errno ?? '' }) : error;
}

/** Runs `act` on `path`; what the disk refuses becomes a `Refusal`. */
export function onDisk<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw diskRefusal(error, path);
  }
}
