import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { LanguageSwitch } from '../app/language-switch.tsx';
import { Mark } from '../parts/mark.tsx';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/dictionary.ts';
import { shellWords } from '../words/shell.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The way in. The address stays: after signing in one is where one wanted to be. */
export default function SignInPage({
  hasProvider,
  enter,
}: {
  hasProvider: boolean;
  enter(): Promise<void>;
}): ReactNode {
  const words = useWords(shellWords);
  const { product, xunwang } = useWords(commonWords);
  useEffect(() => {
    document.title = `${words.signIn} · ${xunwang}`;
  }, [words, xunwang]);
  const start = `/api/v1/provider/start?to=${encodeURIComponent(location.pathname + location.search)}`;
  return (
    <div className="sign-in">
      <main className="sign-in-box">
        <div className="sign-in-head">
          <Mark size={40} />
          <div>
            <h1>{words.signInTitle}</h1>
            <p>{product}</p>
          </div>
        </div>
        <SignInForm enter={enter} />
        {hasProvider && (
          <Button href={start} block size="large">
            {words.byProvider}
          </Button>
        )}
        <p className="quiet">{words.forgotten}</p>
      </main>
      <footer>
        <LanguageSwitch />
      </footer>
    </div>
  );
}
