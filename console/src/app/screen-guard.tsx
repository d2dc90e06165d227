import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useSession } from '../session/session.tsx';
import { NoPermission } from '../parts/no-permission.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { titleWords } from '../words/shell.ts';
import type { Screen } from './screens.ts';

const loaded = new Map<string, ComponentType>();

function lazily({ path, load }: Screen): ComponentType {
  const known = loaded.get(path);
  if (known) return known;
  const made = lazy(load);
  loaded.set(path, made);
  return made;
}

/** Loads a screen when it is opened, for whom it is there; names the window after it. */
export function ScreenGuard({ screen }: { screen: Screen }): ReactNode {
  const { may } = useSession();
  const title = useWords(titleWords)[screen.title];
  const { xunwang } = useWords(commonWords);
  const isOpen = screen.needs === 'signed-in' || screen.needs.some(may);
  useEffect(() => {
    document.title = `${title} · ${xunwang}`;
  }, [title, xunwang]);
  if (!isOpen) return <NoPermission title={title} />;
  const Content = lazily(screen);
  return (
    <Suspense fallback={<Skeleton lines={10} />}>
      <Content />
    </Suspense>
  );
}
