import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { type Language, speak, useLanguage } from '../words/language.ts';
import { useWords } from '../words/dictionary.ts';
import { shellWords } from '../words/shell.ts';

/** Chinese or English, at once and everywhere. */
export function LanguageSwitch(): ReactNode {
  const words = useWords(shellWords);
  return (
    <Segmented<Language>
      aria-label={words.language}
      value={useLanguage()}
      onChange={speak}
      options={[
        { value: 'zh', label: words.chinese },
        { value: 'en', label: words.english },
      ]}
    />
  );
}
