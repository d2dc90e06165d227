import type { ReactNode } from 'react';
import { useAsk } from '../api/use-ask.ts';
import { useLanguage } from '../words/language.ts';

/** A rubric by its title; one that does not come with the program is named as its file is. */
export function RubricTitle({ id, overlays = [] }: { id: string; overlays?: readonly string[] }) {
  const language = useLanguage();
  const { data } = useAsk('GET /rubrics');
  const own = data?.items.find(({ ref }) => (ref as { id?: string }).id === id);
  const title: ReactNode = own?.title[language] ?? id;
  return (
    <span title={id}>
      {title}
      {overlays.map((overlay) => ` + ${overlay}`)}
    </span>
  );
}
