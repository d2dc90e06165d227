import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCurrentInView } from './use-current-in-view.ts';

/** A part of a screen that is looked at alone. */
export interface Section {
  key: string;
  label: string;
  render(): ReactNode;
}

/**
 * Parts of a screen, one shown at a time; which one stands in the address as `tab`. Links, not
 * tabs of ARIA: each is a page of its own to go back to, and on a phone the row scrolls.
 */
export function Sections({ label, all }: { label: string; all: readonly Section[] }): ReactNode {
  const [search] = useSearchParams();
  const now = all.find(({ key }) => key === search.get('tab')) ?? all[0];
  const list = useCurrentInView(now?.key);
  return (
    <>
      <nav className="sections" aria-label={label}>
        <ul ref={list}>
          {all.map(({ key, label: name }) => (
            <li key={key}>
              <Link
                to={key === all[0]?.key ? '?' : `?tab=${key}`}
                {...(key === now?.key && { 'aria-current': 'page' as const })}
                preventScrollReset
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {now?.render()}
    </>
  );
}
