import { Alert, Button, Input, QRCode } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.ts';
import { useSession } from '../../session/session.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { meWords } from '../../words/me.ts';

/** Makes a second factor: shown once as a code to scan, then proved by its first digits. */
export function SecondFactor(): ReactNode {
  const words = useWords(meWords);
  const { codeLabel } = useWords(commonWords);
  const { me, refresh } = useSession();
  const [made, setMade] = useState<{ secret: string; uri: string } | null>(null);
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const say = (error: unknown) =>
    setRefusal(error instanceof Error ? error.message : String(error));
  const make = () => ask('POST /me/second-factor').then(setMade, say);
  const check = async () => {
    try {
      await ask('POST /second-factor', { body: { code } });
      setMade(null);
      setRefusal(null);
      await refresh();
    } catch (error) {
      say(error);
    }
  };
  return (
    <div className="second-factor">
      <p>{me.hasSecondFactor ? words.hasSecondFactor : words.noSecondFactor}</p>
      {refusal !== null && <Alert type="error" showIcon title={refusal} />}
      {made === null ? (
        !me.hasSecondFactor && (
          <Button type="primary" onClick={() => void make()}>
            {words.setUp}
          </Button>
        )
      ) : (
        <>
          <p>{words.scan}</p>
          <QRCode value={made.uri} type="svg" />
          <p>
            {words.secret} <code>{made.secret}</code>
          </p>
          <Input.OTP length={6} value={code} onChange={setCode} aria-label={codeLabel} />
          <Button type="primary" disabled={!/^\d{6}$/.test(code)} onClick={() => void check()}>
            {words.check}
          </Button>
        </>
      )}
    </div>
  );
}
