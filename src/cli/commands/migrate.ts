import { migrateOffice, missingMigrations, openOffice } from '#office/open-office.ts';
import type { AddCommand } from '../add-command.ts';
import { settingsOf } from '../settings-of.ts';
import { cliText } from '../texts.ts';

const words = {
  zh: { newest: '数据库已是最新。', ran: '已升级：', missing: '尚未升级：' },
  en: { newest: 'The database is up to date.', ran: 'Migrated:', missing: 'Still to be done:' },
} as const;

/** `xunwang migrate`: brings the database to this version; `--check` only says what is missing. */
export const addMigrate: AddCommand = (program, terminal, exit, caller) => {
  const text = cliText(terminal.language);
  program
    .command('migrate')
    .summary(text.migrate)
    .description(text.migrate)
    .option('--check', text.migrateCheck)
    .addHelpText('after', `\n${text.examples}\n  xunwang migrate\n  xunwang migrate --check\n`)
    .action(async (options: { check?: boolean }) => {
      const say = words[terminal.language];
      const office = await openOffice(settingsOf(caller.environment, terminal.language));
      try {
        const names = options.check ? await missingMigrations(office) : await migrateOffice(office);
        const heading = options.check ? say.missing : say.ran;
        terminal.out(
          names.length === 0 ? `${say.newest}\n` : `${[heading, ...names].join('\n  ')}\n`,
        );
        if (options.check && names.length > 0) exit(1);
      } finally {
        await office.close();
      }
    });
};
