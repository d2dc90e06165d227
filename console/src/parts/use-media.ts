import { useSyncExternalStore } from 'react';

/** Below this width tables are cards and the rail is a bar. */
const PHONE = '(max-width: 767.98px)';

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

export function useIsPhone(): boolean {
  return useMedia(PHONE);
}
