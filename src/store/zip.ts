import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Limits against archives that unpack to far more than they are. */
export interface ZipLimits {
  maxFiles: number;
  /** Of all files together, unpacked. */
  maxBytes: number;
}

/** Enough for an office document of some hundred pages with pictures. */
export const officeZipLimits: ZipLimits = { maxFiles: 5000, maxBytes: 256 << 20 };

export type Unzipped = { files: Map<string, Uint8Array> } | { problem: string };

/**
 * Unpacks the files that `isWanted` names. What is no zip, is damaged or exceeds a limit comes
 * back as a problem, in English.
 */
export function unzip(
  bytes: Uint8Array,
  limits: ZipLimits,
  isWanted: (name: string) => boolean = () => true,
): Unzipped {
  let files = 0;
  let total = 0;
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        files++;
        total += originalSize;
        if (files > limits.maxFiles) throw new Error(`more than ${limits.maxFiles} files`);
        if (total > limits.maxBytes) throw new Error(`unpacks to over ${limits.maxBytes} bytes`);
        return isWanted(name);
      },
    });
    return { files: new Map(Object.entries(unpacked)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Packs texts into a zip whose bytes depend on nothing but them: no time stands in it. */
export function zipTexts(files: ReadonlyMap<string, string>): Uint8Array {
  const entries = [...files].map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: '1980-01-01T00:00:00' });
}

/** Bytes in UTF-8 as text. */
export function textOf(bytes: Uint8Array): string {
  return strFromU8(bytes);
}
