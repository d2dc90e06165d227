import { type ReactNode, useEffect, useState } from 'react';
import { askCodesBy } from '../api/second-factor.ts';
import { ConfirmSign } from '../parts/confirm-sign.tsx';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

/** Asks for a code when an act turns out to need one, so that no screen has to foresee it. */
export default function CodePrompt(): ReactNode {
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
    <ConfirmSign
      title={words.codeTitle}
      act={() => Promise.resolve(end(true))}
      close={() => end(false)}
    >
      {null}
    </ConfirmSign>
  );
}
