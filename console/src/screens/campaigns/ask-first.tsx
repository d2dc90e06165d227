import { Alert, App, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { campaignWords } from '../../words/campaigns.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';

/** Says what will happen, asks for the reason where one is kept; a refusal is said here. */
export function AskFirst({
  title,
  hint,
  reason,
  act,
  close,
}: {
  title: string;
  hint: string;
  /** The label of the reason; left out: none is asked for. */
  reason?: string;
  /** What it answers, where that is a text, is what the reader is told. */
  act(reason: string): Promise<unknown>;
  close(): void;
}): ReactNode {
  const words = useWords(campaignWords);
  const common = useWords(commonWords);
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const go = async () => {
    if (reason !== undefined && text.trim() === '') return setRefusal(common.fieldRequired);
    setBusy(true);
    try {
      const said = await act(text.trim());
      void message.success(typeof said === 'string' ? said : words.done);
      close();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={common.confirm}
      cancelText={common.back}
      confirmLoading={isBusy}
      onOk={() => void go()}
      onCancel={close}
    >
      <div className="reason-dialog">
        <p>{hint}</p>
        {refusal !== null && <Alert type="error" showIcon title={refusal} />}
        {reason !== undefined && (
          <label>
            <span>{reason}</span>
            <Input.TextArea
              rows={3}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
        )}
      </div>
    </Modal>
  );
}
