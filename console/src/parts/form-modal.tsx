import { Alert, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';

/** Fields in a window, sent at once. What is refused is said here, and nothing typed is lost. */
export function FormModal<T extends object>({
  title,
  hint,
  doWord,
  error,
  isBusy,
  initial,
  send,
  close,
  width,
  children,
}: {
  title: string;
  /** What the act does and what follows from it. */
  hint?: string;
  /** On the button; «confirm» where the title says what is confirmed. */
  doWord?: string;
  error: Error | null;
  isBusy: boolean;
  initial?: object;
  send(given: T): void;
  close(): void;
  width?: number;
  /** `Form.Item`s. */
  children: ReactNode;
}): ReactNode {
  const words = useWords(commonWords);
  const [form] = Form.useForm<T>();
  return (
    <Modal
      open
      title={title}
      okText={doWord ?? words.confirm}
      cancelText={words.cancel}
      confirmLoading={isBusy}
      onOk={() => form.submit()}
      onCancel={close}
      {...(width !== undefined && { width })}
    >
      <div className="form-modal">
        {hint !== undefined && <p className="quiet">{hint}</p>}
        {error && <Alert type="error" showIcon title={error.message} />}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          {...(initial !== undefined && { initialValues: initial })}
          onFinish={send}
        >
          {children}
        </Form>
      </div>
    </Modal>
  );
}

/** The rule that a field must be filled. */
export function useRequired(): { required: true; message: string; whitespace?: boolean }[] {
  const { fieldRequired } = useWords(commonWords);
  return [{ required: true, message: fieldRequired }];
}
