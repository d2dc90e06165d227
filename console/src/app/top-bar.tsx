import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAsk } from '../api/use-ask.ts';
import { useSession } from '../session/session.tsx';
import { Choice } from '../parts/choice.tsx';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/state-tag.tsx';
import { useIsPhone } from '../parts/use-media.ts';
import { useWords } from '../words/dictionary.ts';
import { shellWords } from '../words/shell.ts';
import { useDates } from '../words/use-figures.ts';
import { NoticeBell } from './notice-bell.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useRegion } from './use-region.ts';

/** Stands for every region that the reader sees. */
const ALL = 'all';

const SearchBox = lazy(() => import('./search-box.tsx'));

export function TopBar(): ReactNode {
  return (
    <header className="top-bar">
      <RegionSwitch />
      <DemoMark />
      <SearchButton />
      <NoticeBell />
      <PersonMenu />
    </header>
  );
}

/** Where the service lives by a clock of its own, with made-up data: said on every screen. */
function DemoMark(): ReactNode {
  const words = useWords(shellWords);
  const dates = useDates();
  const { data } = useAsk('GET /clock');
  if (!data?.isDemo) return null;
  return (
    <span className="demo-mark">
      <Tag tone="amber">{words.demo(dates.day(data.now))}</Tag>
    </span>
  );
}

/** Regions of whoever has several; one region is only named. */
function RegionSwitch(): ReactNode {
  const words = useWords(shellWords);
  const { may, me, isUnit } = useSession();
  const [, setSearch] = useSearchParams();
  const region = useRegion();
  const canRead = may('register.read') && !isUnit;
  const { data } = useAsk('GET /regions', { query: { limit: 200 }, when: canRead });
  const regions = data?.items ?? [];
  if (regions.length < 2) {
    const name = isUnit ? me.posts[0]?.unit : (regions[0]?.name ?? me.posts[0]?.region);
    return <span className="region-name">{name}</span>;
  }
  const options = regions.map(({ id, name, parentId }) => {
    const isBelow = regions.some((one) => one.id === parentId);
    return { value: String(id), label: isBelow ? `　${name}` : name };
  });
  const choose = (value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete('after');
      next.delete('page');
      if (value === ALL) next.delete('region');
      else next.set('region', value);
      return next;
    });
  return (
    <Choice
      className="region-switch"
      label={words.region}
      value={region === null ? ALL : String(region)}
      change={choose}
      options={[{ value: ALL, label: words.wholeRegion }, ...options]}
    />
  );
}

/** Opened by `/` and Ctrl-K from wherever one is not typing; its code comes with it. */
function SearchButton(): ReactNode {
  const words = useWords(shellWords);
  const isPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && isField(event.target);
      const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey;
      const isControlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!isSlash && !isControlK) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button
        className="search-button"
        aria-label={words.searchHint}
        title={words.searchKeys}
        icon={<Icon name="search" />}
        onClick={() => setOpen(true)}
      >
        {isPhone ? null : (
          <>
            <span className="search-hint">{words.searchHint}</span>
            <kbd>/</kbd>
          </>
        )}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchBox close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function isField(element: HTMLElement): boolean {
  return element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
}
