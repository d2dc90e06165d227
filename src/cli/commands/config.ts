import { parseSettings } from '#domain/parse-settings.ts';
import type { Setting } from '#domain/setting.ts';
import { type SettingName, settings } from '#domain/settings.ts';
import type { AddCommand, ProcessCaller } from '../add-command.ts';
import { mistakeText } from '../settings-of.ts';
import { paint, type Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';

const words = {
  zh: { unset: '（未设置）', secret: '（已设置，不显示）', def: '默认', fine: '设置无误。' },
  en: {
    unset: '(not set)',
    secret: '(set, not shown)',
    def: 'default',
    fine: 'Settings are fine.',
  },
} as const;

/** `xunwang config`: every setting; `config check`: what is wrong with them. */
export const addConfig: AddCommand = (program, terminal, exit, caller) => {
  const text = cliText(terminal.language);
  const config = program.command('config').summary(text.config).description(text.config);
  config
    .option('--json', text.json)
    .addHelpText('after', `\n${text.examples}\n  xunwang config\n  xunwang config check\n`)
    .action((options: { json?: boolean }) => {
      const lines = listSettings(caller);
      terminal.out(
        options.json
          ? `${JSON.stringify(lines, null, 2)}\n`
          : `${lines.map((line) => render(line, terminal)).join('\n')}\n`,
      );
    });
  config
    .command('check')
    .summary(text.configCheck)
    .description(text.configCheck)
    .action(() => {
      const { mistakes } = parseSettings(caller.environment);
      if (mistakes.length === 0) {
        terminal.out(`${paint(terminal, 'green', words[terminal.language].fine)}\n`);
        return;
      }
      const list = mistakes.map((mistake) => mistakeText(mistake, terminal.language));
      terminal.out(`${list.map((line) => paint(terminal, 'red', line)).join('\n')}\n`);
      exit(1);
    });
};

interface SettingLine {
  name: string;
  env: string;
  /** What holds now; null when nothing is set; of a secret only whether it is. */
  value: string | number | null;
  default: string | null;
  unit: string | null;
  doc: { zh: string; en: string };
  isSecret: boolean;
}

function listSettings({ environment }: ProcessCaller): SettingLine[] {
  const { values } = parseSettings(environment);
  return (Object.entries(settings) as [SettingName, Setting][]).map(([name, setting]) => {
    const value = values[name] ?? null;
    const isSecret = setting.secret === true;
    return {
      name,
      env: setting.env,
      value: isSecret && value !== null ? '***' : value,
      default: setting.default,
      unit: setting.unit,
      doc: setting.doc,
      isSecret,
    };
  });
}

function render(line: SettingLine, terminal: Terminal): string {
  const text = words[terminal.language];
  const shown = line.value === null ? text.unset : line.isSecret ? text.secret : String(line.value);
  const unit = line.unit === null || line.value === null ? '' : ` ${line.unit}`;
  const usual = line.default === null ? '' : `  ${text.def} ${line.default}`;
  const doc = line.doc[terminal.language];
  return `${line.env} = ${shown}${unit}${paint(terminal, 'grey', usual)}\n    ${doc}`;
}
