import { Alert, App, Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Answer, Body } from '../../api/ask.ts';
import { useAct } from '../../api/use-ask.ts';
import { DaysField } from '../../parts/day-field.tsx';
import { useRequired } from '../../parts/form-modal.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { lawWords } from '../../words/law.ts';

type Moved = Answer<'POST /calendar/preview'>['moved'];

interface Given {
  days?: string[];
  kind: 'holiday' | 'workday' | 'plain';
  name: string;
  source: string;
  isWhole?: boolean;
}

/** Enters days of an announcement: what would move is shown before it is saved. */
export function EditCalendar({ year, close }: { year: number; close(): void }): ReactNode {
  const words = useWords(lawWords);
  const common = useWords(commonWords);
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const [moved, setMoved] = useState<Moved | null>(null);
  const preview = useAct('POST /calendar/preview', []);
  const save = useAct('POST /calendar');
  const look = async () => {
    const given = await form.validateFields().catch(() => null);
    if (given === null) return;
    preview.mutate({ body: changeOf(given, year) }, { onSuccess: (seen) => setMoved(seen.moved) });
  };
  const keep = (given: Given) =>
    save.mutate(
      { body: changeOf(given, year) },
      {
        onSuccess: (done) => {
          void message.success(`${words.saved} · ${words.moved(done.moved.length)}`);
          close();
        },
      },
    );
  const error = save.error ?? preview.error;
  return (
    <Modal
      open
      title={words.editDays}
      onCancel={close}
      footer={[
        <Button key="cancel" onClick={close}>
          {common.cancel}
        </Button>,
        <Button key="preview" loading={preview.isPending} onClick={() => void look()}>
          {words.preview}
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={moved === null}
          loading={save.isPending}
          onClick={() => form.submit()}
        >
          {words.save}
        </Button>,
      ]}
    >
      <div className="form-modal">
        <p className="quiet">{words.editHint}</p>
        {error && <Alert type="error" showIcon title={error.message} />}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ kind: 'holiday' }}
          onValuesChange={() => setMoved(null)}
          onFinish={keep}
        >
          <Fields year={year} />
        </Form>
        {moved !== null && <MovedClocks moved={moved} />}
      </div>
    </Modal>
  );
}

function Fields({ year }: { year: number }): ReactNode {
  const words = useWords(lawWords);
  const required = useRequired();
  return (
    <>
      <Form.Item name="days" label={words.days} rules={required}>
        <DaysField />
      </Form.Item>
      <Form.Item name="kind" label={words.kind}>
        <Select
          options={(['holiday', 'workday', 'plain'] as const).map((value) => ({
            value,
            label: words.kinds[value],
          }))}
        />
      </Form.Item>
      <Form.Item name="name" label={words.holidayName} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="source" label={words.sourceOf} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="isWhole" valuePropName="checked">
        <Checkbox>{`${year} ${words.markYear}`}</Checkbox>
      </Form.Item>
    </>
  );
}

function changeOf({ days = [], kind, name, source, isWhole }: Given, year: number) {
  return {
    days: days.map((day) => ({ day, kind, name, source })),
    years: isWhole ? [{ year, source }] : [],
  } satisfies Body<'POST /calendar'>;
}

function MovedClocks({ moved }: { moved: Moved }): ReactNode {
  const words = useWords(lawWords);
  const language = useLanguage();
  return (
    <section role="status">
      <h3>{words.moved(moved.length)}</h3>
      <ul className="fact-list">
        {moved.map(({ id, words: text }) => (
          <li key={id}>{text[language]}</li>
        ))}
      </ul>
    </section>
  );
}
