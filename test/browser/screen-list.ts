import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../house/source-files.ts';
import type { Things } from '../doors/roles/role-world.ts';

/** A screen as a test opens it. */
export interface ListedScreen {
  /** For the file of its picture: `sites-site`. */
  name: string;
  /** As in the table: `/sites/:site`. */
  path: string;
}

/**
 * The paths of the console's table of screens, read from its text: its modules are for browsers.
 * A row without a path of its own line is a mistake that a test names.
 */
export function listedScreens(): ListedScreen[] {
  const rows = ['screens.ts', 'settings-screens.ts'].flatMap((file) => {
    const text = readFileSync(join(projectRoot, 'console/src/app', file), 'utf8');
    return text.split(/^ {2}\{$/m).slice(1);
  });
  return rows.flatMap((row) => {
    const path = /^ {4}path: '([^']+)',$/m.exec(row)?.[1];
    if (path === undefined) return [];
    const views = /^ {4}views: \[([\s\S]*?)\],$/m.exec(row)?.[1] ?? '';
    const all = ['', ...[...views.matchAll(/'([^']+)'/g)].map(([, view = '']) => view)];
    return all.map((view) => ({ path: path + view, name: nameOf(path + view) }));
  });
}

function nameOf(path: string): string {
  if (path === '/') return 'overview';
  return path
    .slice(1)
    .replaceAll(/[/:?=&]+/g, '-')
    .replace(/-$/, '');
}

/** An address of a screen: what its path names is taken from the things of the sample office. */
export function addressOf({ path }: ListedScreen, things: Things): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const id = (things as unknown as Record<string, number | undefined>)[name];
    if (id === undefined) throw new Error(`the sample office has no ${name} for ${path}`);
    return String(id);
  });
}
