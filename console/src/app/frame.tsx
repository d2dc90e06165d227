import { type ReactNode, useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useSession } from '../session/session.tsx';
import { CodePrompt } from '../session/code-prompt.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { shellWords } from '../words/shell.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { TourDoor } from './tour-door.tsx';

/** Rail on the left (below on a phone), bar on top, the screen between them. */
export function Frame(): ReactNode {
  const words = useWords(commonWords);
  const shell = useWords(shellWords);
  const { me } = useSession();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const first = useRef(true);
  // Who listens to the page is told of the new screen, as who looks at it sees it.
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {words.skipToContent}
      </a>
      <Rail />
      <div className="frame-body">
        <TopBar />
        <main id="content" ref={main} tabIndex={-1}>
          {me.posts.length === 0 ? <EmptyState title={shell.noPosts} /> : <Outlet />}
        </main>
      </div>
      <CodePrompt />
      <TourDoor />
      <ScrollRestoration />
    </div>
  );
}

/** For pages that are printed or sent. */
export function BareFrame(): ReactNode {
  return (
    <main id="content" className="bare">
      <Outlet />
    </main>
  );
}
