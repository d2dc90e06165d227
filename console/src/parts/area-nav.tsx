import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useRegionQuery } from '../app/use-region.ts';

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
  const list = useRef<HTMLUListElement>(null);
  // On a phone the row is longer than the screen: the page one is on is to be seen in it.
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current="page"]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
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
