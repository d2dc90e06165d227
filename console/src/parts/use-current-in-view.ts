import { type RefObject, useEffect, useRef } from 'react';

/**
 * For a row of links that may be longer than a phone's screen: the one that is current is moved to
 * where it is seen, whenever `now` changes.
 */
export function useCurrentInView(now: string | undefined): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current="page"]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [now]);
  return list;
}
