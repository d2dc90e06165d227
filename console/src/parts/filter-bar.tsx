import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { Choice } from './choice.tsx';
import { Icon } from './icon.tsx';
import { SavedViews } from './saved-views.tsx';
import { useFilters } from './use-filters.ts';

/** One filter of a list, kept in the address under its name. */
export type Filter =
  | { name: string; label: string; kind: 'text' }
  | { name: string; label: string; kind: 'choice'; options: { value: string; label: string }[] };

/** Typing is over when nothing was typed for so long. */
const TYPED_MS = 350;

/** The filters of a list in one line; what is chosen stands in the address. */
export function FilterBar({
  filters,
  viewsOf,
  children,
}: {
  filters: readonly Filter[];
  /** Name of the list, under which views of it are saved. */
  viewsOf: string;
  children?: ReactNode;
}): ReactNode {
  const words = useWords(commonWords);
  const { values, change, clear, isFiltered } = useFilters(filters.map(({ name }) => name));
  return (
    <div className="filter-bar" role="search" aria-label={words.filter}>
      {filters.map((filter) =>
        filter.kind === 'text' ? (
          <TextFilter
            key={filter.name}
            label={filter.label}
            value={values[filter.name] ?? ''}
            change={(value) => change({ [filter.name]: value })}
          />
        ) : (
          <Choice
            key={filter.name}
            className="filter-choice"
            label={filter.label}
            value={values[filter.name] ?? ''}
            options={[{ value: '', label: filter.label }, ...filter.options]}
            change={(value) => change({ [filter.name]: value === '' ? undefined : value })}
          />
        ),
      )}
      {isFiltered && (
        <Button type="text" onClick={clear}>
          {words.clearFilters}
        </Button>
      )}
      <div className="filter-acts">
        <SavedViews of={viewsOf} />
        {children}
      </div>
    </div>
  );
}

function TextFilter({
  label,
  value,
  change,
}: {
  label: string;
  value: string;
  change(value: string): void;
}): ReactNode {
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  // The address changed otherwise: by going back, by clearing.
  useEffect(() => {
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  const send = (text: string) => {
    sent.current = text.trim();
    change(text.trim());
  };
  return (
    <Input
      className="filter-text"
      allowClear
      aria-label={label}
      placeholder={label}
      prefix={<Icon name="search" size={15} />}
      value={typed}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => send(text), TYPED_MS);
      }}
      onPressEnter={() => {
        clearTimeout(timer.current);
        send(typed);
      }}
    />
  );
}
