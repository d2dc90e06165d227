import { App, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { settingsWords } from '../../words/settings.ts';

/** A secret that is shown once and never again. */
export function ShownOnce({
  title,
  secret,
  close,
}: {
  title: string;
  secret: string;
  close(): void;
}): ReactNode {
  const words = useWords(settingsWords);
  const common = useWords(commonWords);
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    void message.success(words.copied);
  };
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      footer={[
        <Button key="copy" onClick={() => void copy()}>
          {words.copy}
        </Button>,
        <Button key="close" type="primary" onClick={close}>
          {common.close}
        </Button>,
      ]}
    >
      <code className="shown-once">{secret}</code>
    </Modal>
  );
}
