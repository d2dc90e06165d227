import { useSyncExternalStore } from 'react';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

const KEY = 'xunwang-language';
const listeners = new Set<() => void>();
let current: Language = read();

function read(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(KEY);
  return asked === 'en' ? 'en' : 'zh';
}

/** The language of the page; Chinese until somebody chooses. */
export function currentLanguage(): Language {
  return current;
}

/** Speaks another language from now on, on this machine. */
export function speak(language: Language): void {
  current = language;
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const listener of listeners) listener();
}

/** The language of the page; whoever uses it is drawn again when that changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
