import type { ReactNode } from 'react';
import { AreaNav } from '../../parts/area-nav.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { settingsWords } from '../../words/settings.ts';
import { useSettingsPages } from './settings-pages.ts';

/** The pages of the settings that the reader may open. */
export function SettingsNav(): ReactNode {
  const words = useWords(settingsWords);
  const pages = useSettingsPages();
  const { isUnit } = useSession();
  if (isUnit) return null;
  return (
    <AreaNav
      label={words.area}
      all={pages.map(({ name, to }) => ({ to, label: words.pages[name] }))}
    />
  );
}
