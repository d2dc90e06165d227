import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chinaDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { readPhrase } from '#office/read-phrase.ts';
import { openReader, readManifest, readPageBytes, sourceOfPage } from '#office/read-saved-page.ts';
import type { AddCommand } from '../add-command.ts';
import { parseAsOf } from '../parse-options.ts';
import { renderWhy } from '../render-why.ts';
import { cliText } from '../texts.ts';

/** `xunwang read FILE|- --url URL`: what the reader makes of one page, or of a manifest's pages. */
export const addRead: AddCommand = (program, terminal) => {
  const text = cliText(terminal.language);
  program
    .command('read')
    .summary(text.read)
    .description(text.read)
    .argument('[file]', text.readFile)
    .option('--url <url>', text.readUrl)
    .option('--manifest <file>', text.manifest)
    .option('--as-of <date>', text.asOf)
    .option('--explain', text.explainPage)
    .option('--phrase <text>', text.readPhrase)
    .addHelpText(
      'after',
      `\n${text.examples}\n  xunwang read list.html --url http://www.example.gov.cn/zwgk/\n`,
    )
    .action((file: string | undefined, options: ReadOptions) => {
      const today = chinaDate(new Date().toISOString());
      const asOf = options.asOf === undefined ? today : parseAsOf(options.asOf, today);
      if (options.phrase !== undefined) {
        terminal.out(`${JSON.stringify(readPhrase(options.phrase, asOf))}\n`);
        return;
      }
      if (options.manifest !== undefined) {
        const folder = dirname(options.manifest);
        for (const page of readManifest(options.manifest, folder, asOf)) {
          if (options.explain) {
            terminal.out(`${page.file}\n`);
            terminal.out(`${renderWhy(page.facts, sourceOfPage(page.bytes), terminal)}\n\n`);
          } else terminal.out(`${JSON.stringify({ file: page.file, ...page.facts })}\n`);
        }
        return;
      }
      if (file === undefined || options.url === undefined) throw new Refusal('read-needs-page');
      const bytes = file === '-' ? readFileSync(0) : readPageBytes(file);
      const facts = openReader().read(bytes, options.url, asOf);
      const shown = options.explain
        ? renderWhy(facts, sourceOfPage(bytes), terminal)
        : JSON.stringify(facts, null, 2);
      terminal.out(`${shown}\n`);
    });
};

interface ReadOptions {
  url?: string;
  manifest?: string;
  phrase?: string;
  asOf?: string;
  explain?: boolean;
}
