import { Alert, App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

/**
 * A button of an act that cannot be taken back by a press: what will happen is said first, and
 * what is refused is said in the same window. What can be taken back has `useUndoToast` instead.
 */
export function ConfirmPress({
  label,
  hint,
  done,
  act,
  isMain = false,
  size = 'middle',
}: {
  /** On the button, and what the window is called. */
  label: string;
  /** What follows from it. */
  hint: string;
  /** Said when it is done. */
  done: string;
  act(): Promise<unknown>;
  /** The main act of the screen; else it is shown as one that hurts. */
  isMain?: boolean;
  size?: 'middle' | 'small';
}): ReactNode {
  const words = useWords(commonWords);
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const go = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      await act();
      void message.success(done);
      setOpen(false);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        size={size}
        danger={!isMain}
        type={isMain ? 'primary' : 'default'}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen && (
        <Modal
          open
          title={label}
          okText={words.confirm}
          cancelText={words.cancel}
          confirmLoading={isBusy}
          onOk={() => void go()}
          onCancel={() => setOpen(false)}
        >
          {refusal !== null && <Alert type="error" showIcon title={refusal} />}
          <p>{hint}</p>
        </Modal>
      )}
    </>
  );
}
