import type { ReactNode } from 'react';

/**
 * A choice of a few, by the browser's own list: small, at home on a phone, found by typing. Where
 * one searches or picks several, antd's `Select` is right.
 */
export function Choice({
  label,
  value,
  options,
  change,
  className = '',
}: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  change(value: string): void;
  className?: string;
}): ReactNode {
  return (
    <select
      className={`choice ${className}`}
      aria-label={label}
      value={value}
      onChange={(event) => change(event.target.value)}
    >
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
