import { Alert, App } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormModal } from '../../parts/form-modal.tsx';
import { useWords } from '../../words/dictionary.ts';
import { matterWords } from '../../words/matters.ts';
import { type ActField, ActFieldItem } from './act-field.tsx';

/** One thing that may be done to a matter. */
export interface ActOf {
  name: keyof typeof matterWords.zh.acts;
  fields: readonly ActField[];
  /** What follows from it, where that is more than its name says. */
  hint?: string;
  initial?: object;
  send(given: Record<string, unknown>): Promise<unknown>;
}

/** The window of an act; one without fields asks for a press alone. */
export function MatterAct({ act, close }: { act: ActOf; close(): void }): ReactNode {
  const words = useWords(matterWords);
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const send = async (given: Record<string, unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await act.send(given);
      void message.success(words.done);
      close();
    } catch (refused) {
      setError(refused instanceof Error ? refused : new Error(String(refused)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormModal<Record<string, unknown>>
      title={words.acts[act.name]}
      error={error}
      isBusy={isBusy}
      {...(act.hint !== undefined && { hint: act.hint })}
      {...(act.initial !== undefined && { initial: act.initial })}
      send={(given) => void send(given)}
      close={close}
      width={640}
    >
      {act.fields.map((field) => (
        <ActFieldItem key={field.name} field={field} />
      ))}
      {act.fields.length === 0 && act.hint === undefined && (
        <Alert type="info" title={words.acts[act.name]} />
      )}
    </FormModal>
  );
}
