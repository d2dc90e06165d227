import { useSearchParams } from 'react-router';

/** Filters that stand in the address: a view can be sent, kept and gone back to. */
export function useFilters<N extends string>(names: readonly N[]) {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(
    names.map((name) => [name, search.get(name) ?? undefined]),
  ) as Record<N, string | undefined>;
  const change = (changed: Partial<Record<N, string | undefined>>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        // Another question begins at its first page.
        next.delete('after');
        next.delete('page');
        for (const [name, value] of Object.entries(changed) as [string, string | undefined][]) {
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const isFiltered = names.some((name) => values[name] !== undefined);
  const clear = () =>
    change(
      Object.fromEntries(names.map((name) => [name, undefined])) as Partial<Record<N, undefined>>,
    );
  return { values, change, clear, isFiltered };
}
