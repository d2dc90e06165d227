import { createBrowserRouter, type RouteObject } from 'react-router';
import { PageCrash } from './page-crash.tsx';
import { BareFrame, Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { ScreenGuard } from './screen-guard.tsx';
import { type Screen, screens } from './screens.ts';

/** The routes of the table: screens within the frame, bare ones without it. */
export function makeRouter(): ReturnType<typeof createBrowserRouter> {
  const framed = screens.filter((one) => one.isBare !== true && one.within === undefined);
  const bare = screens.filter((one) => one.isBare === true);
  return createBrowserRouter([
    {
      element: <Frame />,
      errorElement: <PageCrash />,
      children: [...framed.map(routeOf), { path: '*', element: <NotFound /> }],
    },
    { element: <BareFrame />, errorElement: <PageCrash />, children: bare.map(routeOf) },
  ]);
}

function routeOf(screen: Screen): RouteObject {
  const inner = screens.filter(({ within }) => within === screen.path);
  return {
    path: screen.path,
    element: <ScreenGuard screen={screen} />,
    errorElement: <PageCrash />,
    children: inner.map(routeOf),
  };
}
