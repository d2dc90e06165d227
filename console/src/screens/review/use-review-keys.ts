import { useEffect } from 'react';

export type ReviewKey = 'j' | 'k' | 'a' | 'x' | 'm' | 's' | 'z' | '?';

/** Calls what a key is for, unless somebody types or a dialog is open. */
export function useReviewKeys(acts: Record<ReviewKey, () => void>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const target = event.target as HTMLElement;
      if (target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]'))
        return;
      if (document.querySelector('[role="dialog"]')) return;
      const key = event.key.toLowerCase();
      if (!(key in acts)) return;
      event.preventDefault();
      acts[key as ReviewKey]();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
