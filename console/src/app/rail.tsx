import { Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useSession } from '../session/session.tsx';
import { Icon } from '../parts/icon.tsx';
import { Mark } from '../parts/mark.tsx';
import { useIsPhone } from '../parts/use-media.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { railWords, shellWords } from '../words/shell.ts';
import { type RailEntry, type Screen, screens } from './screens.ts';
import { useRegionQuery } from './use-region.ts';

/** The bar of a phone holds so many; the others stand behind the last. */
const PHONE_ENTRIES = 4;

type Entry = RailEntry & { path: string };

/** The entries of whoever is signed in, in their order. */
function useEntries(): Entry[] {
  const { has, may } = useSession();
  const isOpen = ({ needs }: Screen) => needs === 'signed-in' || needs.some(may);
  return screens
    .filter(isOpen)
    .flatMap(({ path, rail = [] }) => {
      const entry = rail.find((one) => has(...one.for));
      return entry ? [{ ...entry, path }] : [];
    })
    .toSorted((a, b) => a.order - b.order);
}

export function Rail(): ReactNode {
  const words = useWords(shellWords);
  const { xunwang } = useWords(commonWords);
  const entries = useEntries();
  const isPhone = useIsPhone();
  const shown =
    isPhone && entries.length > PHONE_ENTRIES + 1 ? entries.slice(0, PHONE_ENTRIES) : entries;
  const rest = entries.slice(shown.length);
  return (
    <nav className="rail" aria-label={words.rail}>
      {!isPhone && (
        <Link to="/" className="rail-mark">
          <Mark size={28} />
          <span>{xunwang}</span>
        </Link>
      )}
      <ul>
        {shown.map((entry) => (
          <li key={entry.path}>
            <RailLink entry={entry} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <RailRest entries={rest} />
          </li>
        )}
      </ul>
    </nav>
  );
}

function RailLink({ entry, onClick }: { entry: Entry; onClick?: () => void }): ReactNode {
  const words = useWords(railWords);
  const search = useRegionQuery();
  const { pathname } = useLocation();
  const isHere =
    isWithin(pathname, entry.path) || (entry.also ?? []).some((one) => isWithin(pathname, one));
  return (
    <Link
      to={{ pathname: entry.path, search }}
      className="rail-link"
      {...(isHere && { 'aria-current': 'page' as const })}
      {...(onClick && { onClick })}
    >
      <Icon name={entry.icon} size={20} />
      <span>{words[entry.word]}</span>
    </Link>
  );
}

function isWithin(pathname: string, path: string): boolean {
  return pathname === path || (path !== '/' && pathname.startsWith(`${path}/`));
}

function RailRest({ entries }: { entries: readonly Entry[] }): ReactNode {
  const words = useWords(shellWords);
  const [isOpen, setOpen] = useState(false);
  const list = (
    <ul className="rail-rest">
      {entries.map((entry) => (
        <li key={entry.path}>
          <RailLink entry={entry} onClick={() => setOpen(false)} />
        </li>
      ))}
    </ul>
  );
  return (
    <Popover content={list} trigger="click" open={isOpen} onOpenChange={setOpen} placement="top">
      <button type="button" className="rail-link" aria-expanded={isOpen}>
        <Icon name="more" size={20} />
        <span>{words.moreEntries}</span>
      </button>
    </Popover>
  );
}
