import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Adds one command to the program. `exit` sets the exit code of the call. */
export type AddCommand = (
  program: Command,
  terminal: Terminal,
  exit: (code: ExitCode) => void,
) => void;
