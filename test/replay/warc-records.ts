import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { WARCParser, type WARCRecord } from 'warcio';

/**
 * The records of an archive, by a parser that is not ours; each is to be read to its end before
 * the next. With `parseHttp` bodies come without their heads.
 */
export function warcRecords(path: string, parseHttp: boolean): AsyncIterable<WARCRecord> {
  const stream = Readable.toWeb(createReadStream(path));
  return new WARCParser(stream as ReadableStream<Uint8Array>, { parseHttp });
}
