import { present } from '#base/assert.ts';
import { Refusal } from '#base/refusal.ts';
import type { Settings } from '#domain/settings.ts';
import { KNOWN_PASSWORD, signIns } from '#demo/sign-ins.ts';
import { askDemoCode } from '#office/ask-demo-code.ts';
import { forgetDemoFolder, isDemoFolder } from '#office/demo-data.ts';
import type { AddCommand, ProcessCaller } from '../add-command.ts';
import type { DemoOrder } from '../processes.ts';
import { settingsOf } from '../settings-of.ts';
import { tellDemo } from '../tell-demo.ts';
import type { Terminal } from '../terminal.ts';
import { cliText } from '../texts.ts';
import { inspectDemoCity } from './demo-inspect.ts';

interface DemoOptions {
  inspect?: boolean;
  out?: string;
  fresh?: boolean;
  yes?: boolean;
  code?: string;
  json?: boolean;
}

/** Apart from the data of an office, which `serve` keeps in `xunwang-data`; and quick. */
const OWN = { XUNWANG_DATA: 'xunwang-demo', XUNWANG_SITES_AT_ONCE: '8', XUNWANG_SWEEP: '1s' };
const LOOPBACK = '127.0.0.0/8';

/** `xunwang demo`: the service with a year of history, and the ways to look at it. */
export const addDemo: AddCommand = (program, terminal, exit, caller) => {
  const text = cliText(terminal.language);
  program
    .command('demo')
    .summary(text.demo)
    .description(text.demo)
    .option('--fresh', text.demoFresh)
    .option('--yes', text.demoYes)
    .option('--code <login>', text.demoCode)
    .option('--inspect', text.demoInspect)
    .option('--out <dir>', text.demoOut)
    .option('--json', text.json)
    .addHelpText(
      'after',
      `\n${text.examples}\n  xunwang demo\n  xunwang demo --fresh\n  xunwang demo --code leader\n  xunwang demo --inspect --out out/demo\n`,
    )
    .action(async (options: DemoOptions) => {
      if (options.inspect) return exit(await inspectDemoCity(options.out, terminal));
      const settings = demoSettings(caller, terminal);
      if (options.code !== undefined) return await showCode(settings, options.code, terminal);
      if (options.fresh) await beginAnew(settings.data, options.yes ?? false, terminal);
      await serve({ settings, isPortLoose: isPortLoose(caller) }, options, terminal, caller);
    });
};

async function serve(
  given: Pick<DemoOrder, 'settings' | 'isPortLoose'>,
  { json = false }: DemoOptions,
  terminal: Terminal,
  caller: ProcessCaller,
): Promise<void> {
  const processes = present(caller.processes, 'the main program serves');
  const password = given.settings.demoPassword ?? KNOWN_PASSWORD;
  const tell = tellDemo(terminal, { json, password });
  await processes.demo({ ...given, signal: terminal.signal, tell });
}

/** The settings as they are, but with a folder of its own, and the city's addresses let in. */
function demoSettings({ environment }: ProcessCaller, terminal: Terminal): Settings {
  const settings = settingsOf({ ...OWN, ...environment }, terminal.language);
  return { ...settings, allowNet: settings.allowNet ?? LOOPBACK };
}

/** A port that nobody asked for gives way to any free one. */
function isPortLoose({ environment }: ProcessCaller): boolean {
  return environment['XUNWANG_PORT'] === undefined;
}

async function beginAnew(dir: string, isSure: boolean, terminal: Terminal): Promise<void> {
  if (!isDemoFolder(dir)) return;
  const question =
    terminal.language === 'zh'
      ? `将删除 ${dir} 中的全部演示数据（数据库、佐证、您在演示中所做的一切）。确定吗？[y/N] `
      : `This deletes all data of the demo in ${dir}: its database, its evidence, whatever you did in it. Sure? [y/N] `;
  const answer = isSure ? 'y' : await terminal.ask?.(question);
  if (!/^(?:y|yes|是)$/i.test(answer?.trim() ?? '')) throw new Refusal('demo-unconfirmed', { dir });
  await forgetDemoFolder(dir);
}

async function showCode(settings: Settings, login: string, terminal: Terminal): Promise<void> {
  const known = signIns.filter(({ secondFactor }) => secondFactor).map((one) => one.login);
  terminal.out(`${await askDemoCode(settings, login, known)}\n`);
}
