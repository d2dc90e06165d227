import { Alert, Button, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { reviewWords } from '../../words/review.ts';

/** Asks for the reason of an act; the usual ones are one press. */
export function ReasonDialog({
  title,
  hint,
  usual,
  first = '',
  done,
  close,
}: {
  title: string;
  hint: string;
  usual: readonly string[];
  first?: string;
  done(reason: string): void;
  close(): void;
}): ReactNode {
  const words = useWords(reviewWords);
  const common = useWords(commonWords);
  const [reason, setReason] = useState(first);
  const [isMissing, setMissing] = useState(false);
  const go = () => {
    if (reason.trim() === '') return setMissing(true);
    close();
    done(reason.trim());
  };
  return (
    <Modal
      open
      title={title}
      okText={common.confirm}
      cancelText={common.cancel}
      onOk={go}
      onCancel={close}
    >
      <div className="reason-dialog">
        <p className="quiet">{hint}</p>
        {isMissing && <Alert type="error" showIcon title={words.reasonNeeded} />}
        <label>
          <span>{words.reason}</span>
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={(event) => {
              if (!event.ctrlKey) return;
              event.preventDefault();
              go();
            }}
          />
        </label>
        <div className="reason-usual">
          {usual.map((text) => (
            <Button key={text} size="small" onClick={() => setReason(text)}>
              {text}
            </Button>
          ))}
        </div>
      </div>
    </Modal>
  );
}
