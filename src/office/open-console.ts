import { type ConsoleFiles, readConsoleFiles } from '#store/console-files.ts';

export type { ConsoleFiles };

/** The built files of the console that come with this package; null: it has not been built. */
export function openConsole(): ConsoleFiles | null {
  return readConsoleFiles();
}
