import { resolve } from 'node:path';
import { readBrief } from '#office/issue-circular.ts';
import { publishRun } from '#office/publish-run.ts';
import type { AddCommand } from '../add-command.ts';
import { renderRun } from '../render-run.ts';
import { cliText } from '../texts.ts';

/** `xunwang publish DIR`: issue the circular of a finished run (again), with another brief. */
export const addPublish: AddCommand = (program, terminal, exit) => {
  const text = cliText(terminal.language);
  program
    .command('publish')
    .summary(text.publish)
    .description(text.publish)
    .argument('<dir>', text.runFolder)
    .option('--brief <file>', text.brief)
    .option('--no-pdf', text.noPdf)
    .addHelpText('after', `\n${text.examples}\n  xunwang publish out/2019q2 --brief brief.yaml\n`)
    .action(async (dir: string, options: { brief?: string; pdf: boolean }) => {
      const brief = options.brief === undefined ? null : readBrief(options.brief);
      const { result, issued } = await publishRun(dir, { brief, pdf: options.pdf });
      terminal.out(renderRun(result, issued, resolve(dir), terminal));
      if (issued.refusal !== null) exit(1);
    });
};
