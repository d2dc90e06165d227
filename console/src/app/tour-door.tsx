import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { useAsk } from '../api/use-ask.ts';

const KEY = 'xunwang-tour-seen';
const listeners = new Set<() => void>();
let isAsked = false;

const Tour = lazy(() => import('./tour/tour.tsx'));

/** Opens the tour for whoever asks for it, in the demo or not. */
export function askForTour(): void {
  tell(true);
}

function tell(value: boolean): void {
  isAsked = value;
  for (const listener of listeners) listener();
}

/** It was taken, left or refused: it comes again only when asked for. */
function forget(): void {
  localStorage.setItem(KEY, 'yes');
  tell(false);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Offers the tour of the screens on the first visit of the demo; its code comes with it. */
export function TourDoor(): ReactNode {
  const asked = useSyncExternalStore(listen, () => isAsked);
  const seen = useSyncExternalStore(listen, () => localStorage.getItem(KEY) !== null);
  const { data } = useAsk('GET /clock');
  if (!asked && (seen || !data?.isDemo)) return null;
  return (
    <Suspense fallback={null}>
      <Tour key={String(asked)} isAsked={asked} leave={forget} />
    </Suspense>
  );
}
