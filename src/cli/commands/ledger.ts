import { openOffice } from '#office/open-office.ts';
import { askLedger } from '#office/ask-ledger.ts';
import type { AddCommand } from '../add-command.ts';
import { settingsOf } from '../settings-of.ts';
import { paint, type Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';

type Checked = Awaited<ReturnType<typeof askLedger>>;

const words = {
  zh: {
    fine: ({ lines, head }: Checked) => `台账完好：${lines} 行，末行 ${head}`,
    broken: (number: number) => `台账在第 ${number} 行不再成立：`,
    why: { hash: '内容被改动', chain: '与前一行脱节', missing: '缺行' },
    head: (day: string) => `${day} 公布的末行与台账不符`,
  },
  en: {
    fine: ({ lines, head }: Checked) => `The ledger is whole: ${lines} lines, head ${head}`,
    broken: (number: number) => `The ledger no longer holds at line ${number}:`,
    why: { hash: 'it was changed', chain: 'it does not follow the line before', missing: 'gone' },
    head: (day: string) => `the head kept of ${day} is not in the ledger`,
  },
} as const;

/** `xunwang ledger verify`: quiet on an untouched ledger, else the first line that was changed. */
export const addLedger: AddCommand = (program, terminal, exit, caller) => {
  const text = cliText(terminal.language);
  const ledger = program.command('ledger').summary(text.ledger).description(text.ledger);
  ledger
    .command('verify')
    .summary(text.ledgerVerify)
    .description(text.ledgerVerify)
    .option('--json', text.json)
    .addHelpText('after', `\n${text.examples}\n  xunwang ledger verify\n`)
    .action(async (options: { json?: boolean }) => {
      const office = await openOffice(settingsOf(caller.environment, terminal.language));
      try {
        const checked = await askLedger(office.desk('verify'));
        terminal.out(
          options.json ? `${JSON.stringify(checked, null, 2)}\n` : render(checked, terminal),
        );
        if (!checked.isWhole) exit(1);
      } finally {
        await office.close();
      }
    });
};

function render(checked: Checked, terminal: Terminal): string {
  const text = words[terminal.language];
  const { broken, brokenHead } = checked;
  if (broken) {
    const line = `${text.broken(broken.number)}${text.why[broken.why]}`;
    return `${paint(terminal, 'red', line)}\n`;
  }
  if (brokenHead !== null) return `${paint(terminal, 'red', text.head(brokenHead))}\n`;
  return `${paint(terminal, 'green', text.fine(checked))}\n`;
}
