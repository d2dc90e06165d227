import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { askCodesBy } from '../api/second-factor.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

// The form comes when a code is asked for: few visits ever need it.
const ConfirmSign = lazy(async () => {
  const { ConfirmSign } = await import('../parts/confirm-sign.tsx');
  return { default: ConfirmSign };
});

/** Asks for a code when an act turns out to need one, so that no screen has to foresee it. */
export function CodePrompt(): ReactNode {
  const words = useWords(commonWords);
  const [answer, setAnswer] = useState<((isGiven: boolean) => void) | null>(null);
  useEffect(() => {
    askCodesBy(() => new Promise((resolve) => setAnswer(() => resolve)));
    return () => askCodesBy(null);
  }, []);
  if (answer === null) return null;
  const end = (isGiven: boolean) => {
    answer(isGiven);
    setAnswer(null);
  };
  return (
    <Suspense fallback={null}>
      <ConfirmSign
        title={words.codeTitle}
        act={() => Promise.resolve(end(true))}
        close={() => end(false)}
      >
        {null}
      </ConfirmSign>
    </Suspense>
  );
}
