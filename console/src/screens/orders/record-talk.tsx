import { App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Body } from '../../api/ask.ts';
import { useAct } from '../../api/use-ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import type { TalkSheet } from './talk.tsx';

interface Given {
  attendees: { name: string; post: string }[];
  facts: string;
  promises?: { text: string; dueOn: string }[];
}

/** Writes down a talk that was held: who came, what was found, what was promised until when. */
export function RecordTalk({ talk, close }: { talk: TalkSheet; close(): void }): ReactNode {
  const words = useWords(orderWords);
  const required = useRequired();
  const { message } = App.useApp();
  const record = useAct('POST /talks/{talk}/record');
  const send = (given: Given) =>
    record.mutate(
      { params: { talk: talk.id }, body: recordOf(given) },
      {
        onSuccess: () => {
          void message.success(words.held);
          close();
        },
      },
    );
  return (
    <FormModal<Given>
      title={words.hold}
      error={record.error}
      isBusy={record.isPending}
      initial={{ attendees: [{}], promises: [{}] }}
      send={send}
      close={close}
      width={640}
    >
      <Rows name="attendees" title={words.attendees} add={words.addAttendee}>
        {(field) => (
          <>
            <Form.Item name={[field, 'name']} rules={required}>
              <Input
                aria-label={words.attendeeName}
                placeholder={words.attendeeName}
                maxLength={40}
              />
            </Form.Item>
            <Form.Item name={[field, 'post']} rules={required}>
              <Input
                aria-label={words.attendeePost}
                placeholder={words.attendeePost}
                maxLength={100}
              />
            </Form.Item>
          </>
        )}
      </Rows>
      <Form.Item name="facts" label={words.talkFacts} rules={required}>
        <Input.TextArea rows={5} maxLength={8000} />
      </Form.Item>
      <Rows name="promises" title={words.promises} add={words.addPromise}>
        {(field) => (
          <>
            <Form.Item name={[field, 'text']} rules={required}>
              <Input
                aria-label={words.promiseText}
                placeholder={words.promiseText}
                maxLength={500}
              />
            </Form.Item>
            <Form.Item name={[field, 'dueOn']} rules={required}>
              <DayField aria-label={words.promiseDue} placeholder={words.promiseDue} />
            </Form.Item>
          </>
        )}
      </Rows>
    </FormModal>
  );
}

function recordOf({ attendees, facts, promises = [] }: Given): Body<'POST /talks/{talk}/record'> {
  return { attendees, facts, promises };
}

/** Lines of the same fields, as many as are needed. */
function Rows({
  name,
  title,
  add,
  children,
}: {
  name: string;
  title: string;
  add: string;
  children(field: number): ReactNode;
}): ReactNode {
  const words = useWords(orderWords);
  return (
    <Form.List name={name}>
      {(fields, { add: addRow, remove }) => (
        <fieldset className="form-rows">
          <legend>{title}</legend>
          {fields.map(({ key, name: field }) => (
            <div key={key} className="form-row">
              {children(field)}
              <Button
                type="text"
                aria-label={words.remove}
                icon={<Icon name="cross" size={16} />}
                onClick={() => remove(field)}
              />
            </div>
          ))}
          <Button size="small" onClick={() => addRow()}>
            {add}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
