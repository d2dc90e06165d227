import type { ReactNode } from 'react';
import { useIsPhone } from './use-media.ts';

/** A column of a table whose rows are all there already. */
export interface PlainColumn<T> {
  key: string;
  title: string;
  render(row: T): ReactNode;
  width?: number;
  align?: 'end';
}

/** Rows without pages; on a phone each is a card of the same facts, its first column the title. */
export function PlainTable<T>({
  label,
  rows,
  rowKey,
  columns,
}: {
  /** Says what the table is, to who cannot see it. */
  label: string;
  rows: readonly T[];
  rowKey(row: T): string | number;
  columns: readonly PlainColumn<T>[];
}): ReactNode {
  const isPhone = useIsPhone();
  if (isPhone) return <PlainCards {...{ label, rows, rowKey, columns }} />;
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, width, align }) => (
              <th key={key} scope="col" data-align={align} style={width ? { width } : {}}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, render, align }) => (
                <td key={key} data-align={align}>
                  {render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlainCards<T>({
  label,
  rows,
  rowKey,
  columns: [first, ...rest],
}: Parameters<typeof PlainTable<T>>[0]): ReactNode {
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="card">
          <div className="card-title">{first?.render(row)}</div>
          <dl>
            {rest.map(({ key, title, render }) => (
              <div key={key}>
                <dt>{title}</dt>
                <dd>{render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
