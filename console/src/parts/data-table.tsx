import { Button, Checkbox, Dropdown } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { addressOf, type Query } from '../api/ask.ts';
import type { Paths } from '../api/paths.ts';
import { type Item, type ListRoute, useAsk } from '../api/use-ask.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { countWords } from '../words/figures.ts';
import { EmptyState } from './empty-state.tsx';
import { ErrorState } from './error-state.tsx';
import { Icon } from './icon.tsx';
import { Skeleton } from './skeleton.tsx';
import { useIsPhone } from './use-media.ts';

/** A column of a table; the same fact stands in the card of a phone. */
export interface Column<T> {
  key: string;
  title: string;
  render(item: T): ReactNode;
  /** In pixels; columns without one share what is left. */
  width?: number;
  align?: 'end';
  /** On a phone: the card's title, a line of it (as when left out), or not there. */
  card?: 'title' | 'line' | 'hide';
}

/** Rows that are chosen for an act on all of them. */
export interface Selection<T> {
  keys: ReadonlySet<number>;
  change(keys: ReadonlySet<number>): void;
  nameOf(item: T): string;
}

interface Props<R extends ListRoute> {
  route: R;
  /** Says what the table is, to who cannot see it. */
  label: string;
  params?: Paths[R]['params'];
  /** The whole question but for the page: fixed parts and what the filters say. */
  query?: Query<R>;
  columns: readonly Column<Item<R>>[];
  rowKey(item: Item<R>): number;
  /** What an empty list says: why, and what fills it. */
  empty: { title: string; hint?: string };
  /** Filters are set: then an empty list says so. */
  isFiltered?: boolean;
  selection?: Selection<Item<R>>;
  /** Marks a row, as the one whose details are open. */
  isCurrent?(item: Item<R>): boolean;
  perPage?: number;
  everyMs?: number;
}

const PER_PAGE = 50;

/**
 * A list of the service: a page at a time, its place in the address, exported as it is filtered.
 * On a phone each row is a card of the same facts.
 */
export function DataTable<R extends ListRoute>(props: Props<R>): ReactNode {
  const { route, params, query, empty, isFiltered, perPage = PER_PAGE, everyMs } = props;
  const words = useWords(commonWords);
  const isPhone = useIsPhone();
  const page = usePage();
  const after = page.after === null ? {} : { after: page.after };
  const asked = { ...query, ...after, limit: perPage } as Query<R>;
  const { data, error, refetch, isPlaceholderData } = useAsk(route, {
    ...(params !== undefined && { params }),
    query: asked,
    ...(everyMs !== undefined && { everyMs }),
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={10} height={24} />;
  const { items, next } = data as { items: Item<R>[]; next: number | null };
  if (items.length === 0) {
    return isFiltered ? (
      <EmptyState title={words.noMatch} hint={words.noMatchHint} />
    ) : (
      <EmptyState {...empty} />
    );
  }
  const Rows = isPhone ? Cards : Table;
  return (
    <div className="data-table" aria-busy={isPlaceholderData}>
      <Rows {...props} items={items} />
      <div className="data-foot">
        <ExportButton {...props} />
        <Pager page={page} next={next} shown={items.length} perPage={perPage} />
      </div>
    </div>
  );
}

type RowsProps<R extends ListRoute> = Props<R> & { items: Item<R>[] };

function Table<R extends ListRoute>(props: RowsProps<R>): ReactNode {
  const { columns, items, rowKey, label, selection, isCurrent } = props;
  return (
    // A table may be wider than its place: then it scrolls by itself, by keys too.
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {selection && (
              <th className="cell-check">
                <CheckAll selection={selection} keys={items.map(rowKey)} />
              </th>
            )}
            {columns.map(({ key, title, width, align }) => (
              <th key={key} scope="col" data-align={align} style={width ? { width } : {}}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={rowKey(item)} data-current={isCurrent?.(item) ?? false}>
              {selection && (
                <td className="cell-check">
                  <CheckRow selection={selection} item={item} rowKey={rowKey(item)} />
                </td>
              )}
              {columns.map(({ key, render, align }) => (
                <td key={key} data-align={align}>
                  {render(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards<R extends ListRoute>(props: RowsProps<R>): ReactNode {
  const { columns, items, rowKey, label, selection, isCurrent } = props;
  const title = columns.find(({ card }) => card === 'title') ?? columns[0];
  const lines = columns.filter((one) => one !== title && one.card !== 'hide');
  return (
    <ul className="cards" aria-label={label}>
      {items.map((item) => (
        <li key={rowKey(item)} className="card" data-current={isCurrent?.(item) ?? false}>
          <div className="card-title">
            {selection && <CheckRow selection={selection} item={item} rowKey={rowKey(item)} />}
            {title?.render(item)}
          </div>
          <dl>
            {lines.map(({ key, title: name, render }) => (
              <div key={key}>
                <dt>{name}</dt>
                <dd>{render(item)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function CheckAll<T>({ selection, keys }: { selection: Selection<T>; keys: number[] }) {
  const words = useWords(commonWords);
  const chosen = keys.filter((key) => selection.keys.has(key)).length;
  return (
    <Checkbox
      aria-label={words.selectAll}
      checked={chosen > 0 && chosen === keys.length}
      indeterminate={chosen > 0 && chosen < keys.length}
      onChange={({ target }) => selection.change(new Set(target.checked ? keys : []))}
    />
  );
}

function CheckRow<T>({
  selection,
  item,
  rowKey,
}: {
  selection: Selection<T>;
  item: T;
  rowKey: number;
}): ReactNode {
  const words = useWords(commonWords);
  return (
    <Checkbox
      aria-label={words.selectRow(selection.nameOf(item))}
      checked={selection.keys.has(rowKey)}
      onChange={({ target }) => {
        const keys = new Set(selection.keys);
        if (target.checked) keys.add(rowKey);
        else keys.delete(rowKey);
        selection.change(keys);
      }}
    />
  );
}

/** Lists go forward by a cursor; the way back is remembered. */
function usePage() {
  const [search, setSearch] = useSearchParams();
  const cursors = useRef<(number | null)[]>([]);
  const number = Math.max(1, Number(search.get('page')) || 1);
  const after = number > 1 ? Number(search.get('after')) || null : null;
  const go = (page: number, cursor: number | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete('after');
      next.delete('page');
      if (cursor !== null) next.set('after', String(cursor));
      if (page > 1) next.set('page', String(page));
      return next;
    });
  return {
    number,
    after,
    forward(cursor: number) {
      cursors.current[number] = after;
      go(number + 1, cursor);
    },
    /** Who came by a sent address knows no way back but to the beginning. */
    back() {
      const cursor = cursors.current[number - 1];
      if (cursor === undefined || number === 2) go(1, null);
      else go(number - 1, cursor);
    },
  };
}

function Pager({
  page,
  next,
  shown,
  perPage,
}: {
  page: ReturnType<typeof usePage>;
  next: number | null;
  shown: number;
  perPage: number;
}): ReactNode {
  const words = useWords(commonWords);
  const first = (page.number - 1) * perPage + 1;
  if (page.number === 1 && next === null) {
    return <span className="quiet">{words.pageRange('1', countWords(shown))}</span>;
  }
  return (
    <nav className="pager" aria-label={words.nextPage}>
      <span className="quiet">
        {words.pageRange(countWords(first), countWords(first + shown - 1))}
      </span>
      <Button
        disabled={page.number === 1}
        onClick={page.back}
        icon={<Icon name="left" size={16} />}
      >
        {words.previousPage}
      </Button>
      <Button disabled={next === null} onClick={() => next !== null && page.forward(next)}>
        {words.nextPage}
        <Icon name="right" size={16} />
      </Button>
    </nav>
  );
}

/** The whole list as a file, filtered as it is shown. */
function ExportButton<R extends ListRoute>({ route, params, query }: Props<R>): ReactNode {
  const words = useWords(commonWords);
  const linkTo = (format: 'csv' | 'xlsx') =>
    addressOf(route, {
      ...(params !== undefined && { params }),
      query: { ...query, format } as Query<R>,
    });
  const items = [
    { key: 'xlsx', label: <a href={linkTo('xlsx')}>{words.exportXlsx}</a> },
    { key: 'csv', label: <a href={linkTo('csv')}>{words.exportCsv}</a> },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button icon={<Icon name="download" size={16} />}>{words.exportAs}</Button>
    </Dropdown>
  );
}
