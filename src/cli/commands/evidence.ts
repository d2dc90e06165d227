import { bringEvidence } from '#office/keep-evidence.ts';
import { bucketOf } from '#office/bucket-of-settings.ts';
import { openOffice } from '#office/open-office.ts';
import type { AddCommand } from '../add-command.ts';
import { settingsOf } from '../settings-of.ts';
import { cliText } from '../texts.ts';

const EXAMPLES = '  xunwang evidence bring campaigns/7/www.example.cn\n';

/** `xunwang evidence bring FOLDER`: evidence that is in the bucket alone, back into its folder. */
export const addEvidence: AddCommand = (program, terminal, _exit, caller) => {
  const text = cliText(terminal.language);
  const evidence = program.command('evidence').summary(text.evidence).description(text.evidence);
  evidence
    .command('bring')
    .summary(text.evidenceBring)
    .description(text.evidenceBring)
    .argument('<folder>', text.evidenceFolder)
    .addHelpText('after', `\n${text.examples}\n${EXAMPLES}`)
    .action(async (folder: string) => {
      const settings = settingsOf(caller.environment, terminal.language);
      const bucket = bucketOf(settings);
      const office = await openOffice(settings);
      try {
        terminal.out(`${await bringEvidence(office, bucket, folder)}\n`);
      } finally {
        await office.close();
      }
    });
};
