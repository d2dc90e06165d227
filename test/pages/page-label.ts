import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CivilDate } from '#base/civil-date.ts';
import type { PageKind } from '#domain/page.ts';

/** What a person read from the rendered text of one page: a line of `labels.jsonl`. */
export interface PageLabel {
  file: string;
  /** A guess, or null. */
  url: string | null;
  kind: PageKind;
  title: string;
  publishedAt: CivilDate | null;
  metaPubDate: string | null;
  siteIdCode: string | null;
  /** Of the main list only; null: not counted. */
  items: number | null;
  itemsDated: number | null;
  latest: CivilDate | null;
  oldest: CivilDate | null;
  /** Null: the file alone cannot tell. */
  blank: boolean | null;
  needsRendering: boolean;
  letters: { title: string; askedAt: CivilDate | null; answeredAt: CivilDate | null }[];
  traps: string[];
  note: string;
  labelledBy: string;
  total?: number | null;
  pages?: number | null;
  /** Day as of which the page was labelled, where a folder says so. */
  asOf?: CivilDate;
}

/** A folder of pages with their labels. */
export interface PageFolder {
  root: string;
  labels: PageLabel[];
  /** Day as of which each page is read, by file. */
  asOf: Map<string, CivilDate>;
}

const UNKNOWN_DAY: CivilDate = '2024-12-31';

/** Opens `dir` or its `gov` folder; null when neither holds labels. */
export function openPageFolder(dir: string): PageFolder | null {
  const root = [dir, join(dir, 'gov')].find((path) => existsSync(join(path, 'labels.jsonl')));
  if (root === undefined) return null;
  const lines = readFileSync(join(root, 'labels.jsonl'), 'utf8').split('\n');
  const labels = lines.filter((line) => line.trim() !== '').map((line) => parseLabel(line));
  return { root, labels, asOf: daysOf(labels) };
}

function parseLabel(line: string): PageLabel {
  return JSON.parse(line) as PageLabel;
}

/**
 * The as-of day of each page. Nobody wrote down when the pages were saved; the pages of one source
 * (one folder) were saved together, and not before the newest date that any of them shows. That day
 * is taken, a label's own `asOf` before it, and the end of 2024 where nothing is dated.
 */
function daysOf(labels: readonly PageLabel[]): Map<string, CivilDate> {
  const newest = new Map<string, CivilDate>();
  for (const label of labels) {
    const source = dirname(label.file);
    for (const date of [label.latest, label.publishedAt]) {
      if (date !== null && date > (newest.get(source) ?? '')) newest.set(source, date);
    }
  }
  return new Map(
    labels.map(({ file, asOf }) => [file, asOf ?? newest.get(dirname(file)) ?? UNKNOWN_DAY]),
  );
}

/** Whether the labeller was in doubt: such a page stays outside every bar. */
export function isDoubtful(label: PageLabel): boolean {
  return /doubt/i.test(label.note);
}
