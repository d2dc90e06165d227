import { present } from '#base/assert.ts';
import type { AddCommand } from '../add-command.ts';
import { tellProcess } from '../tell-process.ts';
import { settingsOf } from '../settings-of.ts';
import { cliText } from '../texts.ts';

/** `xunwang work`: one more worker, until Ctrl-C. */
export const addWork: AddCommand = (program, terminal, _exit, caller) => {
  const text = cliText(terminal.language);
  program
    .command('work')
    .summary(text.work)
    .description(text.work)
    .option('--json', text.json)
    .addHelpText(
      'after',
      `\n${text.examples}\n  xunwang work\n  DATABASE_URL=postgres://xunwang@db/xunwang xunwang work\n`,
    )
    .action(async (options: { json?: boolean }) => {
      const processes = present(caller.processes, 'the main program starts workers');
      const settings = settingsOf(caller.environment, terminal.language);
      const tell = tellProcess(terminal, options.json ?? false);
      await processes.work({ settings, signal: terminal.signal, tell });
    });
};
