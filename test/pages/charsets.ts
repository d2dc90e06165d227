import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeText } from '#base/charset.ts';
import { folderPages, loadPages, SHARED_FOLDER } from '../../bench/page-set.ts';
import {
  declarationsFor,
  type Encoding,
  encodeText,
  encodings,
  fitText,
  redeclare,
} from './transcode.ts';

// Puts every page into eight encodings with right, missing and wrong declarations and reads it
// back: letter for letter, or marked undecided. npm run check:charsets -- [--show 3]

const { values } = parseArgs({ options: { show: { type: 'string', default: '3' } } });

interface Tally {
  pages: number;
  exact: number;
  certain: number;
  undecided: number;
  silent: number;
}

const { source, pages } = await loadPages();
// Western pages, for the encoding that holds no Chinese.
if (source === 'real pages')
  pages.push(...folderPages(join(SHARED_FOLDER, '../dates')).slice(0, 60));
const tallies = new Map<string, Tally>();
let shown = 0;
for (const page of pages) {
  const html = decodeText(page.bytes, page.contentType).text;
  for (const encoding of encodings) checkPage(page.name, html, encoding);
}
report();

function checkPage(name: string, html: string, encoding: Encoding): void {
  const own = fitText(html, encoding);
  for (const { name: kind, header, meta } of declarationsFor(encoding)) {
    const text = redeclare(own, meta);
    const bytes = encodeText(text, encoding);
    if (bytes === null) return;
    const read = decodeText(bytes, header === null ? 'text/html' : `text/html; charset=${header}`);
    const tally = tallyOf(`${encoding.padEnd(16)} ${kind}`);
    tally.pages++;
    if (read.certain) tally.certain++;
    if (read.text === text) tally.exact++;
    else if (!read.certain) tally.undecided++;
    else {
      tally.silent++;
      const words = `${encoding}, header ${header}, meta ${meta}: read as ${read.charset}`;
      if (shown++ < Number(values.show)) process.stdout.write(`  ${name}: ${words}\n`);
    }
  }
}

function tallyOf(key: string): Tally {
  const tally = tallies.get(key) ?? { pages: 0, exact: 0, certain: 0, undecided: 0, silent: 0 };
  tallies.set(key, tally);
  return tally;
}

function report(): void {
  process.stdout.write(`${pages.length} ${source}; what an encoding lacks is replaced first\n`);
  process.stdout.write(
    'encoding         declared         readings  exact  sure  undecided  wrong\n',
  );
  let [readings, silent, exact] = [0, 0, 0];
  for (const [key, tally] of tallies) {
    readings += tally.pages;
    silent += tally.silent;
    exact += tally.exact;
    const figures = [
      String(tally.pages).padStart(8),
      String(tally.exact).padStart(6),
      String(tally.certain).padStart(5),
      String(tally.undecided).padStart(10),
      String(tally.silent).padStart(6),
    ];
    process.stdout.write(`${key.padEnd(33)} ${figures.join(' ')}\n`);
  }
  const passed = silent === 0;
  process.stdout.write(
    `${JSON.stringify({ check: 'charsets', source, readings, exact, silent, passed })}\n`,
  );
  process.exitCode = passed ? 0 : 1;
}
