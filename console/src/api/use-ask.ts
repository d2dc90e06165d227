import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { type Answer, ask, type Asked, newKey, type Query, type Route } from './ask.ts';
import type { Paths } from './paths.ts';
import { withSecondFactor } from './second-factor.ts';

type Reading = Extract<Route, `GET ${string}`>;
type Writing = Exclude<Route, Reading>;

interface Given<R extends Route> {
  params?: Paths[R]['params'];
  query?: Query<R>;
  /** False: not asked yet. */
  when?: boolean;
  /** Asked again so often, for what changes while it is looked at. */
  everyMs?: number | false;
}

/**
 * What the service knows, kept by route and question. The answer before stays while another is
 * fetched, so that nothing jumps.
 */
export function useAsk<R extends Reading>(
  route: R,
  { params, query, when = true, everyMs = false }: Given<R> = {},
): UseQueryResult<Answer<R>, Error> {
  return useQuery({
    queryKey: keyOf(route, { params, query }),
    queryFn: ({ signal }) => call(route, { params, query, signal }),
    enabled: when,
    refetchInterval: everyMs,
    placeholderData: keepPreviousData,
  });
}

type ListRoute = {
  [R in Reading]: Paths[R]['answer'] extends { items: unknown[]; next: number | null } ? R : never;
}[Reading];
export type Item<R extends ListRoute> = Answer<R> extends { items: (infer T)[] } ? T : never;
export type { ListRoute };

/** A whole list, page after page, as more of it is asked for. */
export function useAskAll<R extends ListRoute>(
  route: R,
  { params, query, when = true }: Given<R> = {},
): UseInfiniteQueryResult<InfiniteData<Answer<R>>, Error> {
  return useInfiniteQuery({
    queryKey: keyOf(route, { params, query, all: true }),
    queryFn: ({ signal, pageParam }) => {
      const after = pageParam === null ? {} : { after: pageParam };
      return call(route, { params, query: { ...query, ...after } as Query<R>, signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page as { next: number | null }).next,
    enabled: when,
    placeholderData: keepPreviousData,
  });
}

/**
 * An act. Each has a key of its own, kept until it succeeds: pressed twice or sent again after a
 * lost line, it is done once. What the service then knows otherwise is asked again.
 */
export function useAct<R extends Writing>(
  route: R,
  changes: readonly Reading[] | 'everything' = 'everything',
): UseMutationResult<Answer<R>, Error, Asked<R>> {
  const client = useQueryClient();
  const key = useRef<{ asked: string; key: string } | null>(null);
  return useMutation({
    mutationFn: async (asked: Asked<R>) => {
      const text = JSON.stringify([asked.params, asked.query, asked.body]);
      if (key.current?.asked !== text) key.current = { asked: text, key: newKey() };
      const { key: once } = key.current;
      const answer = await withSecondFactor(() => call(route, { ...asked, key: once }));
      key.current = null;
      return answer;
    },
    onSuccess: () => renew(client, changes),
  });
}

/** Has the named routes asked again, whatever they were asked. */
export async function renew(
  client: QueryClient,
  changes: readonly Reading[] | 'everything',
): Promise<void> {
  if (changes === 'everything') return await client.invalidateQueries();
  await Promise.all(changes.map((route) => client.invalidateQueries({ queryKey: [route] })));
}

function keyOf(route: Route, asked: object): readonly unknown[] {
  return [route, asked];
}

async function call<R extends Route>(route: R, asked: object): Promise<Answer<R>> {
  const untyped = ask as unknown as (route: R, asked: object) => Promise<Answer<R>>;
  return await untyped(route, asked);
}
