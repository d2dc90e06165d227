import { z } from '@hono/zod-openapi';
import { Refusal } from '#base/refusal.ts';
import type { Desk } from '#office/desk.ts';
import { type Cell, writeTable } from '#office/write-table.ts';
import type { Asked, Download, Route } from './route.ts';

export const formatShape = z
  .enum(['json', 'csv', 'xlsx'])
  .default('json')
  .openapi({ description: 'csv, xlsx: the whole list as a file, from `after` on' });
export type ListFormat = z.output<typeof formatShape>;

const PAGE = 200;
/** A file of more rows is opened by no spreadsheet program with ease; filters make it smaller. */
const MOST_ROWS = 50_000;

type Line = Record<string, unknown>;

/** Whether a route answers a list: then it can be had as a file too. */
export function isList({ method, answer }: Route): boolean {
  return method === 'get' && answer instanceof z.ZodObject && 'items' in answer.shape;
}

/** A whole list as a file: its pages one after another, a row an item. */
export async function listFile(
  row: Route,
  desk: Desk,
  asked: Asked<z.ZodType, z.ZodType, z.ZodType>,
  form: 'csv' | 'xlsx',
): Promise<Download> {
  const lines: Line[] = [];
  const query = { ...(asked.query as object), limit: PAGE };
  let next: unknown = null;
  do {
    const page = { ...query, ...(typeof next === 'number' && { after: next }) };
    const answered = (await row.handle(desk, { ...asked, query: page })) as unknown;
    const { items, next: following = null } = answered as { items: Line[]; next?: number | null };
    lines.push(...items);
    if (lines.length > MOST_ROWS) throw new Refusal('list-too-long', { most: MOST_ROWS });
    next = following;
  } while (next !== null);
  const name = row.path.split('/').findLast((part) => /^[a-z-]+$/.test(part)) ?? 'list';
  return writeTable({ name, form, rows: tableOf(columnsOf(row), lines) });
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
    const inner = lines.flatMap((line) => {
      const value = line[column];
      return isPlain(value) ? Object.keys(value) : [];
    });
    return inner.length === 0 ? [column] : [...new Set(inner)].map((key) => `${column}.${key}`);
  });
  return [heads, ...lines.map((line) => heads.map((head) => cellOf(valueAt(line, head))))];
}

function valueAt(line: Line, head: string): unknown {
  const [column = '', key] = head.split('.', 2);
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
