import { present } from '#base/assert.ts';
import type { AddCommand } from '../add-command.ts';
import { tellProcess } from '../tell-process.ts';
import { settingsOf } from '../settings-of.ts';
import { cliText } from '../texts.ts';

/** `xunwang serve`: the whole service, until Ctrl-C. */
export const addServe: AddCommand = (program, terminal, _exit, caller) => {
  const text = cliText(terminal.language);
  program
    .command('serve')
    .summary(text.serve)
    .description(text.serve)
    .option('--json', text.json)
    .addHelpText(
      'after',
      `\n${text.examples}\n  xunwang serve\n  XUNWANG_DATA=/srv/xunwang XUNWANG_PORT=8600 xunwang serve\n`,
    )
    .action(async (options: { json?: boolean }) => {
      const processes = present(caller.processes, 'the main program serves');
      const settings = settingsOf(caller.environment, terminal.language);
      const tell = tellProcess(terminal, options.json ?? false);
      await processes.serve({ settings, signal: terminal.signal, tell });
    });
};
