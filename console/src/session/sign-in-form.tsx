import { Alert, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, keepCsrf } from '../api/ask.ts';
import { useWords } from '../words/dictionary.ts';
import { shellWords } from '../words/shell.ts';

/** Login and password; what is refused is said above them. */
export function SignInForm({
  login,
  enter,
}: {
  login?: string;
  enter(): Promise<void>;
}): ReactNode {
  const words = useWords(shellWords);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (given: { login: string; password: string }) => {
    setBusy(true);
    setRefusal(null);
    try {
      const { csrf } = await ask('POST /sign-in', { body: given });
      keepCsrf(csrf);
      await enter();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(given: { login: string; password: string }) => void submit(given)}
      initialValues={login === undefined ? {} : { login }}
    >
      {refusal !== null && <Alert type="error" showIcon title={refusal} className="form-alert" />}
      <Form.Item
        name="login"
        label={words.login}
        rules={[{ required: true, message: words.loginNeeded }]}
      >
        <Input autoComplete="username" autoFocus={login === undefined} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={words.password}
        rules={[{ required: true, message: words.passwordNeeded }]}
      >
        <Input.Password
          autoComplete="current-password"
          autoFocus={login !== undefined}
          size="large"
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy} block size="large">
        {words.signIn}
      </Button>
    </Form>
  );
}
