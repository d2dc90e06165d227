import { type Item, useAsk, useAskAll } from '../../api/use-ask.ts';
import { useIsPhone } from '../../parts/use-media.ts';
import { useFilters } from '../../parts/use-filters.ts';
import type { Query } from '../../api/ask.ts';

export type Explanation = Item<'GET /explanations'>;
export type Appeal = Item<'GET /appeals'>;

/** Which claims are looked at: of which round, in which state, and which one is open. */
export function useClaims(kind: 'explanations' | 'appeals') {
  const isPhone = useIsPhone();
  const { values, change } = useFilters(['campaign', 'state', 'claim', 'tab']);
  const route = kind === 'explanations' ? 'GET /explanations' : 'GET /appeals';
  const query = { campaign: values.campaign, state: values.state, limit: 100 } as unknown;
  const list = useAskAll(route, { query: query as Query<typeof route> });
  const pages = (list.data?.pages ?? []) as { items: (Explanation | Appeal)[] }[];
  const items = pages.flatMap((page) => page.items);
  const wanted = Number(values.claim) || null;
  return {
    list,
    items,
    state: values.state,
    campaign: values.campaign,
    // The first is open from the beginning; a phone begins with the list.
    current: items.find(({ id }) => id === wanted) ?? (isPhone ? null : (items[0] ?? null)),
    change,
  };
}

/** The rounds that a list of claims can be narrowed to. */
export function useRoundNames() {
  const rounds = useAsk('GET /rounds', { query: { limit: 50 } });
  return (rounds.data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
}
