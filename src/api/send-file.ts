import type { Context } from 'hono';
import { Readable } from 'node:stream';
import { GrowingFile } from '#office/growing-file.ts';
import type { Download } from './route.ts';

/**
 * Sends a file. One that is kept goes as it is kept, packed where that is taken, and not at all to
 * who has it already; one that is still being made is sent as it comes.
 */
export async function sendFile(context: Context, file: Download | GrowingFile): Promise<Response> {
  const headers = headersOf(file);
  if (!(file instanceof GrowingFile)) return context.body(bodyOf(file.bytes), 200, headers);
  const isPacked = file.isGzip && takesGzip(context);
  if (file.isGzip) headers['vary'] = 'accept-encoding';
  if (file.tag !== null) {
    headers['etag'] = isPacked ? `"${file.tag}-gzip"` : `"${file.tag}"`;
    if (context.req.header('if-none-match') === headers['etag']) {
      return context.body(null, 304, { etag: headers['etag'] });
    }
  }
  if (isPacked) headers['content-encoding'] = 'gzip';
  const { whole } = file;
  if (whole !== null) {
    return context.body(bodyOf(isPacked ? whole : await file.plain()), 200, headers);
  }
  const bytes = (isPacked ? file : file.unpacked()).read();
  return context.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream, 200, headers);
}

function headersOf({ name, mediaType }: Download | GrowingFile): Record<string, string> {
  const plain = name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name);
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  };
}

function bodyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}

/** Whether the caller takes an answer packed by gzip (RFC 9110, 12.5.3). */
function takesGzip(context: Context): boolean {
  const taken = context.req.header('accept-encoding') ?? '';
  return /(?:^|,)\s*(?:x-)?gzip\s*(?:$|,|;\s*q=(?:1|0?\.\d*[1-9]))/i.test(taken);
}
