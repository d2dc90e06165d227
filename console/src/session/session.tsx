import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useState,
} from 'react';
import type { Actor, Role } from '#domain/person.ts';
import { mayAnywhere, type RightName, rights } from '#domain/rights.ts';
import { type Answer, ask, keepCsrf } from '../api/ask.ts';
import { Problem } from '../api/problem.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { FirstLoad } from '../parts/first-load.tsx';

export type Me = Answer<'GET /me'>;

interface Session {
  me: Me;
  /** Whether a right is held anywhere: for what is shown. The service asks again at the place. */
  may(right: RightName): boolean;
  has(...roles: readonly Role[]): boolean;
  /** An office looks at a region, a unit at itself. */
  isUnit: boolean;
  signOut(): Promise<void>;
  /** Who is signed in, asked again: after a second factor was set up. */
  refresh(): Promise<void>;
}

// Who is signed in needs neither form.
const SignInPage = lazy(() => import('./sign-in-page.tsx'));
const SignInAgain = lazy(() => import('./sign-in-again.tsx'));

const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Only below `SessionGate`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands below SessionGate');
  return session;
}

type State =
  | { kind: 'asking' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'out'; hasProvider: boolean }
  | { kind: 'in'; me: Me; hasProvider: boolean; isEnded: boolean };

async function askSession(): Promise<State> {
  try {
    const session = await ask('GET /session');
    keepCsrf(session.csrf);
    const { hasProvider } = session;
    if (session.personId === null) return { kind: 'out', hasProvider };
    return { kind: 'in', me: await ask('GET /me'), hasProvider, isEnded: false };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** Lets in who is signed in; shows the way in to everybody else, at whatever address they came. */
export function SessionGate({ children }: { children: ReactNode }): ReactNode {
  const [state, setState] = useState<State>({ kind: 'asking' });
  const client = useQueryClient();
  const refresh = useCallback(async () => {
    setState(await askSession());
  }, []);
  useEffect(() => void refresh(), [refresh]);
  useEndOfSession(() =>
    setState((before) => (before.kind === 'in' ? { ...before, isEnded: true } : before)),
  );
  const enter = async () => {
    await refresh();
    await client.invalidateQueries();
  };
  if (state.kind === 'asking') return <FirstLoad />;
  if (state.kind === 'failed') return <ErrorState error={state.error} retry={refresh} isPage />;
  if (state.kind === 'out') {
    return (
      <Suspense fallback={<FirstLoad />}>
        <SignInPage hasProvider={state.hasProvider} enter={enter} />
      </Suspense>
    );
  }
  const signOut = async () => {
    await ask('POST /sign-out').catch(() => undefined);
    client.clear();
    await refresh();
  };
  return (
    <SessionContext value={{ ...sessionOf(state.me), signOut, refresh }}>
      {children}
      <Suspense fallback={null}>
        {state.isEnded && <SignInAgain login={state.me.login} enter={enter} />}
      </Suspense>
    </SessionContext>
  );
}

/** Tells when an answer said that nobody is signed in any more. */
function useEndOfSession(tell: () => void): void {
  const client = useQueryClient();
  useEffect(() => {
    const check = (error: unknown) => {
      if (error instanceof Problem && error.code === 'sign-in-needed') tell();
    };
    // Only as it happens: what failed before one signed in again is still known afterwards.
    const reads = client.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') check(event.action.error);
    });
    const acts = client.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') check(event.action.error);
    });
    return () => {
      reads();
      acts();
    };
  });
}

function sessionOf(me: Me): Pick<Session, 'me' | 'may' | 'has' | 'isUnit'> {
  const posts = me.posts.map(({ role, unitId }) => ({
    role,
    // Where exactly is the service's to know: here only of which kind the post is.
    place: { region: '/', unit: unitId === null ? null : '/' },
  }));
  const actor: Actor = { kind: 'person', id: me.id, name: me.name, posts, secondFactorAt: null };
  const roles = new Set(me.posts.map(({ role }) => role));
  return {
    me,
    may: (right) => right in rights && mayAnywhere(actor, right),
    has: (...wanted) => wanted.some((role) => roles.has(role)),
    isUnit: me.posts.length > 0 && me.posts.every(({ unitId }) => unitId !== null),
  };
}
