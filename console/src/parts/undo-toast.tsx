import { App, Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

/** How long an act can be taken back by one press. */
export const UNDO_MS = 10_000;

/**
 * Says what was done and takes it back on a press, for ten seconds. The act is done at once: what
 * is undone is a second act, so that nothing is lost when the page is left.
 */
export function useUndoToast(): (done: { text: string; undo(): unknown }) => void {
  const { message } = App.useApp();
  return ({ text, undo }) => {
    const key = `undo-${Date.now()}`;
    const close = () => message.destroy(key);
    void message.success({
      key,
      duration: UNDO_MS / 1000,
      content: <Undoable text={text} undo={undo} close={close} />,
    });
  };
}

function Undoable({
  text,
  undo,
  close,
}: {
  text: string;
  undo(): unknown;
  close(): void;
}): ReactNode {
  const words = useWords(commonWords);
  const [seconds, setSeconds] = useState(UNDO_MS / 1000);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="undo-toast">
      {text}
      <Button
        size="small"
        onClick={() => {
          close();
          undo();
        }}
      >
        {words.undo}
      </Button>
      <span className="quiet" aria-hidden="true">
        {seconds}
      </span>
    </span>
  );
}
