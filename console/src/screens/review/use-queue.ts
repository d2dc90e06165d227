import { useEffect, useMemo } from 'react';
import type { Query } from '../../api/ask.ts';
import { type Item, useAsk, useAskAll } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { useIsPhone } from '../../parts/use-media.ts';
import { useFilters } from '../../parts/use-filters.ts';

export type QueueLine = Item<'GET /findings'>;
export const reviewStates = ['open', 'second', 'accepted', 'set-aside', 'merged'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Campaigns whose findings can be reviewed now, or were. */
const REVIEWED = ['reviewing', 'hearing', 'drafted', 'signed', 'published', 'closed'];
const AT_ONCE = 100;

/** Which campaign and queue are looked at, the list, and the finding that is open. */
export function useQueue() {
  const isPhone = useIsPhone();
  const region = useRegion();
  const { values, change } = useFilters(['campaign', 'review', 'kind', 'finding']);
  const rounds = useAsk('GET /rounds', {
    query: { limit: 50, ...(region !== null && { region }) },
  });
  const campaigns = (rounds.data?.items ?? []).filter(({ state }) => REVIEWED.includes(state));
  const campaign =
    campaigns.find(({ id }) => String(id) === values.campaign) ??
    campaigns.find(({ state }) => state === 'reviewing' || state === 'hearing') ??
    campaigns[0] ??
    null;
  const review = reviewStates.find((state) => state === values.review) ?? 'open';
  const query = {
    campaign: campaign?.id,
    review,
    kind: values.kind,
    reviewable: 'yes',
    limit: AT_ONCE,
  } as Query<'GET /findings'>;
  const list = useAskAll('GET /findings', { query, when: campaign !== null });
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const wanted = Number(values.finding) || null;
  const current = items.find(({ id }) => id === wanted) ?? null;
  // The first is open from the beginning, so that J and A work at once; a phone begins with the
  // list.
  // What was listed before stays in sight while another list loads, and is not this list's first.
  const first = list.isPlaceholderData ? null : (items[0]?.id ?? null);
  useEffect(() => {
    const isFree = current === null && first !== null && wanted === null;
    if (isFree && !isPhone) change({ finding: String(first) });
  }, [current, first, wanted, change, isPhone]);
  return {
    campaigns,
    campaign,
    isKnown: rounds.data !== undefined,
    error: rounds.error ?? list.error,
    review,
    kind: values.kind,
    list,
    items,
    /** What the address names, listed or not. */
    currentId: wanted,
    current,
    change,
    show: (id: number | null) => change({ finding: id === null ? undefined : String(id) }),
  };
}

export type Queue = ReturnType<typeof useQueue>;
