import { appendFileSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { sourceFiles } from '../house/source-files.ts';

/** Names the file that calls are written to, one a line: `POST /units`. Unset: none is written. */
export const PRESS_LOG = 'XUNWANG_PRESS_LOG';

const API = '/api/v1';

/** Writes down every change that a page asked of the API and that was done. */
export function notePresses(page: Page): void {
  const file = process.env[PRESS_LOG];
  if (file === undefined) return;
  page.on('response', (response) => {
    const method = response.request().method();
    const { pathname } = new URL(response.url());
    if (method === 'GET' || !response.ok() || !pathname.startsWith(`${API}/`)) return;
    appendFileSync(file, `${method} ${pathname.slice(API.length)}\n`);
  });
}

/** The changes that the console can ask for, as its sources name them: `POST /units/{unit}/name`. */
export function changesOfConsole(): string[] {
  const texts = sourceFiles('console/src').filter(({ path }) => !path.endsWith('/paths.ts'));
  const named = texts.flatMap(
    ({ text }) => text.match(/'(?:POST|PUT|PATCH|DELETE) \/[^']*'/g) ?? [],
  );
  return [...new Set(named.map((one) => one.slice(1, -1)))].toSorted();
}

/** Those of them that no line of a log is. */
export function neverPressed(changes: readonly string[], log: string): string[] {
  const calls = new Set(readFileSync(log, 'utf8').split('\n'));
  const pressed = new Set([...calls].map((call) => routeOf(call, changes)));
  return changes.filter((change) => !pressed.has(change));
}

/** The route that a call is of; of two that it could be, the one that leaves less open. */
function routeOf(call: string, routes: readonly string[]): string | undefined {
  const fits = routes.filter((route) =>
    new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(call),
  );
  return fits.toSorted((a, b) => a.split('{').length - b.split('{').length)[0];
}
