import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from '../../api/use-ask.ts';
import { useWords } from '../../words/dictionary.ts';
import { commonWords } from '../../words/common.ts';
import { meWords } from '../../words/me.ts';

/** Changes the own password; every session ends, this one too. */
export function ChangePassword(): ReactNode {
  const words = useWords(meWords);
  const { fieldRequired } = useWords(commonWords);
  const change = useAct('PUT /me/password');
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="narrow-form"
      onFinish={(body: { before: string; after: string }) => change.mutate({ body })}
    >
      <p className="quiet">{words.passwordHint}</p>
      {change.error && <Alert type="error" showIcon title={change.error.message} />}
      <Form.Item
        name="before"
        label={words.before}
        rules={[{ required: true, message: fieldRequired }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="after"
        label={words.after}
        rules={[{ required: true, min: 10, message: words.tooShort }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button htmlType="submit" loading={change.isPending}>
        {words.change}
      </Button>
    </Form>
  );
}
