import { Alert, App, Form, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { matterWords } from '../../words/matters.ts';

type Bilingual = Readonly<Record<'zh' | 'en', string>>;

/** A field of an act. */
export type ActField = {
  name: keyof typeof matterWords.zh.fields;
  isOptional?: true;
} & (
  | { kind: 'text' | 'answer' | 'days' | 'unit' }
  | { kind: 'choice'; of: Readonly<Record<string, Bilingual>> }
);

/** One thing that may be done to a matter. */
export interface ActOf {
  name: keyof typeof matterWords.zh.acts;
  fields: readonly ActField[];
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
      {...(act.initial !== undefined && { initial: act.initial })}
      send={(given) => void send(given)}
      close={close}
      width={600}
    >
      {act.fields.map((field) => (
        <FieldItem key={field.name} field={field} />
      ))}
      {act.fields.length === 0 && <Alert type="info" title={words.acts[act.name]} />}
    </FormModal>
  );
}

function FieldItem({ field }: { field: ActField }): ReactNode {
  const words = useWords(matterWords);
  const required = useRequired();
  const language = useLanguage();
  const label = words.fields[field.name];
  const rules = field.isOptional ? [] : required;
  if (field.kind === 'unit') return <UnitItem label={label} rules={rules} />;
  if (field.kind === 'answer') return <AnswerItem name={field.name} label={label} rules={rules} />;
  return (
    <Form.Item name={field.name} label={label} rules={rules}>
      {field.kind === 'choice' ? (
        <Select
          options={Object.entries(field.of).map(([value, text]) => ({
            value,
            label: text[language],
          }))}
        />
      ) : field.kind === 'days' ? (
        <InputNumber min={1} max={60} />
      ) : (
        <Input.TextArea rows={3} maxLength={2000} />
      )}
    </Form.Item>
  );
}

interface ItemProps {
  label: string;
  rules: ReturnType<typeof useRequired>;
}

function UnitItem({ label, rules }: ItemProps): ReactNode {
  const [q, setQ] = useState('');
  const { data } = useAsk('GET /units', { query: { limit: 50, ...(q !== '' && { q }) } });
  return (
    <Form.Item name="unitId" label={label} rules={rules}>
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

/** An answer, which may begin with a template. */
function AnswerItem({ name, label, rules }: ItemProps & { name: string }): ReactNode {
  const words = useWords(matterWords);
  const form = Form.useFormInstance();
  const { data } = useAsk('GET /answer-templates', { query: { limit: 100 } });
  return (
    <>
      {(data?.items.length ?? 0) > 0 && (
        <Form.Item label={words.useTemplate}>
          <Select
            aria-label={words.useTemplate}
            options={data?.items.map(({ text, title }) => ({ value: text, label: title })) ?? []}
            onChange={(text: string) => form.setFieldValue(name, text)}
          />
        </Form.Item>
      )}
      <Form.Item name={name} label={label} rules={rules}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} maxLength={8000} />
      </Form.Item>
    </>
  );
}
