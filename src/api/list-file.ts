import { z } from '@hono/zod-openapi';
import { Refusal } from '#base/refusal.ts';
import type { Desk } from '#office/desk.ts';
import type { GrowingFile } from '#office/growing-file.ts';
import type { WholeList } from '#office/in-pages.ts';
import { keepFile } from '#office/keep-file.ts';
import { type Cell, pagesOf, type Rows, type Table, writeTable } from '#office/write-table.ts';
import type { Given, Route } from './route.ts';
import { place } from './shapes.ts';

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
): Promise<GrowingFile> {
  const { params = null, query = null } = asked;
  const key = { path: row.path, params, query, form };
  // What a list shows follows from its entrance: the right that its question asks for.
  const { entrance } = row;
  const isByRight = entrance !== 'public' && entrance !== 'signed-in';
  const right = isByRight ? entrance : null;
  const restsOn = isByRight ? (row.restsOn ?? null) : null;
  const tellsTime = row.tellsTime === true;
  return await keepFile(desk, { key, right, restsOn, tellsTime }, async (joint) => {
    const name = row.path.split('/').findLast((part) => /^[a-z-]+$/.test(part)) ?? 'list';
    return writeTable({ name, form, ...(await tableOf(row, joint, asked)) });
  });
}

/**
 * Its lines are read while it is written, where the schema tells the columns; else the columns
 * follow from the lines. One that is not counted is given when all of it is there. Refuses
 * `list-too-long`.
 */
async function tableOf(row: Route, desk: Desk, asked: Given): Promise<Lines> {
  const columns = columnsOf(row);
  const heads = headsOf(columns);
  if (row.whole && heads !== null) {
    const { count, pages } = await row.whole(desk, asked, MOST_ROWS + 1);
    requireFew(count);
    return { head: heads, pages: shown(heads, pages as WholeList<Line>['pages']) };
  }
  const pages = linePages(row, desk, asked);
  if (heads === null) {
    const lines: Line[] = [];
    for await (const page of few(pages)) for (const line of page) lines.push(line);
    const head = headsIn(columns, lines);
    return { head, pages: pagesOf(lines, cellsBy(head)) };
  }
  if (!row.count) return { head: heads, pages: shown(heads, few(pages)), isGivenWhole: true };
  const { value: first } = await pages.next();
  const isWhole = first === undefined || first.length < PAGE;
  if (!isWhole) requireFew(await row.count(desk, asked, MOST_ROWS + 1));
  return { head: heads, pages: shown(heads, behind(first ?? [], pages)) };
}

type Lines = Pick<Table, 'head' | 'pages' | 'isGivenWhole'>;

/** Breaks off where a list gets too long. */
async function* few(pages: AsyncIterable<Line[]>): AsyncGenerator<Line[]> {
  let lines = 0;
  for await (const page of pages) {
    lines += page.length;
    requireFew(lines);
    yield page;
  }
}

async function* behind<T>(first: T, others: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* others;
}

function requireFew(lines: number): void {
  if (lines > MOST_ROWS) throw new Refusal('list-too-long', { most: MOST_ROWS });
}

async function* shown(
  heads: readonly string[],
  pages: WholeList<Line>['pages'],
): AsyncGenerator<Rows> {
  const cells = cellsBy(heads);
  for await (const lines of pages) yield lines.map(cells);
}

/** The pages of a list, one after another; from the second on, the next is read meanwhile. */
async function* linePages(row: Route, desk: Desk, asked: Given): AsyncGenerator<Line[], undefined> {
  const query = { ...(asked.query as object), limit: PAGE };
  const read = async (after: unknown) => {
    const page = { ...query, ...(typeof after === 'number' && { after }) };
    const answered = (await row.handle(desk, { ...asked, query: page })) as unknown;
    const { items, next = null } = answered as { items: Line[]; next?: number | null };
    return { items, next };
  };
  const { items, next } = await read(null);
  yield items;
  let reading = next === null ? null : read(next);
  while (reading !== null) {
    const page = await reading;
    reading = page.next === null ? null : read(page.next);
    // Whoever stops in the middle does not wait for it.
    reading?.catch(() => undefined);
    yield page.items;
  }
}

/** A column of the list, with what its schema says of it. */
type Column = readonly [name: string, shape: unknown];

/** The columns that the schema of an item names. */
function columnsOf({ answer }: Route): Column[] {
  const items: unknown = (answer as z.ZodObject).shape['items'];
  const item = items instanceof z.ZodArray ? items.element : null;
  const all = item instanceof z.ZodObject ? Object.entries(item.shape) : [];
  return all.filter(([, shape]) => bare(shape) !== place);
}

/**
 * The heads of a table, where the schema knows them: what is an object is spread, `clock.id`,
 * `clock.unit`. Null when something is answered whose inside only the lines tell.
 */
function headsOf(columns: readonly Column[]): string[] | null {
  const heads: string[] = [];
  for (const [column, shape] of columns) {
    const inner = bare(shape);
    if (inner instanceof z.ZodRecord) return null;
    const keys = inner instanceof z.ZodObject ? Object.keys(inner.shape) : null;
    heads.push(...(keys?.map((key) => `${column}.${key}`) ?? [column]));
  }
  return heads;
}

/** A schema without what says that the value may be missing. */
function bare(shape: unknown): unknown {
  const isOpen = shape instanceof z.ZodNullable || shape instanceof z.ZodOptional;
  return isOpen ? bare(shape.unwrap()) : shape;
}

/** The heads by what the lines hold: what is an object in any of them is spread. */
function headsIn(columns: readonly Column[], lines: readonly Line[]): string[] {
  return columns.flatMap(([column]) => {
    const inner = new Set<string>();
    for (const line of lines) {
      const value = line[column];
      if (isPlain(value)) for (const key of Object.keys(value)) inner.add(key);
    }
    return inner.size === 0 ? [column] : [...inner].map((key) => `${column}.${key}`);
  });
}

function cellsBy(heads: readonly string[]): (line: Line) => Cell[] {
  const paths = heads.map((head) => head.split('.', 2));
  return (line) => paths.map((path) => cellOf(valueAt(line, path)));
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
