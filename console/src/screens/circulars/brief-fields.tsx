import { Input, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { DayField } from '../../parts/day-field.tsx';

interface Labelled {
  label: string;
  hint?: string;
}

/** A line of text; empty: left out of the circular. */
export function TextField({
  label,
  hint,
  value,
  change,
}: Labelled & {
  value: string | undefined;
  change(value: string | undefined): void;
}): ReactNode {
  return (
    <label className="brief-field">
      <span>{label}</span>
      <Input.TextArea
        rows={1}
        value={value ?? ''}
        {...(hint !== undefined && { placeholder: hint })}
        onChange={({ target }) => change(target.value === '' ? undefined : target.value)}
      />
    </label>
  );
}

export function CountField({
  label,
  value,
  change,
}: Labelled & {
  value: number | undefined;
  change(value: number | undefined): void;
}): ReactNode {
  return (
    <label className="brief-field">
      <span>{label}</span>
      <InputNumber
        min={0}
        value={value ?? null}
        aria-label={label}
        onChange={(typed) => change(typed ?? undefined)}
      />
    </label>
  );
}

export function BriefDay({
  label,
  value,
  change,
}: Labelled & {
  value: string | undefined;
  change(value: string | undefined): void;
}): ReactNode {
  return (
    <label className="brief-field">
      <span>{label}</span>
      <DayField value={value} onChange={change} />
    </label>
  );
}

/** A list, one a line. What is being typed stays as typed; empty lines are left out. */
export function LinesField<T>({
  label,
  value,
  write,
  read,
  change,
}: Labelled & {
  value: readonly T[] | undefined;
  write(item: T): string;
  read(line: string): T;
  change(value: T[] | undefined): void;
}): ReactNode {
  const [text, setText] = useState(() => (value ?? []).map(write).join('\n'));
  return (
    <label className="brief-field">
      <span>{label}</span>
      <Input.TextArea
        rows={3}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const lines = target.value.split('\n').filter((line) => line.trim() !== '');
          change(lines.length === 0 ? undefined : lines.map((line) => read(line.trim())));
        }}
      />
    </label>
  );
}

export const plainLine = { write: (line: string) => line, read: (line: string) => line };
