import { canonicalJson } from '#base/canonical-json.ts';
import type { CutTarget } from '#domain/visit.ts';
import { archiveName } from './archive-index.ts';
import { readLines } from './read-lines.ts';
import { Refusal } from '#base/refusal.ts';
import type { RunFolder } from './run-folder.ts';

const BATCH = 2000;

/** Writes the addresses never fetched as one canonical JSON array, however many there are. */
export function writeCut(folder: RunFolder, siteKey: string, cut: Iterable<CutTarget>): void {
  folder.write(archiveName(siteKey, 'cut'), piecesOf(cut));
}

function* piecesOf(cut: Iterable<CutTarget>): Generator<string> {
  let waiting: CutTarget[] = [];
  let isFirst = true;
  const piece = () => {
    const rows = canonicalJson(waiting).slice('['.length, -'\n]\n'.length);
    const text = `${isFirst ? '[' : ','}${rows}`;
    isFirst = false;
    waiting = [];
    return text;
  };
  for (const one of cut) if (waiting.push(one) === BATCH) yield piece();
  if (waiting.length > 0) yield piece();
  yield isFirst ? '[]\n' : '\n]\n';
}

/** Reads them back one by one; none before the crawl of the site has ended. */
export function* readCut(folder: RunFolder, siteKey: string): Generator<CutTarget> {
  const path = folder.path(archiveName(siteKey, 'cut'));
  let rows = '';
  for (const { bytes, number } of readLines(path)) {
    const line = bytes.toString('utf8').trimEnd();
    if (line === '[' || line === ']' || line === '[]') continue;
    rows += line;
    if (line !== '  }' && line !== '  },') continue;
    try {
      yield JSON.parse(rows.replace(/,$/, '')) as CutTarget;
    } catch {
      throw new Refusal('archive-damaged', { file: path, line: number });
    }
    rows = '';
  }
  if (rows !== '') throw new Refusal('archive-damaged', { file: path, line: 1 });
}
