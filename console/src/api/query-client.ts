import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './problem.ts';

/** What was read stays good so long before it is asked again in the background. */
const FRESH_MS = 15_000;

/** One for the page: refusals are not tried again, lost lines are, twice. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < 2 && isPassing(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}
