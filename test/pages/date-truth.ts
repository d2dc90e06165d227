import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the benchmark with the day it was published on. */
export interface DatedPage {
  file: string;
  url: string;
  date: string;
}

/** A Chinese phrase, the moment it is said and the days it names. */
export interface Phrase {
  input: string;
  reference: string;
  dates: { date: string }[];
  lunar: boolean;
  name: string;
}

/** The benchmark in a folder or its `dates` folder; null when it is not there. */
export function openDateTruth(
  dir: string,
): { root: string; pages: DatedPage[]; phrases: Phrase[] } | null {
  const root = [join(dir, 'dates'), dir].find((path) => existsSync(join(path, 'truth.jsonl')));
  if (root === undefined) return null;
  return {
    root,
    pages: readLines(join(root, 'truth.jsonl')) as DatedPage[],
    phrases: readLines(join(root, 'chinese-phrases.jsonl')) as Phrase[],
  };
}

function readLines(file: string): unknown[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): unknown => JSON.parse(line));
}
