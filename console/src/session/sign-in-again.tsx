import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../words/dictionary.ts';
import { shellWords } from '../words/shell.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page when a session ends: what was typed below it stays. */
export default function SignInAgain({
  login,
  enter,
}: {
  login: string;
  enter(): Promise<void>;
}): ReactNode {
  const words = useWords(shellWords);
  return (
    <Modal open title={words.signInAgain} footer={null} closable={false} width={400}>
      <p>{words.signInAgainHint}</p>
      <SignInForm login={login} enter={enter} />
    </Modal>
  );
}
