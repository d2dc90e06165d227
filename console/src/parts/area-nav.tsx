import { type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useRegionQuery } from '../app/use-region.ts';
import { useCurrentInView } from './use-current-in-view.ts';

/** Screens of one entry of the rail, side by side under its head. */
export function AreaNav({
  label,
  all,
}: {
  label: string;
  all: readonly { to: string; label: string }[];
}): ReactNode {
  const { pathname } = useLocation();
  const search = useRegionQuery();
  const isHere = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  const now = all.filter(({ to }) => isHere(to)).toSorted((a, b) => b.to.length - a.to.length)[0];
  const list = useCurrentInView(pathname);
  return (
    <nav className="sections" aria-label={label}>
      <ul ref={list}>
        {all.map(({ to, label: name }) => (
          <li key={to}>
            <Link
              to={`${to}${search}`}
              {...(to === now?.to && { 'aria-current': 'page' as const })}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
