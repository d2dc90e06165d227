import { bringBack, checkBackup, keepBackup } from '#office/keep-backup.ts';
import { type Office, openOffice } from '#office/open-office.ts';
import type { AddCommand, ProcessCaller } from '../add-command.ts';
import { settingsOf } from '../settings-of.ts';
import { paint, type Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';

type Manifest = Awaited<ReturnType<typeof keepBackup>>;

const words = {
  zh: {
    kept: '备份完成',
    back: '恢复完成',
    whole: '备份完好',
    what: (rows: number, files: number, line: number) =>
      `${rows} 行数据、${files} 个佐证文件，台账至第 ${line} 行`,
  },
  en: {
    kept: 'Backed up',
    back: 'Restored',
    whole: 'The backup is whole',
    what: (rows: number, files: number, line: number) =>
      `${rows} rows, ${files} files of evidence, the ledger up to line ${line}`,
  },
} as const;

const EXAMPLES = `  xunwang backup backups/2019-06-30
  xunwang backup --check backups/2019-06-30
`;

/** `xunwang backup OUT`: database and evidence into a new folder; `--check` reads one through. */
export const addBackup: AddCommand = (program, terminal, _exit, caller) => {
  const text = cliText(terminal.language);
  program
    .command('backup')
    .summary(text.backup)
    .description(text.backup)
    .argument('<out>', text.backupOut)
    .option('--check', text.backupCheck)
    .option('--json', text.json)
    .addHelpText('after', `\n${text.examples}\n${EXAMPLES}`)
    .action(async (out: string, { check, json = false }: { check?: boolean; json?: boolean }) => {
      const { kept, whole } = words[terminal.language];
      const manifest = check
        ? await checkBackup(out, quiet)
        : await within(caller, terminal, (office) => keepBackup(office, out, quiet));
      tell(manifest, check ? whole : kept, json, terminal);
    });
};

/** `xunwang restore FROM`: the same back, into an empty place. */
export const addRestore: AddCommand = (program, terminal, _exit, caller) => {
  const text = cliText(terminal.language);
  program
    .command('restore')
    .summary(text.restore)
    .description(text.restore)
    .argument('<from>', text.restoreFrom)
    .option('--json', text.json)
    .addHelpText('after', `\n${text.examples}\n  xunwang restore backups/2019-06-30\n`)
    .action(async (from: string, options: { json?: boolean }) => {
      const manifest = await within(caller, terminal, (office) => bringBack(office, from, quiet));
      tell(manifest, words[terminal.language].back, options.json ?? false, terminal);
    });
};

const quiet = () => undefined;

async function within(
  { environment }: ProcessCaller,
  { language }: Terminal,
  work: (office: Office) => Promise<Manifest>,
): Promise<Manifest> {
  const office = await openOffice(settingsOf(environment, language));
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}

function tell(manifest: Manifest, heading: string, isJson: boolean, terminal: Terminal): void {
  if (isJson) {
    terminal.out(`${JSON.stringify(manifest, null, 2)}\n`);
    return;
  }
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const line = manifest.ledger?.number ?? 0;
  const what = words[terminal.language].what(rows, manifest.evidence.files, line);
  terminal.out(`${paint(terminal, 'green', heading)} (${what})\n`);
}
