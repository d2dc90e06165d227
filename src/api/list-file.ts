import { z } from '@hono/zod-openapi';
import { Refusal } from '#base/refusal.ts';
import type { Desk } from '#office/desk.ts';
import { keepFile } from '#office/keep-file.ts';
import { writeLargeTable } from '#office/write-large-table.ts';
import type { Cell } from '#office/write-table.ts';
import type { Download, Given, Route } from './route.ts';

export const formatShape = z
  .enum(['json', 'csv', 'xlsx'])
  .default('json')
  .openapi({ description: 'csv, xlsx: the whole list as a file, from `after` on' });
export type ListFormat = z.output<typeof formatShape>;

/** Read at once: few enough that others come in between. */
const PAGE = 1000;
/** A file of more rows is opened by no spreadsheet program with ease; filters make it smaller. */
const MOST_ROWS = 50_000;

type Line = Record<string, unknown>;

/** Whether a route answers a list: then it can be had as a file too. */
export function isList({ method, answer }: Route): boolean {
  return method === 'get' && answer instanceof z.ZodObject && 'items' in answer.shape;
}

/**
 * A whole list as a file: a row an item, all of one moment. It is made once for all who would get
 * the same, and kept until something that it is made of changes.
 */
export async function listFile(
  row: Route,
  desk: Desk,
  asked: Given,
  form: 'csv' | 'xlsx',
): Promise<Download> {
  const { params = null, query = null } = asked;
  const key = { path: row.path, params, query, form };
  // What a list shows follows from its entrance: the right that its question asks for.
  const { entrance } = row;
  const isByRight = entrance !== 'public' && entrance !== 'signed-in';
  const right = isByRight ? entrance : null;
  const restsOn = isByRight ? (row.restsOn ?? null) : null;
  const tellsTime = row.tellsTime === true;
  return await keepFile(desk, { key, right, restsOn, tellsTime }, async (joint) => {
    const lines = await allLines(row, joint, asked);
    const name = row.path.split('/').findLast((part) => /^[a-z-]+$/.test(part)) ?? 'list';
    return await writeLargeTable({ name, form, rows: tableOf(columnsOf(row), lines) });
  });
}

/** The pages of a list, one after another. Refuses `list-too-long`. */
async function allLines(row: Route, desk: Desk, asked: Given): Promise<Line[]> {
  const lines: Line[] = [];
  const query = { ...(asked.query as object), limit: PAGE };
  let next: unknown = null;
  do {
    const page = { ...query, ...(typeof next === 'number' && { after: next }) };
    const answered = (await row.handle(desk, { ...asked, query: page })) as unknown;
    const { items, next: following = null } = answered as { items: Line[]; next?: number | null };
    for (const item of items) lines.push(item);
    if (lines.length > MOST_ROWS) throw new Refusal('list-too-long', { most: MOST_ROWS });
    next = following;
  } while (next !== null);
  return lines;
}

/** The columns that the schema of an item names. */
function columnsOf({ answer }: Route): string[] {
  const items: unknown = (answer as z.ZodObject).shape['items'];
  const item = items instanceof z.ZodArray ? items.element : null;
  return item instanceof z.ZodObject ? Object.keys(item.shape) : [];
}

/** A head and a row a line. What is an object in any line is spread: `site.unit`, `site.kind`. */
function tableOf(columns: readonly string[], lines: readonly Line[]): Cell[][] {
  const heads = columns.flatMap((column) => {
    const inner = new Set<string>();
    for (const line of lines) {
      const value = line[column];
      if (isPlain(value)) for (const key of Object.keys(value)) inner.add(key);
    }
    return inner.size === 0 ? [column] : [...inner].map((key) => `${column}.${key}`);
  });
  const paths = heads.map((head) => head.split('.', 2));
  return [heads, ...lines.map((line) => paths.map((path) => cellOf(valueAt(line, path))))];
}

function valueAt(line: Line, [column = '', key]: readonly string[]): unknown {
  const value = line[column];
  if (key === undefined) return value;
  return isPlain(value) ? value[key] : null;
}

function isPlain(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  const isFlat = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  return isFlat ? value.join('；') : JSON.stringify(value);
}
