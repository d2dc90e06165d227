import { Command, CommanderError } from 'commander';
import { ENGINE } from '#base/engine.ts';
import { Refusal, refusalText } from '#base/refusal.ts';
import type { ProcessCaller } from './add-command.ts';
import { commandMistake, unknownCommand } from './command-mistake.ts';
import { commandsFor } from './commands.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { helpWords } from './help-words.ts';
import { chooseLanguage } from './language.ts';
import type { Terminal } from './terminal.ts';
import { cliText } from './texts.ts';

/** Longer lines are hard to read on any terminal. */
const HELP_WIDTH_COLUMNS = 100;

/** What the process gives the command line. */
export interface CliCaller extends ProcessCaller {
  argv: readonly string[];
  terminal: Omit<Terminal, 'language'>;
}

/** Runs one call of `xunwang` and gives its exit code. Throws only on our own mistakes. */
export async function runCli(caller: CliCaller): Promise<ExitCode> {
  const terminal: Terminal = { ...caller.terminal, language: 'zh' };
  try {
    terminal.language = chooseLanguage(caller.argv, caller.environment);
    return await dispatch(caller, terminal);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    terminal.complain(`${refusalText(error.code, error.args, terminal.language)}\n`);
    return exitCodeOf(error.code);
  }
}

async function dispatch(caller: CliCaller, terminal: Terminal): Promise<ExitCode> {
  const { argv } = caller;
  let exitCode: ExitCode = 0;
  const program = await buildProgram(terminal, caller, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const mistake = commandMistake(error, program, argv, terminal.language);
    if (mistake !== null) throw mistake;
    return error.exitCode === 0 ? 0 : 2;
  }
  return exitCode;
}

async function buildProgram(
  terminal: Terminal,
  caller: CliCaller,
  exit: (code: ExitCode) => void,
): Promise<Command> {
  const text = cliText(terminal.language);
  const program = new Command('xunwang')
    .description(text.program)
    .version(ENGINE, '-V, --version', text.version)
    .helpOption('-h, --help', text.help)
    .helpCommand(false)
    .option('--lang <zh|en>', text.lang)
    .exitOverride()
    .configureHelp(helpWords(terminal.language))
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.complain,
      // A mistake is thrown too, and told in our own words.
      outputError: () => {},
      getOutHelpWidth: () => Math.min(terminal.widthColumns, HELP_WIDTH_COLUMNS),
      getErrHelpWidth: () => Math.min(terminal.widthColumns, HELP_WIDTH_COLUMNS),
    })
    .allowExcessArguments()
    .action(() => {
      const [word] = program.args;
      if (word !== undefined) throw unknownCommand(program, word);
      program.outputHelp();
    });
  for (const add of await commandsFor(caller.argv)) add(program, terminal, exit, caller);
  for (const command of program.commands) inherit(command, text);
  return program;
}

/** Every command takes --lang and --help in the same words. */
function inherit(command: Command, text: ReturnType<typeof cliText>): void {
  command.helpOption('-h, --help', text.help).option('--lang <zh|en>', text.lang);
  command.exitOverride().helpCommand(false).allowExcessArguments(false);
  for (const below of command.commands) inherit(below, text);
}
