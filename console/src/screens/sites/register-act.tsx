import { App, Form, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { useWords } from '../../words/dictionary.ts';
import { registerWords } from '../../words/register.ts';

/** A field of an act on the register. */
export type RegisterField = {
  name: keyof typeof registerWords.zh.fields;
  isOptional?: true;
} & (
  | { kind: 'line' | 'text' | 'number' | 'day' | 'unit' | 'region' }
  | { kind: 'choice'; of: Readonly<Record<string, string>> }
);

/** One act on a unit or a site of the register. */
export interface RegisterAct {
  name: keyof typeof registerWords.zh.acts;
  fields: readonly RegisterField[];
  initial?: object;
  send(given: Record<string, unknown>): Promise<unknown>;
}

/** The window of an act; what follows from it is said above its fields. */
export function RegisterActWindow({ act, close }: { act: RegisterAct; close(): void }): ReactNode {
  const words = useWords(registerWords);
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
      hint={words.hints[act.name]}
      error={error}
      isBusy={isBusy}
      {...(act.initial !== undefined && { initial: act.initial })}
      send={(given) => void send(given)}
      close={close}
    >
      {act.fields.map((field) => (
        <FieldItem key={field.name} field={field} />
      ))}
    </FormModal>
  );
}

function FieldItem({ field }: { field: RegisterField }): ReactNode {
  const words = useWords(registerWords);
  const required = useRequired();
  return (
    <Form.Item
      name={field.name}
      label={words.fields[field.name]}
      rules={field.isOptional ? [] : required}
    >
      {/* The form hands value and change to the control itself. */}
      {controlOf(field)}
    </Form.Item>
  );
}

function controlOf(field: RegisterField): ReactNode {
  switch (field.kind) {
    case 'line':
      return <Input maxLength={200} />;
    case 'number':
      return <InputNumber min={0} max={1_000_000} />;
    case 'day':
      return <DayField />;
    case 'unit':
      return <UnitChoice />;
    case 'region':
      return <RegionChoice />;
    case 'choice':
      return (
        <Select
          options={Object.entries(field.of).map(([value, label]) => ({ value, label }))}
          allowClear={field.isOptional === true}
        />
      );
    default:
      return <Input.TextArea rows={2} maxLength={500} />;
  }
}

interface Controlled {
  id?: string;
  value?: number;
  onChange?(value: number | undefined): void;
}

function UnitChoice(given: Controlled): ReactNode {
  const [q, setQ] = useState('');
  const { data } = useAsk('GET /units', { query: { limit: 50, ...(q !== '' && { q }) } });
  return (
    <Select
      {...given}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function RegionChoice(given: Controlled): ReactNode {
  const { data } = useAsk('GET /regions', { query: { limit: 200 } });
  return (
    <Select
      {...given}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
