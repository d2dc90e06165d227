import { closeSync, existsSync, openSync } from 'node:fs';

/** Folders as a child process is to name them. */
export interface HandedFolders {
  paths: string[];
  /** For `stdio`, from place 3 on. */
  descriptors: number[];
  close(): void;
}

/**
 * Opens folders for a child and names them by the descriptors it inherits. On Linux a path through
 * `/proc/self/fd` asks for no right to the folders above, so an account without rights can work
 * in a folder below `/root`, and PostgreSQL's bound on the length of paths does not matter.
 * Elsewhere the folders keep their own names.
 */
export function handFolders(folders: readonly string[]): HandedFolders {
  if (!existsSync('/proc/self/fd')) {
    return { paths: [...folders], descriptors: [], close: () => undefined };
  }
  const descriptors = folders.map((folder) => openSync(folder, 'r'));
  return {
    paths: descriptors.map((_, index) => `/proc/self/fd/${3 + index}`),
    descriptors,
    close: () => descriptors.forEach((descriptor) => closeSync(descriptor)),
  };
}
