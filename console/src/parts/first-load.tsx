import { type ReactNode, useEffect, useState } from 'react';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

/** Under this nothing is shown: what flashes disturbs more than a wait. */
const QUIET_MS = 300;

/** True once something takes longer than a blink. */
export function useIsSlow(): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSlow;
}

/** Before anything is known: nothing, then a word. */
export function FirstLoad(): ReactNode {
  const words = useWords(commonWords);
  const isSlow = useIsSlow();
  return (
    <div className="first-load" role="status">
      {isSlow && words.loading}
    </div>
  );
}
