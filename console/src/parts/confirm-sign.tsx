import { Alert, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../api/ask.ts';
import { useSession } from '../session/session.tsx';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

/**
 * Before what cannot be undone: says exactly what will happen (`children`) and asks for the
 * person's second factor. What is refused is said here, and nothing typed is lost.
 */
export function ConfirmSign({
  title,
  act,
  close,
  doWord,
  children,
}: {
  title: string;
  /** The act itself; its refusal is shown. */
  act(): Promise<unknown>;
  close(): void;
  /** On the button: 签发, 发布. */
  doWord?: string;
  children: ReactNode;
}): ReactNode {
  const words = useWords(commonWords);
  const { me } = useSession();
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isCode = /^\d{6}$/.test(code);
  const go = async () => {
    if (!isCode) return setRefusal(words.codeWrong);
    setBusy(true);
    setRefusal(null);
    try {
      await ask('POST /second-factor', { body: { code } });
      await act();
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
      okText={doWord ?? words.doIt}
      cancelText={words.cancel}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: !me.hasSecondFactor }}
      onOk={() => void go()}
      onCancel={close}
    >
      <div className="confirm-sign">
        {children}
        {refusal !== null && <Alert type="error" showIcon title={refusal} />}
        {me.hasSecondFactor ? (
          <label>
            <span>{words.codeHint}</span>
            <Input.OTP
              length={6}
              value={code}
              onChange={setCode}
              formatter={(text) => text.replace(/\D/g, '')}
              aria-label={words.codeLabel}
            />
          </label>
        ) : (
          <Alert
            type="warning"
            showIcon
            title={words.noSecondFactor}
            action={<Link to="/me">{words.setUpSecondFactor}</Link>}
          />
        )}
      </div>
    </Modal>
  );
}
