import type { Command } from 'commander';
import type { Processes } from './processes.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** What the service's commands need of the process: its settings and its long-running parts. */
export interface ProcessCaller {
  environment: Readonly<Record<string, string | undefined>>;
  /** Left out where nothing long is ever run, in tests within one process. */
  processes?: Processes;
}

/** Adds one command to the program. `exit` sets the exit code of the call. */
export type AddCommand = (
  program: Command,
  terminal: Terminal,
  exit: (code: ExitCode) => void,
  caller: ProcessCaller,
) => void;
